import { isText, objectOf } from '../api/shape.ts';
import type { TokenSource } from './sign-in.ts';
import { expiryOf } from './jwt-expiry.ts';

/** A part of `document`. */
export interface PageHead {
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
}

/** Whether the page was served by a local server, which says so in its head and gives tokens itself. */
export function isServedLocally(page: PageHead): boolean {
  return page.querySelector('meta[name="readback-sign-in"]')?.getAttribute('content') === 'local';
}

/** Who works at a page that has no Outlook around it to say so; empty where the local server names nobody. */
export function localAccount(page: PageHead): string {
  return page.querySelector('meta[name="readback-account"]')?.getAttribute('content') ?? '';
}

/** What the local server is asked with. */
export interface LocalSignIn {
  fetch: typeof globalThis.fetch;
  now: () => number;
  /** Who works here. The same address is always the same person. */
  address: string;
  tenantId: string;
}

const isAnswer = objectOf<{ token: string }>({ token: isText });

/** Signs in at the local server, which believes every address: for trying and for tests. */
export function createLocalSource(local: LocalSignIn): TokenSource {
  const silently: TokenSource['silently'] = async () => {
    const oid = await personOf(local.address);
    const response = await local.fetch('/local/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tid: local.tenantId, oid, address: local.address }),
    });
    const answer: unknown = response.ok ? await response.json() : null;
    return isAnswer(answer) ? { token: answer.token, expiresAt: expiryOf(answer.token, local.now()) } : null;
  };
  return { name: 'local', silently, withWindow: silently };
}

/** A GUID (RFC 9562 version 8) made of the address. */
async function personOf(address: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(address.toLowerCase()));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
