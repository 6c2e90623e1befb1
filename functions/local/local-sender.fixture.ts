import { createSigner, decodeBase64url, signRegistration } from '@readback/core';
import type { Signer, SigningKey } from '@readback/core';
import type { LocalApp } from './start-local.ts';

/** Asks the app; redirects aren't followed. */
export async function ask(app: LocalApp, path: string, init: RequestInit = {}): Promise<Response> {
  return await fetch(app.origin + path, { redirect: 'manual', ...init });
}

/** Signs in at the local identity provider: the headers for the API. */
export async function signIn(
  app: LocalApp,
  who: { tid?: string; oid: string; address: string },
): Promise<Record<string, string>> {
  const answer = await ask(app, '/local/token', { method: 'POST', body: JSON.stringify(who) });
  const { token } = await answer.json();
  return { authorization: `Bearer ${token}` };
}

function bytesOf(text: string | null): Uint8Array {
  const bytes = decodeBase64url(text ?? '');
  if (bytes === null) throw new Error('The server sent no base64url');
  return bytes;
}

/** What an add-in has after it fetched its key. */
export interface Sender {
  headers: Record<string, string>;
  key: SigningKey;
  signer: Signer;
}

/** Fetches the key of somebody's mailbox. */
export async function openMailbox(app: LocalApp, who: { oid: string; address: string }): Promise<Sender> {
  const headers = await signIn(app, who);
  const answer = await ask(app, '/api/mailbox', {
    method: 'POST',
    headers,
    body: JSON.stringify({ address: who.address }),
  });
  const { mailboxId, key, epoch, generation } = await answer.json();
  const signing = { mailboxId: bytesOf(mailboxId), key: bytesOf(key), epoch, generation };
  return { headers, key: signing, signer: createSigner({ ...signing, origin: app.origin }) };
}

let lastMessage = 0;

/** A message that nobody of this run used before, and its id in hex. */
export function newMessage(): { id: Uint8Array; hex: string } {
  const id = new Uint8Array(12).fill(1);
  new DataView(id.buffer).setUint32(8, ++lastMessage);
  return { id, hex: Buffer.from(id).toString('hex') };
}

/** Registers a message as the send handler does. */
export async function register(
  app: LocalApp,
  { key }: Sender,
  id: Uint8Array,
  words: object = { opens: true, links: true },
): Promise<Response> {
  const body = new TextEncoder().encode(JSON.stringify(words));
  const headers = { 'content-type': 'text/plain' };
  return await ask(app, `/m/${signRegistration(key, id, body)}`, { method: 'POST', body, headers });
}
