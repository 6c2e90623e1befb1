import type { Reason } from '../verdict.ts';
import { GERMAN } from './reasons-german.ts';
import { sayIn } from './say-in.ts';

/** Says a reason or headline in German. */
export function sayInGerman(reason: Reason): string {
  return sayIn(GERMAN, reason);
}
