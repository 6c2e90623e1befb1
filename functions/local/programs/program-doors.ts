import type { IncomingMessage } from 'node:http';
import type { HostAnswer } from '../functions-host.ts';
import { plain } from '../functions-host.ts';
import { json, readJsonBody } from '../json-door.ts';
import type { LocalPost } from '../post/local-post.ts';
import { readTarget } from '../shape-request.ts';
import type { ProgramPlayer } from './program-player.ts';
import { playShape, PROGRAM_EVENTS } from './program-shapes.ts';
import type { ProgramDescription } from './program-shapes.ts';
import { isProgramId, RECIPIENT_PROGRAMS } from './recipient-programs.ts';

/** What stands behind the doors of the recipients' programs. */
export interface ProgramParts {
  post: LocalPost;
  player: ProgramPlayer;
}

/**
 * The doors of the recipients' programs. Null: the path is none of these.
 * - `GET /local/programs`: what a recipient may have
 * - `GET /local/mail/{id}/open-as?mailbox=`: our addresses in a mail, and what was asked for
 * - `POST /local/mail/{id}/open-as {program, what, mailbox, link?}` plays it → `{asked}`
 */
export async function answerProgramDoor(
  request: IncomingMessage,
  path: string,
  parts: ProgramParts,
): Promise<HostAnswer | null> {
  const method = request.method ?? 'GET';
  if (path === '/local/programs') return method === 'GET' ? json(200, describePrograms()) : plain(404);
  const id = /^\/local\/mail\/(\w+)\/open-as$/.exec(path)?.[1];
  if (id === undefined) return null;
  const entry = parts.post.find(id);
  if (entry === null) return plain(404);
  if (method === 'GET') {
    const mailbox = new URLSearchParams(readTarget(request).query).get('mailbox') ?? '';
    return json(200, parts.player.look(entry, mailbox));
  }
  if (method !== 'POST') return plain(404);
  const play = playShape.safeParse(await readJsonBody(request));
  if (!play.success)
    return json(400, { detail: 'Send {"program": id, "what": event, "mailbox": address, "link"?: n}.' });
  const outcome = await parts.player.play(entry, play.data);
  return outcome.ok ? json(200, { asked: outcome.asked }) : json(400, { detail: outcome.reason });
}

function describePrograms(): readonly ProgramDescription[] {
  return Object.keys(RECIPIENT_PROGRAMS)
    .filter(isProgramId)
    .map((id) => {
      const { name, does, source, grade, wrapsLinks = false, on } = RECIPIENT_PROGRAMS[id];
      const events = PROGRAM_EVENTS.filter((event) => on[event] !== undefined);
      return { id, name, does, source, grade, wrapsLinks, events };
    });
}
