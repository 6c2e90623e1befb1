import * as z from 'zod';

/** No white space, brackets or controls: nothing that could end an address in a header or in an SMTP command. */
const ADDRESS = /^[^\s<>(),;:"\\@\p{Cc}]+@[^\s<>(),;:"\\@\p{Cc}]+$/u;

/** A content id as it stands behind `cid:` (RFC 2392). */
const CONTENT_ID = /^[^\s<>\p{Cc}]+$/u;

const address = z.string().max(320).regex(ADDRESS);
const person = z.object({ name: z.string().max(256), address });
const file = z.object({ name: z.string(), size: z.int().nonnegative() });
const pictures = z.record(z.string().regex(CONTENT_ID), z.string().startsWith('data:image/'));
const format = z.enum(['html', 'text']);

/** What the simulated Outlook and the recipients' page hand to the local server: a mail on its way out. */
export const postedMailShape = z
  .object({
    from: person,
    to: z.array(person),
    cc: z.array(person),
    /** They get the mail; nothing in it names them. */
    bcc: z.array(person),
    subject: z.string(),
    format,
    body: z.string(),
    /** Names and sizes: the simulator keeps no content of files. */
    attachments: z.array(file),
    /** Content id of an inline picture → data URL in base64. */
    pictures,
    internetMessageId: z.string().regex(/^<[^<>\s\p{Cc}]+>$/u),
    conversationId: z.string(),
    /** Milliseconds since 1970. */
    sentAt: z.number(),
    /** When it may leave, milliseconds since 1970; null: at once. */
    deliverAfter: z.number().nullable(),
  })
  .refine(({ to, cc, bcc }) => to.length + cc.length + bcc.length > 0, 'A mail needs a recipient.');

export type PostedMail = z.infer<typeof postedMailShape>;

const sender = z.object({ name: z.string(), address: z.string() });

/** A mail as it was read from the MIME message that arrived. */
export const arrivedMailShape = z.object({
  /** Its number in the local server's store. */
  id: z.string(),
  /** Milliseconds since 1970, by the local server's clock. */
  receivedAt: z.number(),
  /** Whose mailboxes it reached: SMTP's envelope, so those in bcc too. */
  recipients: z.array(z.string()),
  from: sender,
  to: z.array(sender),
  cc: z.array(sender),
  subject: z.string(),
  format,
  body: z.string(),
  /** The part for programs that show no HTML; of a plain mail, its body. */
  text: z.string(),
  attachments: z.array(file),
  pictures: z.record(z.string(), z.string()),
  internetMessageId: z.string(),
  conversationId: z.string(),
  /** What its `Date` says: milliseconds since 1970, in whole seconds. */
  sentAt: z.number(),
});

export type ArrivedMail = z.infer<typeof arrivedMailShape>;
