import type {
  ClientRow,
  MailboxAnswer,
  MessageDetail,
  MessageHit,
  MessageLink,
  MessageSummary,
  Page,
  PersonalSettings,
  Problem,
  Reason,
  Recipient,
  SignInSettings,
  TenantSettings,
  Verdict,
} from '@readback/core';
import { isFlag, isNumber, isText, listOf, objectOf, oneOf, orNull } from './shape.ts';
import type { Shape } from './shape.ts';

const isClientRow = objectOf<ClientRow>({
  pixel: oneOf('append', 'in-body', 'none'),
  links: oneOf('on', 'new-without-images', 'off'),
  silentSignIn: isFlag,
});

const isSignInSettings = objectOf<SignInSettings>({ tenantId: isText, clientId: isText, scope: isText });

/** Answer of `GET /settings`. */
export const isTenantSettings = objectOf<TenantSettings>({
  tracking: oneOf('on', 'opens', 'listen-only', 'off'),
  opens: isFlag,
  links: isFlag,
  trackingOrigin: isText,
  site: orNull(isText),
  clients: objectOf({ web: isClientRow, classic: isClientRow, mac: isClientRow, mobile: isClientRow }),
  leaveUrlText: isFlag,
  leaveSignature: isFlag,
  excludedHosts: listOf(isText),
  excludedPatterns: listOf(isText),
  otherSenders: isFlag,
  contact: isText,
  signIn: isSignInSettings,
});

const isPersonalSettings = objectOf<PersonalSettings>({ opens: isFlag, links: isFlag });

export const isMailboxAnswer = objectOf<MailboxAnswer>({
  mailboxId: isText,
  key: isText,
  epoch: isNumber,
  generation: isNumber,
  settings: isTenantSettings,
  personal: isPersonalSettings,
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
  values: (value): value is Reason['values'] =>
    typeof value === 'object' && value !== null && Object.values(value).every(isTextOrNumber),
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
