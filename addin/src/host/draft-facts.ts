import type { DraftFacts, TenantSettings } from '@readback/core';
import type { ComposeItem } from './compose-item.ts';
import type { Mailbox } from './mailbox.ts';
import type { Outcome } from './outcome.ts';

type MailFacts = Required<Pick<DraftFacts, 'format' | 'sender' | 'label' | 'attachments'>>;

/** Asks Outlook for what a decision needs besides the body. What it doesn't tell is `unreadable`. */
export async function readMailFacts(item: ComposeItem, mailbox: Mailbox, settings: TenantSettings): Promise<MailFacts> {
  const [format, sender, label, attachments] = await Promise.all([
    item.readFormat(),
    item.readSender(),
    item.readLabel(),
    item.readAttachments(),
  ]);
  return {
    format: format.ok ? format.value : 'unreadable',
    sender: describeSender(sender, mailbox.address()),
    label: describeLabel(label, settings.harmlessLabels),
    attachments: attachments.ok ? (attachments.value.some(({ cloud }) => cloud) ? 'cloud' : 'local') : 'unreadable',
  };
}

function describeSender(sender: Outcome<string>, own: string | null): MailFacts['sender'] {
  if (!sender.ok || sender.value === '' || own === null) return 'unreadable';
  return sender.value.trim().toLowerCase() === own.trim().toLowerCase() ? 'own' : 'other';
}

/** Outlook doesn't say whether a label encrypts, so one that the company didn't call harmless counts as protecting. */
function describeLabel(label: Outcome<string | null>, harmless: readonly string[]): MailFacts['label'] {
  if (!label.ok) return label.failure === 'unsupported' ? 'none' : 'unreadable';
  if (label.value === null) return 'none';
  return harmless.includes(label.value.toLowerCase()) ? 'harmless' : 'protecting';
}
