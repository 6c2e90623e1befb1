import { createMessageId, createSigner, DRAFT_KEY, encodeHex, formatDraft, newDraft } from '@readback/core';
import type { MailboxAccess } from '@readback/core';
import { readStoredMailbox } from '@readback/core';
import { OWN_ADDRESS, storedMailbox, TRACK } from '../../host/fake-desk.fixture.ts';
import { fail, succeed } from '../../host/outcome.ts';
import type { ReadItem } from '../../host/read-item.ts';
import { createFakeApi, detailOf } from '../api/fake-api.fixture.ts';
import { readMessage } from './read-message.ts';

const SENT = Date.UTC(2026, 10, 21, 9);

function accessOf(): MailboxAccess {
  const access = readStoredMailbox(storedMailbox());
  if (access === null) throw new Error('the stored mailbox is whole');
  return access;
}

const access = accessOf();
const messageId = createMessageId(SENT, [Uint8Array.of(1)]);
const id = encodeHex(messageId);
const picture = `<img src="${createSigner({ origin: TRACK, ...access.signing }).pixelUrl(messageId)}">`;

function itemOf(over: Partial<ReadItem> = {}): ReadItem {
  return {
    subject: 'Offer',
    from: OWN_ADDRESS,
    recipients: [{ address: 'anna@example.com', name: 'Anna' }],
    createdAt: SENT,
    internetMessageId: null,
    conversationId: null,
    readBody: () => Promise.resolve(succeed('<p>Hello</p>')),
    readProperty: () => Promise.resolve(succeed(null)),
    ...over,
  };
}

const holding = (html: string) => ({ readBody: () => Promise.resolve(succeed(html)) });
const read = (item: ReadItem, api = createFakeApi(detailOf(id)), signal?: AbortSignal) =>
  readMessage({ api, access, address: OWN_ADDRESS, now: SENT }, item, signal);

describe('reading the message beside the pane', () => {
  it('shows what happened to an own mail', async () => {
    await expect(read(itemOf(holding(picture)))).resolves.toMatchObject({ kind: 'found', message: { id } });
  });

  it("leads from somebody's reply to the own mail", async () => {
    const reply = itemOf({ from: 'anna@example.com', ...holding(`<p>Thanks</p><hr>${picture}`) });
    await expect(read(reply)).resolves.toMatchObject({ kind: 'reply', quoted: { id } });
    await expect(read(reply, createFakeApi())).resolves.toEqual({ kind: 'reply', quoted: null });
  });

  it('finds the mail by what the add-in kept on it, where the picture was lost', async () => {
    const kept = formatDraft(newDraft(id));
    const item = itemOf({ readProperty: (name) => Promise.resolve(succeed(name === DRAFT_KEY ? kept : null)) });
    await expect(read(item)).resolves.toMatchObject({ kind: 'found', message: { id } });
    await expect(read(item, createFakeApi())).resolves.toEqual({ kind: 'draft' });
  });

  it.each([
    ['the property', { readProperty: () => Promise.resolve(fail('timeout')), ...holding(picture) }],
    ['a property that is not ours', { readProperty: () => Promise.resolve(succeed('{')), ...holding(picture) }],
  ])('does without %s', async (_, over) => {
    await expect(read(itemOf(over))).resolves.toMatchObject({ kind: 'found' });
  });

  it("says that somebody's mail can't be read when Outlook keeps its text back", async () => {
    const closed = itemOf({ from: 'anna@example.com', readBody: () => Promise.resolve(fail('timeout')) });
    await expect(read(closed)).resolves.toEqual({ kind: 'unreadable' });
  });

  it('asks the server nothing once another message was selected', async () => {
    const api = createFakeApi(detailOf(id));
    api.readMessage = () => Promise.reject(new Error('asked'));
    await expect(read(itemOf(holding(picture)), api, AbortSignal.abort('another item'))).rejects.toBe('another item');
  });
});
