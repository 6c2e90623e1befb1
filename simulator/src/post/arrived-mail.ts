import { arrivedMailShape } from '../../../functions/local/post/mail-shapes.ts';
import type { ArrivedMail } from '../../../functions/local/post/mail-shapes.ts';

/** The mails among what the post holds; whatever else lies there is left out. */
export function readArrivedMails(value: unknown): readonly ArrivedMail[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const mail = arrivedMailShape.safeParse(one);
    return mail.success ? [mail.data] : [];
  });
}

/** The mails in somebody's mailbox, newest first. */
export function arrivedFor(address: string, mails: readonly ArrivedMail[]): readonly ArrivedMail[] {
  const wanted = address.toLowerCase();
  return mails
    .filter(({ recipients }) => recipients.some((one) => one.toLowerCase() === wanted))
    .sort((a, b) => b.receivedAt - a.receivedAt);
}

/** Whom its headers name as recipients; those in bcc stand nowhere in it. */
export function namedRecipients({ to, cc }: ArrivedMail): readonly ArrivedMail['from'][] {
  return [...to, ...cc];
}
