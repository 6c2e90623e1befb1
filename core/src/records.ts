export { DRAFT_KEY, linkMark, parseDraft } from './draft.ts';
export type { DraftState, SentState } from './draft.ts';
export { readTenantSettings } from './read-settings.ts';
export { MAILBOX_SETTING, readStoredMailbox } from './stored-mailbox.ts';
export { decodeHex, encodeHex } from './token/hex.ts';
export { isHttpUrl } from './token/http-url.ts';
export { messageTime } from './token/message-id.ts';
export { parseTrackingSegment, readTrackingSegment } from './token/tracking-segment.ts';
export { findTrackingPath } from './token/tracking-url.ts';
