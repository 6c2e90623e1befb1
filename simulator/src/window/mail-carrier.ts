import type { MailboxStorage, Outlook } from '../outlook/outlook.ts';
import type { OutgoingMail, Person } from '../outlook/mail.ts';
import type { PostOffice } from '../post/post-office.ts';
import { arrivedFor } from '../post/arrived-mail.ts';
import { pictureIdsIn } from '../body/picture-ids.ts';
import type { PictureStore } from '../body/picture-store.ts';

const RECEIVED = 'received';

/** Hands a mail that leaves Outlook to the post, with the pictures that stand in it. */
export async function handOver(post: PostOffice, pictures: PictureStore, mail: OutgoingMail): Promise<void> {
  const { label: _, to, cc, bcc, ...rest } = mail;
  const shown = pictureIdsIn(mail.body).flatMap((id): [string, string][] => {
    const picture = pictures.find(id);
    return picture === null ? [] : [[id, picture]];
  });
  await post.post({
    ...rest,
    to: [...to],
    cc: [...cc],
    bcc: [...bcc],
    attachments: mail.attachments.filter(({ isInline }) => !isInline).map(({ name, size }) => ({ name, size })),
    pictures: Object.fromEntries(shown),
  });
}

/** What receives. */
export interface MailReceiver {
  outlook: Pick<Outlook, 'receive'>;
  user: Person;
  storage: MailboxStorage;
  pictures: PictureStore;
}

/** Puts into the Inbox what the post has for its owner and didn't bring before. Rejects where the post can't be reached. */
export async function fetchMails(post: PostOffice, to: MailReceiver): Promise<void> {
  const mails = arrivedFor(to.user.address, await post.collect());
  const known = readReceived(to.storage);
  const fresh = mails.filter(({ internetMessageId }) => !known.includes(internetMessageId));
  if (fresh.length === 0) return;
  to.storage.set(RECEIVED, [...known, ...fresh.map(({ internetMessageId }) => internetMessageId)]);
  for (const { attachments, pictures, ...mail } of fresh.toReversed()) {
    for (const [id, picture] of Object.entries(pictures)) to.pictures.keep(id, picture);
    to.outlook.receive({
      from: mail.from,
      to: mail.to,
      cc: mail.cc,
      subject: mail.subject,
      format: mail.format,
      body: mail.body,
      conversationId: mail.conversationId,
      attachments: attachments.map((one, index) => ({
        ...one,
        id: `received-${index}`,
        contentType: 'application/octet-stream',
        isInline: false,
        contentId: null,
        isCloud: false,
      })),
    });
  }
}

function readReceived(storage: MailboxStorage): readonly string[] {
  const value = storage.get(RECEIVED);
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
