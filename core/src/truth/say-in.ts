import type { Reason } from '../verdict.ts';
import type { ReasonCode, Sentence } from './reason-texts.ts';

/** The sentences of one language. */
export type Sentences = Readonly<Record<ReasonCode, Sentence>>;

/** Says a reason or headline as a sentence. A code that isn't known (written by a newer version) is said to be unknown. */
export function sayIn(sentences: Sentences, { code, values }: Reason): string {
  return isKnown(sentences, code) ? sentences[code](values) : sentences['nothing-fits']({});
}

function isKnown(sentences: Sentences, code: string): code is ReasonCode {
  return Object.prototype.hasOwnProperty.call(sentences, code);
}
