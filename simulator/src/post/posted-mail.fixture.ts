import type { PostedMail } from './posted-mail.ts';

const ROBIN = { name: 'Robin Reed', address: 'robin.reed@contoso.example' };

/** A mail from Robin to Ada, with what is named here. */
export function postedMail(given: Partial<PostedMail> = {}): PostedMail {
  return {
    from: ROBIN,
    to: [{ name: 'Ada Park', address: 'ada.park@fabrikam.example' }],
    cc: [],
    bcc: [],
    subject: 'Offer',
    format: 'html',
    body: '<p>Hello</p>',
    attachments: [],
    pictures: {},
    internetMessageId: '<1@simulator.example>',
    conversationId: 'conversation-1',
    sentAt: 1_000,
    deliverAfter: null,
    ...given,
  };
}
