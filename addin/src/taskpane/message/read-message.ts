import { DRAFT_KEY, parseDraft } from '@readback/core/records';
import type { DraftState, MailboxAccess, MessageDetail } from '@readback/core';
import { valueOr } from '../../host/outcome.ts';
import type { ReadItem } from '../../host/read-item.ts';
import type { Api } from '../api/api-client.ts';
import { identify } from './identify.ts';
import { lookUp } from './look-up.ts';
import type { LookUp } from './look-up.ts';
import { findTraces } from './own-traces.ts';

/** What the pane shows beside a message that is read. */
export type MessageSituation =
  | LookUp
  /** Somebody's mail that quotes an own one; `quoted` null: the server doesn't know that any more. */
  | { kind: 'reply'; quoted: MessageDetail | null }
  | { kind: 'foreign' | 'received' | 'unreadable' };

/** With what a message is read. */
export interface ReadDesk {
  api: Pick<Api, 'readMessage' | 'registerMessage' | 'listMessages'>;
  access: MailboxAccess;
  /** The mailbox's own address; null where Outlook keeps it to itself. */
  address: string | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** Finds out what the message beside the pane is, and what is known of it. Rejects as Api does. */
export async function readMessage(desk: ReadDesk, item: ReadItem, signal?: AbortSignal): Promise<MessageSituation> {
  const { api, access, address, now } = desk;
  const [body, property] = await Promise.all([item.readBody(), item.readProperty(DRAFT_KEY)]);
  signal?.throwIfAborted();
  const traces = body.ok ? findTraces(body.value, access.settings.trackingOrigin, access.signing) : null;
  const identity = identify({ ...item, traces, draft: draftOf(valueOr(property, null)) }, address);
  switch (identity.kind) {
    case 'own':
      return lookUp(api, identity, item, { now, address, signing: access.signing, signal });
    case 'reply':
      return { kind: 'reply', quoted: await api.readMessage(identity.messageId, null, signal) };
    case 'draft':
    case 'foreign':
    case 'received':
    case 'unreadable':
      return identity;
  }
}

function draftOf(property: string | null): DraftState | null {
  return property === null ? null : parseDraft(property);
}
