import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { FunctionsHost, HostAnswer } from './functions-host.ts';
import { plain } from './functions-host.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { json, readJsonBody } from './json-door.ts';
import type { LocalPost } from './post/local-post.ts';
import { answerMailDoor } from './post/mail-doors.ts';
import { answerProgramDoor } from './programs/program-doors.ts';
import type { ProgramPlayer } from './programs/program-player.ts';

/** What stands behind the doors that only this machine has. */
export interface LocalParts {
  identity: IdentityProvider;
  post: LocalPost;
  player: ProgramPlayer;
  host: FunctionsHost;
}

const tokenShape = z.object({
  tid: z.guid().optional(),
  oid: z.guid(),
  address: z.string().min(1),
});

/**
 * `/local/…` and `/admin/functions/{name}`: never part of the app. Null: the path is none of these.
 * - `POST /local/token {tid?, oid, address}` → `{token}`
 * - `/local/mail…`: the post · `/local/programs`, `/local/mail/{id}/open-as`: the recipients' programs
 * - `POST /admin/functions/{name}` runs a timer's function at once, as the real host's does
 */
export async function answerLocalDoor(
  request: IncomingMessage,
  path: string,
  parts: LocalParts,
): Promise<HostAnswer | null> {
  const method = request.method ?? 'GET';
  if (path === '/local/token') return method === 'POST' ? await issueToken(request, parts.identity) : plain(404);
  const answered = (await answerMailDoor(request, path, parts.post)) ?? (await answerProgramDoor(request, path, parts));
  if (answered !== null) return answered;
  const functionName = /^\/admin\/functions\/([\w-]+)$/.exec(path)?.[1];
  if (functionName === undefined) return null;
  return plain(method === 'POST' && (await parts.host.trigger(functionName)) ? 202 : 404);
}

async function issueToken(request: IncomingMessage, identity: IdentityProvider): Promise<HostAnswer> {
  const wanted = tokenShape.safeParse(await readJsonBody(request));
  if (!wanted.success) return json(400, { detail: 'Send {"tid": GUID, "oid": GUID, "address": "name@host"}.' });
  return json(200, { token: await identity.issue(wanted.data) });
}
