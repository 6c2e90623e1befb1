/**
 * The part of core that reads mails, as a door of its own: bundlers keep it out of the files of views that never see a body
 * (docs/decisions/0052). Everything here comes through `index.ts` too.
 */
export { prepareBody } from './prepare-body.ts';
export { surveyBody } from './survey-body.ts';
