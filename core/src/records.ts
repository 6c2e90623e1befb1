/*
 * What the pane's first views need of core, without what reads mails: a door of its own, since the bundler takes along every
 * file behind the door that is used (decision 0052). Exports nothing that index.ts doesn't.
 */

export { DRAFT_KEY, linkMark, PANE_KEY, parseDraft } from './draft.ts';
export type { DraftState, SentState } from './draft.ts';
export { domainOf, fitRegistration } from './fit-registration.ts';
export { readTenantSettings } from './read-settings.ts';
export { MAILBOX_SETTING, readStoredMailbox } from './stored-mailbox.ts';
export { decodeHex, encodeHex } from './token/hex.ts';
export { isHttpUrl } from './token/http-url.ts';
export { createMessageId, messageTime } from './token/message-id.ts';
export { signRegistration } from './token/registration-token.ts';
export { parseTrackingSegment, readTrackingSegment } from './token/tracking-segment.ts';
export { findTrackingPath } from './token/tracking-url.ts';
export { encodeUtf8 } from './token/utf8.ts';
export { integerOf, memberOf, parseJson, textOf } from './untrusted.ts';
