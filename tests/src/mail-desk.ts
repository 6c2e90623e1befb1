import { randomBytes } from 'node:crypto';
import { createSigner, decodeBase64url, encodeHex, signRegistration } from '@readback/core';
import type { Signer, SigningKey } from '@readback/core';
import type { Page } from 'playwright-core';

/** A mail that left some time ago. */
export interface SentMail {
  /** Somebody loads its picture. */
  load(): Promise<void>;
}

/** Sends mails of a person's as the add-in would have done, without an Outlook. */
export interface MailDesk {
  send(mail: { subject: string; to: string; name?: string; hoursAgo: number }): Promise<SentMail>;
}

/** A program and a network that people have; the address is nobody's (RFC 5737). */
const READER = {
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Thunderbird/140.2.0',
  'x-local-client-ip': '203.0.113.77',
};
const HOUR_MS = 3_600_000;
const DESTINATION = 'https://www.contoso.example/offer';

/** Opens the page, past its introduction, and sends for whoever is signed in there. */
export async function openMailDesk(page: Page, origin: string): Promise<MailDesk> {
  const [asked] = await Promise.all([page.waitForRequest('**/api/mailbox'), page.goto(`${origin}/activity`)]);
  const { authorization = '' } = asked.headers();
  const answer = await fetch(`${origin}/api/mailbox`, {
    method: 'POST',
    headers: { authorization },
    body: asked.postData(),
  });
  const { mailboxId, key, epoch, generation } = await answer.json();
  await introduce(page, origin, authorization);
  const signing = { mailboxId: bytesOf(mailboxId), key: bytesOf(key), epoch, generation };
  return {
    send: async ({ subject, to, name = null, hoursAgo }) => {
      const id = idAt(Date.now() - hoursAgo * HOUR_MS);
      const words = {
        opens: true,
        links: true,
        ageMs: hoursAgo * HOUR_MS,
        subject,
        recipients: [{ address: to, name }],
        trackedLinks: [{ position: 0, destination: DESTINATION }],
      };
      await register(origin, signing, id, words);
      return sentMail(createSigner({ ...signing, origin }), id);
    },
  };
}

async function introduce(page: Page, origin: string, authorization: string): Promise<void> {
  const path = `${origin}/api/preferences`;
  const preferences: object = await (await fetch(path, { headers: { authorization } })).json();
  await fetch(path, {
    method: 'PUT',
    headers: { authorization },
    body: JSON.stringify({ ...preferences, introducedAt: new Date().toISOString() }),
  });
  await page.reload();
}

function sentMail(signer: Signer, id: Uint8Array): SentMail {
  return {
    load: async () => {
      await fetch(signer.pixelUrl(id), { headers: READER });
    },
  };
}

async function register(origin: string, key: SigningKey, id: Uint8Array, words: object): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(words));
  const headers = { 'content-type': 'text/plain' };
  const answer = await fetch(`${origin}/m/${signRegistration(key, id, body)}`, { method: 'POST', body, headers });
  if (!answer.ok) throw new Error(`The server refused ${encodeHex(id)}: ${answer.status}`);
}

/** As the add-in makes them: the time at which the mail was begun, and something that nobody else has. */
function idAt(time: number): Uint8Array {
  const begun = Buffer.alloc(6);
  begun.writeUIntBE(2 ** 48 - 1 - Math.round(time), 0, 6);
  return new Uint8Array([...begun, ...randomBytes(6)]);
}

function bytesOf(text: string | null): Uint8Array {
  const bytes = decodeBase64url(text ?? '');
  if (bytes === null) throw new Error('The server sent no base64url');
  return bytes;
}
