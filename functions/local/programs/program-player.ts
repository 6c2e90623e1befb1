import type { TrayEntry } from '../post/mail-tray.ts';
import { ADDRESS_BLOCKS } from './address-blocks.ts';
import { findOwnUrls } from './find-own-urls.ts';
import type { OwnUrls } from './find-own-urls.ts';
import type { Knocker } from './knock.ts';
import { pickAddress } from './pick-address.ts';
import { planRequests } from './plan-requests.ts';
import type { PlannedRequest } from './plan-requests.ts';
import type { Asked, Play, PlayedMail } from './program-shapes.ts';
import { isProgramId, RECIPIENT_PROGRAMS } from './recipient-programs.ts';
import type { Step } from './recipient-programs.ts';
import { REQUESTERS } from './requesters.ts';

/** Plays what recipients' programs do with a mail. */
export interface ProgramPlayer {
  /** Makes the requests that the program makes when this happens, at its pace; resolves with them. */
  play(entry: TrayEntry, play: Play): Promise<PlayOutcome>;
  /** What stands in the mail, and what was asked for in somebody's mailbox. */
  look(entry: TrayEntry, mailbox: string): PlayedMail;
}

/** `no-event`: there is no such program, or that can't happen in it. `no-link`: the mail has no such tracked link. */
export type PlayOutcome = { ok: true; asked: readonly Asked[] } | { ok: false; reason: 'no-event' | 'no-link' };

/** What a player works with. */
export interface PlayerParts {
  trackingOrigin: string;
  knock: Knocker;
  /** Milliseconds since 1970. */
  now: () => number;
  wait: (delayMs: number) => Promise<void>;
}

/** What is known of a mail in one mailbox. */
interface Copy {
  /** Programs that it arrived in: it arrives once. */
  arrivedIn: Set<string>;
  /** What each program shows from a store. */
  kept: Set<string>;
  log: Asked[];
}

/** A player without a memory of any mail. */
export function createProgramPlayer(parts: PlayerParts): ProgramPlayer {
  // As long as the mail itself is kept.
  const copies = new WeakMap<TrayEntry, Map<string, Copy>>();
  const copyOf = (entry: TrayEntry, mailbox: string): Copy => {
    const all = copies.get(entry) ?? new Map<string, Copy>();
    const copy = all.get(mailbox) ?? { arrivedIn: new Set(), kept: new Set(), log: [] };
    copies.set(entry, all.set(mailbox, copy));
    return copy;
  };
  const urlsOf = ({ mail }: TrayEntry): OwnUrls =>
    mail.format === 'html' ? findOwnUrls(mail.body, parts.trackingOrigin) : { pictures: [], links: [] };
  return {
    play: async (entry, play) => {
      const steps = stepsOf(play);
      const urls = urlsOf(entry);
      if (steps === null) return { ok: false, reason: 'no-event' };
      if (needsLink(play) && urls.links[play.link ?? -1] === undefined) return { ok: false, reason: 'no-link' };
      const copy = copyOf(entry, play.mailbox);
      return { ok: true, asked: await ask(parts, { play, copy }, planFor(copy, play, { steps, urls })) };
    },
    look: (entry, mailbox) => {
      const { pictures, links } = urlsOf(entry);
      return { pictures: pictures.length, links: [...links], log: [...copyOf(entry, mailbox).log] };
    },
  };
}

function stepsOf({ program, what }: Play): readonly Step[] | null {
  return isProgramId(program) ? (RECIPIENT_PROGRAMS[program].on[what] ?? null) : null;
}

function needsLink({ what }: Play): boolean {
  return what === 'click' || what === 'paste';
}

/** Decides what is asked for, and remembers it at once: a second play of the same finds it done, even while this one lasts. */
function planFor(
  copy: Copy,
  { program, what, link }: Play,
  { steps, urls }: { steps: readonly Step[]; urls: OwnUrls },
): readonly PlannedRequest[] {
  if (what === 'arrive') {
    if (copy.arrivedIn.has(program)) return [];
    copy.arrivedIn.add(program);
  }
  const keyOf = (by: string, url: string): string => `${program} ${by} ${url}`;
  const planned = planRequests(steps, { urls, link, isKept: (by, url) => copy.kept.has(keyOf(by, url)) });
  for (const { keeps, by, url } of planned) if (keeps) copy.kept.add(keyOf(by, url));
  return planned;
}

async function ask(
  parts: PlayerParts,
  { play, copy }: { play: Play; copy: Copy },
  planned: readonly PlannedRequest[],
): Promise<readonly Asked[]> {
  const made: Asked[] = [];
  let atMs = 0;
  for (const request of planned) {
    await parts.wait(request.atMs - atMs);
    atMs = request.atMs;
    const entry = await askOnce(parts, play, request);
    copy.log.push(entry);
    made.push(entry);
  }
  return made;
}

async function askOnce({ knock, now }: PlayerParts, play: Play, request: PlannedRequest): Promise<Asked> {
  const { headers, from } = REQUESTERS[request.by];
  const { block, asn } = ADDRESS_BLOCKS[from];
  const address = pickAddress(block, play.mailbox);
  const at = now();
  const { status, goesTo } = await knock({ url: request.url, headers, address });
  const { program, what } = play;
  const { by, kind, link } = request;
  return {
    at,
    program,
    what,
    by,
    method: 'GET',
    kind,
    link,
    agent: headers['user-agent'] ?? '',
    address,
    asn,
    status,
    goesTo,
  };
}
