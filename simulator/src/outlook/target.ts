import type { ItemFace } from './host-link.ts';
import type { LiveDraft } from './live-draft.ts';
import type { Mail } from './mail.ts';

/** What a session is about: a draft, a mail that is read, or nothing. */
export type Target = { draft: LiveDraft } | { mail: Mail; number: number } | null;

/** The number of its draft or read item, by which quirks take turns. */
export function numberOf(target: Target): number | undefined {
  if (target === null) return undefined;
  return 'draft' in target ? target.draft.number : target.number;
}

/** What Office.js holds of an item. */
export function faceOf(target: Target): ItemFace | null {
  if (target === null) return null;
  if ('mail' in target) {
    const { mail, number } = target;
    const { subject, from, to, cc, attachments, internetMessageId, conversationId } = mail;
    const createdAt = mail.sentAt ?? mail.createdAt;
    return {
      number,
      mode: 'read',
      conversationId,
      itemId: mail.id,
      subject,
      from,
      to,
      cc,
      attachments,
      internetMessageId,
      createdAt,
    };
  }
  return {
    number: target.draft.number,
    mode: 'compose',
    conversationId: target.draft.conversationId,
    itemId: null,
    subject: '',
    from: null,
    to: [],
    cc: [],
    attachments: [],
    internetMessageId: null,
    createdAt: target.draft.openedAt,
  };
}
