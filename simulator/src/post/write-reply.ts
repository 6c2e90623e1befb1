import type { ArrivedMail, PostedMail } from '../../../functions/local/post/mail-shapes.ts';
import { toMarkup } from '../outlook/body-engine.ts';
import { escapeHtml, innerBody } from '../outlook/rewrite-tags.ts';

/** What a reply is made of. */
export interface ReplyParts {
  owner: PostedMail['from'];
  text: string;
  /** Milliseconds since 1970. */
  now: number;
  /** No other mail's. */
  id: string;
}

/** A reply to the sender that quotes the mail, its pictures and links included, as Gmail and its like write it. */
export function writeReply(mail: ArrivedMail, { owner, text, now, id }: ReplyParts): PostedMail {
  const quoted = mail.format === 'html' ? innerBody(mail.body) : toMarkup(mail.body);
  const line = `On ${new Date(mail.sentAt).toUTCString()}, ${mail.from.name} <${mail.from.address}> wrote:`;
  return {
    from: owner,
    to: [mail.from],
    cc: [],
    bcc: [],
    subject: `RE: ${mail.subject.replace(/^RE: /i, '')}`,
    format: 'html',
    body:
      `<html><head></head><body>${toMarkup(text)}<br><div class="gmail_quote">` +
      `<div class="gmail_attr">${escapeHtml(line)}</div>` +
      `<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${quoted}</blockquote></div></body></html>`,
    attachments: [],
    pictures: mail.pictures,
    internetMessageId: `<${id}@recipient.example>`,
    conversationId: mail.conversationId,
    sentAt: now,
    deliverAfter: null,
  };
}
