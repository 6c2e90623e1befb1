import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { FunctionsHost, HostAnswer } from './functions-host.ts';
import { plain } from './functions-host.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { MailTray } from './mail-tray.ts';
import { readBody } from './shape-request.ts';

/** What stands behind the doors that only this machine has. */
export interface LocalParts {
  identity: IdentityProvider;
  tray: MailTray;
  host: FunctionsHost;
}

const MAX_BODY_BYTES = 8_000_000;

const tokenShape = z.object({
  tid: z.guid().optional(),
  oid: z.guid(),
  address: z.string().min(1),
});

const mailShape = z.record(z.string(), z.unknown());

/**
 * `/local/…` and `/admin/functions/{name}`: never part of the app. Null: the path is none of these.
 * - `POST /local/token {tid?, oid, address}` → `{token}`
 * - `POST /local/mail`, `GET /local/mail`, `GET /local/mail/{id}`, `DELETE /local/mail`
 * - `POST /admin/functions/{name}` runs a timer's function at once, as the real host's does
 */
export async function answerLocalDoor(
  request: IncomingMessage,
  path: string,
  parts: LocalParts,
): Promise<HostAnswer | null> {
  const method = request.method ?? 'GET';
  if (path === '/local/token') return method === 'POST' ? await issueToken(request, parts.identity) : plain(404);
  if (path === '/local/mail') return await answerTray(request, method, parts.tray);
  const mailId = /^\/local\/mail\/(\w+)$/.exec(path)?.[1];
  if (mailId !== undefined) return method === 'GET' ? jsonOr404(parts.tray.find(mailId)) : plain(404);
  const functionName = /^\/admin\/functions\/([\w-]+)$/.exec(path)?.[1];
  if (functionName === undefined) return null;
  return plain(method === 'POST' && (await parts.host.trigger(functionName)) ? 202 : 404);
}

async function issueToken(request: IncomingMessage, identity: IdentityProvider): Promise<HostAnswer> {
  const wanted = tokenShape.safeParse(await readJsonBody(request));
  if (!wanted.success) return json(400, { detail: 'Send {"tid": GUID, "oid": GUID, "address": "name@host"}.' });
  return json(200, { token: await identity.issue(wanted.data) });
}

async function answerTray(request: IncomingMessage, method: string, tray: MailTray): Promise<HostAnswer> {
  switch (method) {
    case 'GET':
      return json(200, tray.list());
    case 'DELETE':
      tray.clear();
      return plain(204);
    case 'POST': {
      const mail = mailShape.safeParse(await readJsonBody(request));
      return mail.success ? json(201, tray.put(mail.data)) : json(400, { detail: 'Send a mail as a JSON object.' });
    }
    default:
      return plain(404);
  }
}

/** Null where the body isn't JSON. */
async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === null || body === 'too-large') return null;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

function jsonOr404(value: unknown): HostAnswer {
  return value === null ? plain(404) : json(200, value);
}

function json(status: number, value: unknown): HostAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: new TextEncoder().encode(JSON.stringify(value)),
  };
}
