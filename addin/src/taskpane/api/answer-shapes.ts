import type {
  MessageDetail,
  MessageHit,
  MessageLink,
  MessageSummary,
  Page,
  Problem,
  Reason,
  Recipient,
  Verdict,
} from '@readback/core';
import { isFlag, isNumber, isObject, isText, listOf, objectOf, oneOf, orNull } from './shape.ts';
import type { Shape } from './shape.ts';

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
  sent: isFlag,
};

export const isMessagePage = objectOf<Page<MessageSummary>>({
  items: listOf(objectOf<MessageSummary>(summary)),
  next: orNull(isText),
  version: isText,
});

const isTextOrNumber: Shape<string | number> = (value) => isText(value) || isNumber(value);

const isReason = objectOf<Reason>({
  code: isText,
  values: (value): value is Reason['values'] => isObject(value) && Object.values(value).every(isTextOrNumber),
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
});

export const isMessageDetail = objectOf<MessageDetail>({
  ...summary,
  overflow: isNumber,
  opensReason: orNull(isText),
  linksReason: orNull(isText),
  pixelPlace: orNull(oneOf('before-history', 'end', 'start')),
  links: listOf(objectOf<MessageLink>({ position: isNumber, destination: isText, clicks: isNumber })),
  hits: listOf(isMessageHit),
  next: orNull(isText),
});

/** An error's body, as far as the pane needs it. */
export const isProblem = objectOf<Pick<Problem, 'type'>>({ type: isText });
