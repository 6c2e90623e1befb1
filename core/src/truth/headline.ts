import type { Reason, Tally } from '../verdict.ts';
import type { ReasonCode } from './reason-texts.ts';
import { because } from './rule.ts';

/** What a headline is made of. */
export interface HeadlineFacts {
  opens: Tally;
  clicks: Tally;
  /** Codes of reasons of machine and unknown verdicts. */
  machineReasons: readonly string[];
}

/** Which reason of a machine is worth naming, best first, and the headline that it becomes. */
const MACHINE_HEADLINES: readonly (readonly [code: ReasonCode, headline: ReasonCode])[] = [
  ['apple-relay', 'headline-apple'],
  ['gmail-prefetch', 'headline-gmail-prefetch'],
  ['proton-prefetch', 'headline-proton'],
  ['link-preview', 'headline-preview'],
  ['browser-prefetch', 'headline-prefetch'],
];

/** The one honest line about a message: the strongest that is known of people, else of machines, else that nothing is. */
export function headlineOf({ opens, clicks, machineReasons }: HeadlineFacts): Reason {
  if (clicks.person > 0) return because('headline-clicked', { times: clicks.person });
  if (clicks.likely > 0) return because('headline-clicked-likely', { times: clicks.likely });
  if (opens.person > 0) return because('headline-opened', { times: opens.person });
  if (opens.likely > 0) return because('headline-opened-likely', { times: opens.likely });
  const named = MACHINE_HEADLINES.find(([code]) => machineReasons.includes(code));
  if (named !== undefined) return because(named[1]);
  if (opens.unknown + clicks.unknown > 0) return because('headline-unclear');
  return because(opens.machine + clicks.machine > 0 ? 'headline-scanned' : 'headline-nothing');
}
