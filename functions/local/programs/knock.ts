import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** One request of a program that is played. */
export interface Knock {
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Where it is to come from: an IP address. */
  address: string;
}

/** What it got. */
export interface KnockAnswer {
  status: number;
  /** Where the answer sends a browser; null: nowhere. Nobody goes there. */
  goesTo: string | null;
}

/** Makes requests of programs that are played. */
export type Knocker = (knock: Knock) => Promise<KnockAnswer>;

/** Only this machine's host believes it (`shape-request.ts`); the app that is deployed never sees it. */
const ADDRESS_HEADER = 'x-local-client-ip';

/**
 * Asks this machine's own server for addresses of the tracking origin, and refuses every other: what else stands in a mail
 * is never asked for. Redirects aren't followed.
 * @param origin where the server listens; another than the tracking origin where that is set to a name of its own.
 */
export function createKnocker(origin: string, trackingOrigin: string): Knocker {
  return async ({ url, headers, address }) => {
    const { origin: wanted, host, pathname, search } = new URL(url);
    if (wanted !== new URL(trackingOrigin).origin) throw new Error('Only the tracking origin is ever asked');
    const answer = await ask(new URL(pathname + search, origin), { host, ...headers, [ADDRESS_HEADER]: address });
    return { status: answer.statusCode ?? 0, goesTo: answer.headers.location ?? null };
  };
}

/** Not by `fetch`, which adds headers of its own. */
async function ask(url: URL, headers: Record<string, string>): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    const answered = (answer: IncomingMessage): void => {
      answer.resume();
      answer.on('end', () => resolve(answer)).on('error', reject);
    };
    const request =
      url.protocol === 'https:'
        ? // Its own certificate, on its own machine: there is nobody to check it against.
          httpsRequest(url, { headers, rejectUnauthorized: false }, answered)
        : httpRequest(url, { headers }, answered);
    request.on('error', reject).end();
  });
}
