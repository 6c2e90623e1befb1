import type { Attachment, SendMailOptions } from 'nodemailer';
import { printAsExchange } from './exchange-text.ts';
import type { PostedMail } from './mail-shapes.ts';
import { readPictureUrl } from './picture-url.ts';

/** Exchange tells conversations by it ([MS-OXOMSG] PidTagConversationIndex); the simulator's ids aren't Exchange's, so they stand in base64. */
export const CONVERSATION_HEADER = 'Thread-Index';

/** Outlook takes no more characters (Office.Subject.setAsync), and nothing else folds a line that has no blank. */
const LONGEST_SUBJECT = 255;

/**
 * A posted mail as nodemailer takes it: HTML as multipart/alternative beside the text that Exchange would make of it, plain
 * text by itself. Who is in bcc stands in the envelope alone.
 */
export function composeMessage(mail: PostedMail): SendMailOptions {
  const { from, to, cc, bcc } = mail;
  return {
    envelope: { from: from.address, to: [...to, ...cc, ...bcc].map((one) => one.address) },
    from,
    to,
    cc,
    subject: mail.subject.slice(0, LONGEST_SUBJECT),
    date: new Date(mail.sentAt),
    messageId: mail.internetMessageId,
    headers: { [CONVERSATION_HEADER]: Buffer.from(mail.conversationId).toString('base64') },
    ...(mail.format === 'html' ? { html: mail.body, text: printAsExchange(mail.body) } : { text: mail.body }),
    attachments: [...inlinePictures(mail), ...files(mail)],
    // For all that isn't short lines of ASCII, as Exchange Online writes most of it.
    textEncoding: 'quoted-printable',
    xMailer: false,
    // What stands in a mail is never a file of this machine or an address to load from.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function inlinePictures({ pictures, format }: PostedMail): Attachment[] {
  if (format === 'text') return [];
  return Object.entries(pictures).flatMap(([cid, url]) => {
    const picture = readPictureUrl(url);
    return picture === null ? [] : [{ ...picture, cid, filename: cid, contentDisposition: 'inline' }];
  });
}

/** The simulator knows a file's name and size: as many zeros stand for its content. */
function files({ attachments }: PostedMail): Attachment[] {
  return attachments.map(({ name, size }) => ({
    filename: name,
    content: Buffer.alloc(size),
    contentType: 'application/octet-stream',
    contentDisposition: 'attachment',
  }));
}
