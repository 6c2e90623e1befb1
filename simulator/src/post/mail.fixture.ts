import type { ArrivedMail, PostedMail } from '../../../functions/local/post/mail-shapes.ts';

const ROBIN = { name: 'Robin Reed', address: 'robin.reed@contoso.example' };
const ADA = { name: 'Ada Park', address: 'ada.park@fabrikam.example' };

const written = {
  from: ROBIN,
  to: [ADA],
  cc: [],
  subject: 'Offer',
  format: 'html',
  body: '<p>Hello</p>',
  attachments: [],
  pictures: {},
  internetMessageId: '<1@simulator.example>',
  conversationId: 'conversation-1',
  sentAt: 1_000,
} as const;

/** A mail from Robin to Ada on its way out, with what is named here. */
export function postedMail(given: Partial<PostedMail> = {}): PostedMail {
  return { ...written, to: [ADA], cc: [], bcc: [], attachments: [], pictures: {}, deliverAfter: null, ...given };
}

/** A mail from Robin that arrived at Ada's, with what is named here. */
export function arrivedMail(given: Partial<ArrivedMail> = {}): ArrivedMail {
  const recipients = [...(given.to ?? [ADA]), ...(given.cc ?? [])].map(({ address }) => address);
  const kept = { ...written, to: [ADA], cc: [], attachments: [], pictures: {} };
  return { ...kept, id: '1', receivedAt: 2_000, recipients, text: 'Hello', ...given };
}
