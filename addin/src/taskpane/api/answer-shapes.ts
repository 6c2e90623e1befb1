import type {
  MessageDetail,
  MessageHit,
  MessageJudgement,
  MessageLink,
  MessageSummary,
  Page,
  Problem,
  Reason,
  Recipient,
  Tally,
  Verdict,
  VerdictCorrection,
} from '@readback/core';
import { isFlag, isNumber, isObject, isText, listOf, objectOf, oneOf, orNull } from './shape.ts';
import type { Shape } from './shape.ts';

const isTextOrNumber: Shape<string | number> = (value) => isText(value) || isNumber(value);

const isReason = objectOf<Reason>({
  code: isText,
  values: (value): value is Reason['values'] => isObject(value) && Object.values(value).every(isTextOrNumber),
});

const summary = {
  id: isText,
  subject: orNull(isText),
  recipients: listOf(objectOf<Recipient>({ address: isText, name: orNull(isText) })),
  sentAt: orNull(isText),
  deliverAfter: orNull(isText),
  registered: isFlag,
  opens: isNumber,
  clicks: isNumber,
  lastHitAt: orNull(isText),
  headline: isReason,
  sent: isFlag,
};

export const isMessagePage = objectOf<Page<MessageSummary>>({
  items: listOf(objectOf<MessageSummary>(summary)),
  next: orNull(isText),
  version: isText,
});

const isVerdict = objectOf<Verdict>({
  actor: oneOf('person', 'likely-person', 'image-proxy', 'prefetch', 'scanner', 'link-preview', 'sender', 'unknown'),
  certainty: isNumber,
  rule: isText,
  reason: isReason,
});

const isMessageHit = objectOf<MessageHit>({
  id: isText,
  kind: oneOf('open', 'click'),
  at: isText,
  position: orNull(isNumber),
  verdict: isVerdict,
  first: orNull(isVerdict),
});

const isTally = objectOf<Tally>({ person: isNumber, likely: isNumber, machine: isNumber, unknown: isNumber });

const isCorrection = objectOf<VerdictCorrection>({
  correctedAt: isText,
  kind: oneOf('open', 'click'),
  at: isText,
  position: orNull(isNumber),
  from: isVerdict,
  to: isVerdict,
});

const isJudgement = objectOf<MessageJudgement>({
  rulesVersion: isNumber,
  opens: isTally,
  clicks: isTally,
  headline: isReason,
  corrections: listOf(isCorrection),
});

export const isMessageDetail = objectOf<MessageDetail>({
  ...summary,
  overflow: isNumber,
  judgement: isJudgement,
  opensReason: orNull(isText),
  linksReason: orNull(isText),
  pixelPlace: orNull(oneOf('before-history', 'end', 'start')),
  links: listOf(objectOf<MessageLink>({ position: isNumber, destination: isText, clicks: isNumber })),
  hits: listOf(isMessageHit),
  next: orNull(isText),
});

/** An error's body, as far as the pane needs it. */
export const isProblem = objectOf<Pick<Problem, 'type'>>({ type: isText });
