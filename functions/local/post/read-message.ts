import PostalMime from 'postal-mime';
import type { Address, Attachment, Email } from 'postal-mime';
import { CONVERSATION_HEADER } from './compose-message.ts';
import type { ArrivedMail } from './mail-shapes.ts';
import { writePictureUrl } from './picture-url.ts';
import type { DeliveredMessage } from './smtp-loopback.ts';

/** Reads a MIME message as a recipient's mail program does. Rejects where it is no message at all. */
export async function readMessage(
  { raw, recipients }: DeliveredMessage,
  facts: { id: string; receivedAt: number },
): Promise<ArrivedMail> {
  const email = await PostalMime.parse(raw);
  const text = withoutLastBreak(email.text ?? '');
  const inline = email.attachments.filter(isInlinePicture);
  return {
    ...facts,
    recipients: [...recipients],
    from: peopleIn([email.from])[0] ?? { name: '', address: '' },
    to: peopleIn(email.to ?? []),
    cc: peopleIn(email.cc ?? []),
    subject: email.subject ?? '',
    format: email.html === undefined ? 'text' : 'html',
    body: email.html === undefined ? text : withoutLastBreak(email.html),
    text,
    attachments: email.attachments
      .filter((one) => !isInlinePicture(one))
      .map((one) => ({ name: one.filename ?? '', size: bytesOf(one).length })),
    pictures: Object.fromEntries(inline.map((one) => [idOf(one), writePictureUrl(one.mimeType, bytesOf(one))])),
    internetMessageId: email.messageId ?? '',
    conversationId: conversationOf(email),
    sentAt: email.date === undefined ? facts.receivedAt : Date.parse(email.date),
  };
}

/** The break that ends the last line of a part is MIME's, not the author's. */
function withoutLastBreak(text: string): string {
  return text.replace(/\r?\n$/, '');
}

function peopleIn(addresses: readonly (Address | undefined)[]): { name: string; address: string }[] {
  return addresses.flatMap((one) => {
    if (one === undefined) return [];
    return one.group ?? [{ name: one.name, address: one.address }];
  });
}

function isInlinePicture({ mimeType, contentId, disposition }: Attachment): boolean {
  return contentId !== undefined && disposition !== 'attachment' && mimeType.startsWith('image/');
}

function idOf({ contentId = '' }: Attachment): string {
  return contentId.replace(/^<|>$/g, '');
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

function conversationOf({ headers }: Email): string {
  const value = headers.find(({ key }) => key === CONVERSATION_HEADER.toLowerCase())?.value ?? '';
  return Buffer.from(value, 'base64').toString();
}
