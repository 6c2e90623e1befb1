import { awaitHost } from './ask-host.ts';
import type { Outcome } from './outcome.ts';
import { fail } from './outcome.ts';
import type { Timers } from './timers.ts';

/** A request to the add-in's own server. */
export interface NetworkRequest {
  method: 'GET' | 'POST';
  /** Absolute: relative addresses fail in classic Outlook (docs/outlook-quirks.md#no-location). */
  url: string;
  /** Sent as it is; absent: no body. */
  body?: { type: 'text/plain' | 'application/json'; text: string };
  /** Access token; absent: none, so that no custom header asks for a preflight. */
  token?: string;
}

/** What came back; a status of 400 and above is an answer too. */
export interface NetworkReply {
  status: number;
  text: string;
}

/** Asks the server; resolves within the limit and never rejects. */
export type Network = (request: NetworkRequest, limitMs: number) => Promise<Outcome<NetworkReply>>;

/** `fetch`, as far as every runtime of Outlook has it. */
type Fetch = (
  url: string,
  init: { method: string; body?: string; headers: Record<string, string>; keepalive: boolean },
) => PromiseLike<{ status: number; text(): PromiseLike<string> }>;

declare const fetch: Fetch | undefined;

/** The network of the runtime. */
export function createNetwork(timers: Timers): Network {
  return async ({ method, url, body, token }, limitMs) => {
    const ask = typeof fetch === 'function' ? fetch : null;
    if (ask === null) return fail('unsupported', 'fetch');
    const headers: Record<string, string> = {};
    if (body !== undefined) headers['Content-Type'] = `${body.type};charset=UTF-8`;
    if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
    return awaitHost(timers, limitMs, () =>
      // keepalive: a browser finishes the request though Outlook closes the handler's page.
      ask(url, { method, headers, keepalive: true, ...(body && { body: body.text }) }).then(async (response) => ({
        status: response.status,
        text: await response.text(),
      })),
    );
  };
}
