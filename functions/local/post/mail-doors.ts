import type { IncomingMessage } from 'node:http';
import type { HostAnswer } from '../functions-host.ts';
import { plain } from '../functions-host.ts';
import { json, jsonOr404, readJsonBody } from '../json-door.ts';
import type { LocalPost } from './local-post.ts';
import { postedMailShape } from './mail-shapes.ts';
import { MessageTooLarge } from './smtp-loopback.ts';

/**
 * The doors of the post. Null: the path is none of these.
 * - `POST /local/mail` hands a mail over: 201 with `{id}` once it arrived, 202 while it has to wait
 * - `GET /local/mail`, `GET /local/mail/{id}`: what arrived · `DELETE /local/mail` forgets it
 * - `GET /local/mail/{id}/raw`: the MIME message, as it came over SMTP
 */
export async function answerMailDoor(
  request: IncomingMessage,
  path: string,
  post: LocalPost,
): Promise<HostAnswer | null> {
  const method = request.method ?? 'GET';
  if (path === '/local/mail') return await answerTray(request, method, post);
  const [, id, raw] = /^\/local\/mail\/(\w+)(\/raw)?$/.exec(path) ?? [];
  if (id === undefined) return null;
  if (method !== 'GET') return plain(404);
  return raw === undefined ? jsonOr404(post.find(id)?.mail ?? null) : showSource(post, id);
}

async function answerTray(request: IncomingMessage, method: string, post: LocalPost): Promise<HostAnswer> {
  switch (method) {
    case 'GET':
      return json(200, post.list());
    case 'DELETE':
      post.clear();
      return plain(204);
    case 'POST':
      return await takeMail(request, post);
    default:
      return plain(404);
  }
}

async function takeMail(request: IncomingMessage, post: LocalPost): Promise<HostAnswer> {
  const mail = postedMailShape.safeParse(await readJsonBody(request));
  if (!mail.success) return json(400, { detail: 'Send a mail as a JSON object.', problems: mail.error.issues });
  try {
    const id = await post.submit(mail.data);
    return id === null ? json(202, {}) : json(201, { id });
  } catch (error) {
    if (error instanceof MessageTooLarge) return json(413, { detail: error.message });
    throw error;
  }
}

function showSource(post: LocalPost, id: string): HostAnswer {
  const entry = post.find(id);
  if (entry === null) return plain(404);
  // As text: a browser would save `message/rfc822` as a file.
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
  return { status: 200, headers: { ...headers, 'cache-control': 'no-store' }, body: entry.raw };
}
