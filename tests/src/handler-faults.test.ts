import { parseDraft, readBodyLook, readTrackingUrl } from '@readback/core';
import type { DraftState, SentState } from '@readback/core';
import { bundleHandlers } from '../../scripts/build/handlers.ts';
import { HANDLER_LIMIT_MS, ROOT, TRACK } from './handler-stage.ts';
import { CALLS, FAULTS, loadHandlers, RIVAL } from './hostile-office.ts';
import type { CallFault, CallName, HostilePlay, HostileSend } from './hostile-office.ts';

/*
 * Whatever Office does, the mail goes: the built handlers in an Office whose calls throw, fail, stay silent, answer late, twice,
 * at once or with rubbish, one by one and many together.
 */

type Client = HostilePlay['client'];

const CLIENTS: readonly Client[] = ['web', 'classic', 'mac'];
const KEY = Uint8Array.from({ length: 32 }, (_, at) => at);
const LATE_TIMERS_MS = 900;
/** Sends of one lot. */
const LOT = 100;

const LINK = '<p>Hello, see <a href="https://example.org/offer?a=1&amp;b=2">our offer</a>.</p>';
const PLAIN = '<p>Hello.</p>';
const BODIES: Readonly<Record<string, string>> = {
  link: LINK,
  plain: PLAIN,
  picture: `${LINK}<p><img src="https://contoso.example/logo.png" width="20"></p>`,
  inline: `${LINK}<p><img src="cid:image001.png@01"></p>`,
  reply: `${LINK}<div id="divRplyFwdMsg"><b>From:</b> Ada</div><blockquote><a href="https://fabrikam.example/">this</a></blockquote>`,
  document: `<html><head><title>x</title></head><body bgcolor="white">${LINK}</body></html>`,
  broken: `${LINK}<table><tr><td><a href='https://example.org/x'>x<p></b><!-- never closed`,
  empty: '',
};

let send: (play: HostilePlay) => HostileSend;

beforeAll(async () => {
  send = loadHandlers(await bundleHandlers(ROOT));
});

/** A body without what we may do to it. */
function withoutOurs(html: string): string {
  return html
    .replaceAll(/<img src="https:\/\/track\.contoso\.example\/o\/[\w-]+" width="1" height="1" border="0" alt="">/g, '')
    .replaceAll(/https:\/\/track\.contoso\.example\/c\/[\w-]+/g, 'LINK')
    .replaceAll(/https:\/\/example\.org\/(offer\?a=1&amp;b=2|x)(?=["'])/g, 'LINK');
}

function ownTraces(html: string): { pictures: number; links: number } {
  const { pictures, links } = readBodyLook(html);
  const count = (urls: readonly string[]): number =>
    urls.filter((url) => readTrackingUrl(url, [TRACK], () => KEY) !== null).length;
  return { pictures: count(pictures), links: count(links) };
}

function stateOf({ property }: HostileSend): DraftState | null {
  return property === null ? null : parseDraft(property);
}

/** What came of it that must not, in words; nothing whatever happens (design: promises 1 and 2). */
function findHarm(play: HostilePlay, sent: HostileSend): string[] {
  const { completions, writes, thrown } = sent;
  const end = completions[0]?.at ?? 0;
  const bare = withoutOurs(sent.after).replaceAll(RIVAL, '');
  const rules: Record<string, boolean> = {
    'completes once, with leave to go': JSON.stringify(completions) === `[{"at":${end},"options":{"allowEvent":true}}]`,
    'completes in time': end <= HANDLER_LIMIT_MS,
    'throws nothing at Outlook': thrown.length === 0,
    'writes once at most': writes.length <= 1,
    'begins no write after it completed': writes.every(({ at }) => at <= end),
    'changes nothing but what is ours': bare === withoutOurs(sent.before).replaceAll(RIVAL, ''),
    'leaves one picture at most': ownTraces(sent.after).pictures <= 1,
    'writes what is allowed there': writes.every((write) => isAllowed(play.client, write)),
  };
  return Object.keys(rules).filter((rule) => !rules[rule]);
}

function isAllowed(client: Client, { call, html, over }: HostileSend['writes'][number]): boolean {
  if (call === 'body.prependAsync') return client === 'mac' && withoutOurs(html) === '' && html !== '';
  if (over.includes('cid:') || withoutOurs(html) !== withoutOurs(over)) return false;
  return client !== 'web' || readBodyLook(html).pictures.length === 0;
}

/**
 * What the pane will say and what isn't so. Nothing can be promised where the state couldn't be kept, where the body couldn't
 * be read or is written after all is over, where the time was over, or where somebody else writes too.
 */
function findLies({ rivalAt }: HostilePlay, sent: HostileSend): string[] {
  const isUnknown = sent.struck.some(
    ({ call, fault }) => call === 'body.getAsync' || (WRITES.includes(call) && fault === 'late'),
  );
  if (isUnknown || typeof rivalAt === 'number') return [];
  const isStoreBroken = sent.struck.some(({ call }) => STORES.includes(call));
  const state = isStoreBroken ? null : (stateOf(sent)?.sent ?? readTold(sent.registration));
  const isOver = (sent.completions[0]?.at ?? 0) >= HANDLER_LIMIT_MS - LATE_TIMERS_MS;
  if (state === null) return isStoreBroken || isOver ? [] : ['leaves no word'];
  const { pictures, links } = ownTraces(sent.after);
  const rules: Record<string, boolean> = {
    'links are tracked': state.links === links > 0,
    'a reason for links': links > 0 || state.linksReason !== null,
    'a reason for opens': pictures > 0 || state.opensReason !== null,
  };
  return Object.keys(rules).filter((rule) => !rules[rule]);
}

/** What the server was told about links and opens. */
function readTold(registration: unknown): Pick<SentState, 'links' | 'linksReason' | 'opensReason'> | null {
  if (typeof registration !== 'object' || registration === null) return null;
  const text = JSON.stringify({ messageId: '00'.repeat(12), leave: [], sent: { at: 0, subject: '', ...registration } });
  return parseDraft(text)?.sent ?? null;
}

const STORES: readonly CallName[] = ['loadCustomPropertiesAsync', 'properties.saveAsync'];
const WRITES: readonly CallName[] = ['body.setAsync', 'body.prependAsync'];

function findFaults(play: HostilePlay): string[] {
  const sent = send(play);
  return [...findHarm(play, sent), ...findLies(play, sent)].map((what) => `${play.client}: ${what}`);
}

describe.each(CALLS)('%s', (call) => {
  it.each(FAULTS)('%s', (fault) => {
    const strike = (name: CallName): CallFault | null => (name === call ? fault : null);
    const found = CLIENTS.flatMap((client) => [
      ...findFaults({ client, html: LINK, fault: strike }),
      // Where there is no link, only what is done to the body differs.
      ...(call.startsWith('body.') ? findFaults({ client, html: PLAIN, fault: strike }) : []),
      ...findFaults({ client, html: LINK, composeFault: strike, isSwitched: true }),
    ]);
    expect(found).toEqual([]);
  });
});

/** Numbers that look random and are the same each time (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(random: () => number, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error('There is nothing to pick from.');
  return chosen;
}

function makePlay(seed: number): HostilePlay {
  const random = createRandom(seed);
  const client = pick(random, CLIENTS);
  const rate = pick(random, [0.03, 0.1, 0.3, 0.8]);
  const fault = (): CallFault | null => (random() < rate ? pick(random, FAULTS) : null);
  return {
    client,
    html: pick(random, Object.values(BODIES)),
    fault,
    isSwitched: random() < 0.2,
    composeFault: random() < 0.3 ? fault : () => null,
    lateness: () => random() * 4_000,
    timerLag: () => (client === 'web' ? random() * LATE_TIMERS_MS : 0),
    rivalAt: random() < 0.3 ? random() * 2_500 : null,
  };
}

it.each(Array.from({ length: 10 }, (_, at) => at))('many faults at once, lot %i', (lot) => {
  const seeds = Array.from({ length: LOT }, (_, at) => lot * LOT + at);
  const found = seeds.flatMap((seed) => findFaults(makePlay(seed)).map((what) => `${seed} ${what}`));
  expect(found).toEqual([]);
});

const refuse = (): never => {
  throw new TypeError('Nothing of this works here.');
};
const hanging = new Promise(() => undefined);

describe('an Outlook of which a part is broken', () => {
  const PARTS: readonly [string, Partial<HostilePlay>][] = [
    ['without a network', { globals: { fetch: undefined } }],
    ['with a network that throws', { globals: { fetch: refuse } }],
    ['with a network that never answers', { globals: { fetch: () => hanging } }],
    ['with a network that answers nothing', { globals: { fetch: () => undefined } }],
    ['with randomness that throws', { globals: { crypto: { getRandomValues: refuse } } }],
    ['with a page of no origin', { globals: { location: {} } }],
    ['with settings that throw', { context: { roamingSettings: { get: refuse } } }],
    ['without settings', { context: { roamingSettings: undefined } }],
    ['with a key of rubbish', { context: { roamingSettings: { get: () => ({ key: 7 }) } } }],
    ['with requirement sets that throw', { context: { requirements: { isSetSupported: refuse } } }],
    ['without requirement sets', { context: { requirements: undefined } }],
    ['without labels', { context: { sensitivityLabelsCatalog: undefined } }],
    ['without a platform', { context: { diagnostics: undefined } }],
    ['without a language', { context: { displayLanguage: undefined } }],
  ];

  it.each(PARTS)('%s', (_, part) => {
    expect(CLIENTS.flatMap((client) => findFaults({ client, html: LINK, ...part }))).toEqual([]);
  });

  it('without timers, which would end what hangs: the mail goes at once, as written', () => {
    for (const client of CLIENTS) {
      const play: HostilePlay = { client, html: LINK, globals: { setTimeout: undefined } };
      const sent = send(play);
      expect(findHarm(play, sent)).toEqual([]);
      expect(sent).toMatchObject({ completions: [{ at: 0 }], after: LINK });
    }
  });
});
