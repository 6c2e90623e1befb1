import { z } from 'zod';

const person = z.object({ name: z.string(), address: z.string() });

const shape = z.object({
  from: person,
  to: z.array(person),
  cc: z.array(person),
  bcc: z.array(person),
  subject: z.string(),
  format: z.enum(['html', 'text']),
  body: z.string(),
  attachments: z.array(z.object({ name: z.string(), size: z.number() })),
  /** Content id of an inline picture → data URL. */
  pictures: z.record(z.string(), z.string()),
  internetMessageId: z.string(),
  conversationId: z.string(),
  /** Milliseconds since 1970. */
  sentAt: z.number(),
  /** When it may arrive, milliseconds since 1970; null: at once. */
  deliverAfter: z.number().nullable(),
});

/** A mail on its way from one mail program to the other. */
export type PostedMail = z.infer<typeof shape>;

/** The mails among what the post holds; whatever else lies there is left out. */
export function readPostedMails(value: unknown): readonly PostedMail[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const mail = shape.safeParse(one);
    return mail.success ? [mail.data] : [];
  });
}

/** Everybody whose mailbox it reaches. */
export function recipientsOf({ to, cc, bcc }: PostedMail): readonly PostedMail['from'][] {
  return [...to, ...cc, ...bcc];
}

/** The mails that have arrived in somebody's mailbox by now, newest first. */
export function arrivedFor(address: string, mails: readonly PostedMail[], now: number): readonly PostedMail[] {
  const wanted = address.toLowerCase();
  return mails
    .filter((mail) => recipientsOf(mail).some((one) => one.address.toLowerCase() === wanted))
    .filter(({ deliverAfter }) => deliverAfter === null || deliverAfter <= now)
    .sort((a, b) => arrivalOf(b) - arrivalOf(a));
}

/** When it reached its recipients' mailboxes, milliseconds since 1970. */
export function arrivalOf({ sentAt, deliverAfter }: PostedMail): number {
  return Math.max(sentAt, deliverAfter ?? 0);
}
