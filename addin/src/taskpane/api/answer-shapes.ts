import type {
  ActivityItem,
  ClientDescription,
  DigestPage,
  DigestRow,
  DomainKnowledge,
  DomainsAnswer,
  DomainStatement,
  ListPart,
  MessageDetail,
  MessageHit,
  MessageJudgement,
  MessageLink,
  MessageSummary,
  Overview,
  Page,
  Preferences,
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

const isRecipients = listOf(objectOf<Recipient>({ address: isText, name: orNull(isText) }));

const summary = {
  id: isText,
  subject: orNull(isText),
  recipients: isRecipients,
  sentAt: orNull(isText),
  deliverAfter: orNull(isText),
  registered: isFlag,
  opens: isNumber,
  clicks: isNumber,
  lastHitAt: orNull(isText),
  lastPersonAt: orNull(isText),
  headline: isReason,
  sent: isFlag,
  tracked: isFlag,
};

const isSummary = objectOf<MessageSummary>(summary);

export const isMessagePage = isPageOf(isSummary);

const isVerdict = objectOf<Verdict>({
  actor: oneOf('person', 'likely-person', 'image-proxy', 'prefetch', 'scanner', 'link-preview', 'sender', 'unknown'),
  certainty: isNumber,
  rule: isText,
  reason: isReason,
});

const isActivityItem = objectOf<ActivityItem>({
  id: isText,
  messageId: isText,
  subject: orNull(isText),
  what: oneOf('first-open', 'return', 'click', 'correction'),
  at: isText,
  position: orNull(isNumber),
  verdict: orNull(isVerdict),
  sentAt: orNull(isText),
  message: orNull(isSummary),
});

export const isActivityPage = isPageOf(isActivityItem);

export const isOverview = objectOf<Overview>({
  activity: isPartOf(isActivityItem),
  messages: isPartOf(isSummary),
  version: isText,
});

const isClient = objectOf<ClientDescription>({
  kind: oneOf(
    'mail-client',
    'image-proxy',
    'prefetch',
    'link-preview',
    'scanner',
    'tool',
    'bot',
    'browser',
    'app',
    'unknown',
  ),
  name: orNull(isText),
  device: orNull(oneOf('desktop', 'phone', 'tablet')),
});

const isMessageHit = objectOf<MessageHit>({
  id: isText,
  kind: oneOf('open', 'click'),
  at: isText,
  position: orNull(isNumber),
  verdict: isVerdict,
  first: orNull(isVerdict),
  client: isClient,
  country: orNull(isText),
  city: orNull(isText),
  visitor: isText,
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
  stoppedAt: orNull(isText),
  links: listOf(objectOf<MessageLink>({ position: isNumber, destination: isText, clicks: isNumber })),
  hits: listOf(isMessageHit),
  next: orNull(isText),
});

const isDigestRow = objectOf<DigestRow>({
  id: isText,
  subject: orNull(isText),
  recipients: isRecipients,
  recipientCount: isNumber,
  sentAt: orNull(isText),
  sent: isFlag,
  opensReason: orNull(isText),
  linksReason: orNull(isText),
  opens: isTally,
  clicks: isTally,
  rawOpens: isNumber,
  rawClicks: isNumber,
  lastHitAt: orNull(isText),
  lastPersonAt: orNull(isText),
  headline: isReason,
  corrected: isFlag,
  program: orNull(isText),
  topLinks: listOf(objectOf<DigestRow['topLinks'][number]>({ destination: isText, clicks: isNumber })),
});

export const isDigestPage: Shape<DigestPage> = isPageOf(isDigestRow);

export const isPreferences = objectOf<Preferences>({
  notify: oneOf('all', 'starred', 'none'),
  starred: listOf(isText),
  muted: listOf(isText),
  seenUpTo: orNull(isText),
  seen: listOf(objectOf<Preferences['seen'][number]>({ messageId: isText, upTo: isText })),
  introducedAt: orNull(isText),
});

const isDomainStatement = objectOf<DomainStatement>({
  what: oneOf('scans-at-delivery', 'never-loads-pictures', 'always-relays'),
  messages: isNumber,
  reason: isReason,
});

export const isDomainsAnswer = objectOf<DomainsAnswer>({
  items: listOf(
    objectOf<DomainKnowledge>({ domain: isText, messages: isNumber, statements: listOf(isDomainStatement) }),
  ),
});

/** An error's body, as far as the pane needs it. */
export const isProblem = objectOf<Pick<Problem, 'type'>>({ type: isText });

function isPartOf<T>(isItem: Shape<T>): Shape<ListPart<T>> {
  return objectOf<ListPart<T>>({ items: listOf(isItem), next: orNull(isText) });
}

function isPageOf<T>(isItem: Shape<T>): Shape<Page<T>> {
  return objectOf<Page<T>>({ items: listOf(isItem), next: orNull(isText), version: isText });
}
