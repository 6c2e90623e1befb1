import type { HttpHandler } from '@azure/functions';
import type { App } from '../app.ts';
import { answerJson, answerProblem } from '../problem.ts';

/** `GET /settings`: what the company's admin set, for handlers and panes. Nothing in it is secret. */
export function createSettings(app: App): HttpHandler {
  const { company } = app.config;
  if (company === null) return () => answerProblem('not-configured', 'See /healthz for what is wrong.');
  return () => answerJson(company.settings);
}
