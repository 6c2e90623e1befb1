import type { Recipient } from '@readback/core';
import { textOf } from '@readback/core/records';
import { createOfficeQuestions } from './office-questions.ts';
import type { HostPatience } from './office-questions.ts';
import { readAs, readRecipients } from './office-readings.ts';
import { succeed } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** A message that is read: in the Inbox, in Sent Items, or a draft that Outlook shows without its editor. */
export interface ReadItem {
  readonly subject: string;
  /** Null for a draft: who sends it is set only when it is sent. */
  readonly from: string | null;
  /** To and Cc. Outlook tells no Bcc when a message is read. */
  readonly recipients: readonly Recipient[];
  /** Milliseconds since 1970: when it was sent or received, by the mailbox server's clock; null where Outlook doesn't tell. */
  readonly createdAt: number | null;
  /** The mail's own id (RFC 5322 §3.6.4), as it travels with it; null where Outlook doesn't tell. */
  readonly internetMessageId: string | null;
  readonly conversationId: string | null;
  /** The body as HTML. */
  readBody(): Promise<Outcome<string>>;
  /** One of this add-in's custom properties; null where there is none. A forward may have inherited it (office-js#2456). */
  readProperty(name: string): Promise<Outcome<string | null>>;
}

/** The message that is read beside the pane; null while none is. It keeps meaning that message when another is selected. */
export function openReadItem(patience: HostPatience): ReadItem | null {
  const item: Office.MessageRead | null | undefined = Office.context.mailbox.item;
  if (!item || typeof item.subject !== 'string') return null;
  const { ask } = createOfficeQuestions(patience);
  return {
    subject: item.subject,
    from: addressOf(item.from) ?? addressOf(item.sender),
    recipients: readRecipients([...(item.to ?? []), ...(item.cc ?? [])]),
    createdAt: timeOf(item.dateTimeCreated),
    internetMessageId: item.internetMessageId || null,
    conversationId: item.conversationId || null,
    readBody: async () => readAs(await ask((callback) => item.body.getAsync('html', callback)), textOf),
    readProperty: async (name) => {
      const loaded = await ask<Office.CustomProperties>((callback) => item.loadCustomPropertiesAsync(callback));
      return loaded.ok ? succeed(textOf(loaded.value.get(name))) : loaded;
    },
  };
}

function addressOf(person: Partial<Office.EmailAddressDetails> | null | undefined): string | null {
  return person?.emailAddress ? person.emailAddress : null;
}

function timeOf(date: Date | null | undefined): number | null {
  // Not `instanceof`: the date may come from another window of Outlook's.
  const time = date ? Number(date) : NaN;
  return Number.isNaN(time) ? null : time;
}
