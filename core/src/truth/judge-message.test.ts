import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Hit } from '../verdict.ts';
import { AGENTS, HOUR, MINUTE, NETWORKS, SECOND, SENT_AT, click, context, open } from './hits.fixture.ts';
import { CORRECTION_MS, MAX_RECENT, MAX_SESSIONS, emptyMemory } from './judge-memory.ts';
import { judgeMessage, summarise } from './judge-message.ts';
import { observeHit } from './observe-hit.ts';
import type { MessageContext } from './observe-hit.ts';
import { sayReason } from './say-reason.ts';

const judged = (hits: readonly Hit[], parts: Partial<MessageContext> = {}) => judgeMessage(hits, context(parts));
const actors = (hits: readonly Hit[], parts: Partial<MessageContext> = {}) =>
  judged(hits, parts).hits.map(({ actor }) => actor);
const headline = (hits: readonly Hit[], parts: Partial<MessageContext> = {}) =>
  sayReason(judged(hits, parts).headline, 'en');

const DAY = 24 * HOUR;
const safeLinks = (after: number, position: number, client = '40.94.89/23') =>
  click({ agent: AGENTS.oldChrome, network: NETWORKS.microsoft, headers: {}, client, after, position });

describe('judgeMessage', () => {
  it('takes a gateway’s look within two seconds of the send for a scanner', () => {
    const hits = [
      open({ network: NETWORKS.mimecast, after: 1_500, headers: {} }),
      click({ network: NETWORKS.mimecast, after: 1_800, headers: {} }),
    ];
    expect(actors(hits)).toEqual(['scanner', 'scanner']);
    expect(headline(hits)).toBe('Checked by a program, most likely a mail filter; no sign of a person yet');
  });

  it.each([
    ['a browser in a data centre', NETWORKS.hosting, 'scanner', 'unknown'],
    ['a browser at home', NETWORKS.home, 'scanner', 'likely-person'],
    ['Outlook at home', NETWORKS.home, 'likely-person', 'person'],
  ] as const)('takes %s by its haste', (who, network, atOnce, later) => {
    const agent = who.startsWith('Outlook') ? AGENTS.outlook : AGENTS.chrome;
    const loaded = (after: number) => actors([open({ agent, network, after })]);
    expect([loaded(1_500), loaded(30 * SECOND)]).toEqual([[atOnce], [later]]);
  });

  it('takes all links within two seconds for a scanner, whoever asks', () => {
    const hits = [0, 1, 2, 3].map((position) => click({ after: HOUR + position * 400, position }));
    const { hits: verdicts, clicks, corrections } = judged(hits);
    expect(verdicts.map(({ actor }) => actor)).toEqual(['scanner', 'scanner', 'scanner', 'scanner']);
    expect(clicks).toMatchObject({ person: 0, likely: 0, machine: 4 });
    expect(corrections.map(({ hit }) => hit)).toEqual([0, 1]);
  });

  it('takes one link three times for one person, not for a burst', () => {
    const hits = [0, 300, 900].map((after) => click({ after: HOUR + after, position: 2 }));
    const { clicks } = judged(hits);
    expect(actors(hits)).toEqual(['person', 'person', 'person']);
    expect(clicks).toEqual({ person: 1, likely: 0, machine: 0, unknown: 0 });
  });

  it('takes both links of a mail within ten seconds for a scanner, and a quarter of them for a person', () => {
    const hits = [click({ after: HOUR, position: 0 }), click({ after: HOUR + 6 * SECOND, position: 1 })];
    expect(actors(hits, { trackedLinks: 2 })).toEqual(['scanner', 'scanner']);
    expect(actors(hits, { trackedLinks: 8 })).toEqual(['person', 'person']);
  });

  it('takes picture and link together, right after the mail came, for a scanner', () => {
    const hits = [open({ after: 20 * SECOND }), click({ after: 20 * SECOND + 500 })];
    expect(actors(hits)).toEqual(['scanner', 'scanner']);
    expect(actors(hits.map((hit) => ({ ...hit, at: hit.at + HOUR })))).toEqual(['likely-person', 'person']);
  });

  it('leaves the person beside Safe Links a person', () => {
    const hits = [safeLinks(2 * HOUR, 1), click({ after: 2 * HOUR + 2 * SECOND, position: 1 })];
    const { clicks } = judged(hits);
    expect(actors(hits)).toEqual(['scanner', 'person']);
    expect(clicks).toEqual({ person: 1, likely: 0, machine: 1, unknown: 0 });
    expect(headline(hits)).toBe('Clicked by a person');
  });

  it('corrects a person to a scanner when three more links follow, and says so', () => {
    const first = click({ after: HOUR, position: 0 });
    const rest = [1, 2, 3].map((position) => click({ after: HOUR + 5 * MINUTE + position * 100, position }));
    const { corrections, hits } = judged([first, ...rest]);
    expect(hits.every(({ actor }) => actor === 'scanner')).toBe(true);
    expect(corrections[0]).toMatchObject({ hit: 0, from: { actor: 'person', rule: 'C12' } });
  });

  it('corrects nothing that lies more than 15 minutes back, nor another requester', () => {
    const early = click({ after: HOUR, position: 0 });
    const other = click({ after: HOUR + 20 * MINUTE, position: 0, client: 'somebody-else', agent: AGENTS.safari });
    const rest = [1, 2, 3].map((position) => click({ after: HOUR + 20 * MINUTE + position * 100, position }));
    expect(actors([early, other, ...rest])).toEqual(['person', 'person', 'scanner', 'scanner', 'scanner']);
  });

  it('claims nothing of a browser of whose request only the name is known', () => {
    expect(actors([click({ headers: {} })])).toEqual(['unknown']);
    expect(actors([click({ headers: { accept: '*/*' } })])).toEqual(['scanner']);
  });

  it('keeps two people behind one office address apart', () => {
    const office = { network: NETWORKS.office, client: '198.51.100/20' };
    const hits = [
      open({ ...office, agent: AGENTS.outlook, after: HOUR }),
      open({ ...office, agent: AGENTS.appleMail, after: HOUR + SECOND }),
      click({ ...office, position: 0, after: HOUR + MINUTE }),
      click({ ...office, agent: AGENTS.safari, position: 1, after: HOUR + MINUTE + SECOND }),
    ];
    const { opens, clicks } = judged(hits, { trackedLinks: 2 });
    expect(actors(hits, { trackedLinks: 2 })).toEqual(['person', 'person', 'person', 'person']);
    expect([opens.person, clicks.person]).toEqual([2, 2]);
  });

  it('doesn’t call a cloud PC a scanner', () => {
    const picture = open({ agent: AGENTS.outlook, network: NETWORKS.hosting });
    const link = click({ network: NETWORKS.microsoft, after: 2 * HOUR });
    expect(actors([picture, link])).toEqual(['likely-person', 'unknown']);
    expect(actors([click({ network: NETWORKS.hosting, after: 2 * HOUR })])).toEqual(['unknown']);
    expect(actors([click({ network: NETWORKS.hosting, after: 2 * SECOND })])).toEqual(['scanner']);
  });

  it('takes a filter’s look at a single link for a click’s, not for the arrival', () => {
    const hits = [
      click({ network: NETWORKS.mimecast, after: 3 * HOUR, headers: {} }),
      click({ after: 3 * HOUR + SECOND }),
    ];
    expect(judged(hits).hits[1]).toMatchObject({ actor: 'person', certainty: 5 });
  });

  it('takes a picture loaded from Microsoft without any name for a check', () => {
    expect(actors([open({ agent: '', network: NETWORKS.microsoft, headers: {} })])).toEqual(['scanner']);
  });

  it('knows an old browser in a data centre whatever the clock says', () => {
    const hit = click({ agent: AGENTS.oldChrome, network: NETWORKS.hosting, headers: {} });
    expect(actors([{ ...hit, at: 1_000 }], { sentAt: 0 })).toEqual(['scanner']);
  });

  it('claims nothing of Apple’s privacy proxy at night', () => {
    const night = open({ agent: AGENTS.bare, network: NETWORKS.appleList, headers: {}, after: 15 * HOUR });
    expect(actors([night])).toEqual(['prefetch']);
    expect(headline([night])).toBe('Loaded by Apple’s privacy proxy; whether it was read can’t be known');
  });

  it('counts Yahoo’s four retries as one open', () => {
    const retries = [0, 1, 2, 3].map((index) =>
      open({
        agent: AGENTS.yahooProxy,
        network: NETWORKS.yahoo,
        headers: {},
        client: `server-${index}`,
        after: HOUR + index * SECOND,
      }),
    );
    expect(judged(retries).opens).toEqual({ person: 1, likely: 0, machine: 0, unknown: 0 });
  });

  it('counts a pixel that a reply’s quoted part shows to the sender as nobody’s open', () => {
    const { opens, headline: line } = judged([open({ own: true, agent: AGENTS.outlook })]);
    expect(opens).toEqual({ person: 0, likely: 0, machine: 0, unknown: 0 });
    expect(line.code).toBe('headline-nothing');
    const quoted = open({ quoted: true, agent: AGENTS.outlook });
    expect(judged([quoted]).opens).toEqual({ person: 0, likely: 0, machine: 0, unknown: 1 });
    expect(actors([open({ quoted: true, own: true }), click({ quoted: true })])).toEqual(['sender', 'person']);
  });

  it('judges by the server’s clock alone', () => {
    // A PC that is five minutes fast: the server computes the send time from the age that it was told.
    const hit = open({ agent: AGENTS.outlook, after: 90 * SECOND });
    expect(actors([hit], { sentAt: SENT_AT })).toEqual(['person']);
    expect(actors([hit], { sentAt: SENT_AT + 5 * MINUTE })).toEqual(['sender']);
  });

  it('counts a scheduled mail from its delivery', () => {
    const hits = [open({ agent: AGENTS.outlook, after: HOUR }), open({ agent: AGENTS.appleMail, after: 25 * HOUR })];
    expect(actors(hits, { deliverAfter: SENT_AT + DAY })).toEqual(['sender', 'person']);
  });

  it('takes the first burst for the arrival where nothing else tells it', () => {
    const late = 6 * HOUR;
    const burst = [0, 1, 2].map((position) => safeLinks(late + position * 100, position));
    const quick = open({
      network: NETWORKS.microsoft,
      headers: {},
      client: 'picture-server',
      after: late + 30 * SECOND,
    });
    const verdicts = judged([...burst, quick]).hits;
    expect(verdicts.at(-1)).toMatchObject({ actor: 'scanner', rule: 'P9' });
  });

  it('takes pictures from Microsoft for Outlook on the web only when no link check stands beside them', () => {
    const picture = open({ network: NETWORKS.microsoft, headers: {}, client: 'picture-server', after: HOUR });
    expect(actors([picture])).toEqual(['image-proxy']);
    const { hits, corrections } = judged([picture, safeLinks(HOUR + 20 * SECOND, 0)]);
    expect(hits.map(({ actor }) => actor)).toEqual(['scanner', 'scanner']);
    expect(corrections).toHaveLength(1);
  });

  it('takes lone pictures from Microsoft on another day for Outlook on the web, though the send time is unknown', () => {
    const lone = (after: number) => open({ network: NETWORKS.microsoft, headers: {}, after });
    expect(actors([lone(HOUR), lone(HOUR + DAY)], { sentAt: null })).toEqual(['unknown', 'image-proxy']);
  });

  it('derives an open from a click', () => {
    expect(judged([click()]).opens.person).toBe(1);
    expect(judged([open({ agent: AGENTS.outlook }), click()]).opens.person).toBe(1);
    expect(judged([safeLinks(HOUR, 0)]).opens.person).toBe(0);
    // What a browser loaded was most likely webmail; who clicked then has opened for sure, once.
    expect(judged([open(), click()]).opens).toEqual({ person: 1, likely: 0, machine: 0, unknown: 0 });
  });

  it('answers in the order of the hits it was given', () => {
    const hits = [
      click({ after: 2 * HOUR }),
      open({ own: true, after: HOUR }),
      open({ agent: AGENTS.outlook, after: 3 * HOUR }),
    ];
    expect(actors(hits)).toEqual(['person', 'sender', 'person']);
  });

  it.each<[string, readonly Hit[], string]>([
    ['nothing', [], 'Nothing seen. Many mail programs block pictures, so this does not mean unread.'],
    ['two clicks', [click({ position: 0 }), click({ position: 1, after: 2 * HOUR })], 'Clicked by a person, twice'],
    ['one open', [open({ agent: AGENTS.outlook })], 'Opened by a person'],
    [
      'a chat',
      [click({ agent: AGENTS.slack, network: NETWORKS.hosting })],
      'Your link was pasted into a chat; no click by a person was seen',
    ],
    [
      'something',
      [open({ network: NETWORKS.hosting })],
      'Something loaded it; whether a person or a program is unclear',
    ],
  ])('says of %s one honest line', (_what, hits, line) => {
    expect(headline(hits)).toBe(line);
  });
});

const anyHit: fc.Arbitrary<Hit> = fc
  .record({
    isClick: fc.boolean(),
    agent: fc.constantFrom(...Object.values(AGENTS), ''),
    network: fc.constantFrom(...Object.values(NETWORKS), null),
    after: fc.integer({ min: -HOUR, max: 40 * HOUR }),
    position: fc.integer({ min: 0, max: 5 }),
    client: fc.constantFrom('a/1', 'a/2', 'b/1'),
    own: fc.boolean(),
    method: fc.constantFrom('GET', 'GET', 'HEAD'),
  })
  .map(({ isClick, ...parts }) => (isClick ? click(parts) : open(parts)));

describe('the memory of a message', () => {
  it('gives the same verdicts whether hits are judged at once or one by one through JSON', () => {
    fc.assert(
      fc.property(fc.array(anyHit, { maxLength: 30 }), (unordered) => {
        const hits = unordered.toSorted((a, b) => a.at - b.at);
        let memory = emptyMemory();
        const verdicts = [];
        for (const [n, hit] of hits.entries()) {
          const observed = observeHit(JSON.parse(JSON.stringify(memory)), { n, hit }, context());
          memory = observed.memory;
          verdicts.push(observed.verdict);
          for (const correction of observed.corrections) verdicts[correction.n] = correction.to;
        }
        const together = judged(hits);
        expect(verdicts).toEqual(together.hits);
        expect(summarise(memory)).toEqual({
          opens: together.opens,
          clicks: together.clicks,
          headline: together.headline,
        });
      }),
    );
  });

  it('only ever corrects downwards, and within 15 minutes', () => {
    fc.assert(
      fc.property(fc.array(anyHit, { maxLength: 30 }), (hits) => {
        const { corrections, hits: verdicts } = judged(hits);
        for (const { hit, from } of corrections) {
          expect(['person', 'likely-person', 'image-proxy', 'unknown']).toContain(from.actor);
          expect(verdicts[hit]?.actor).toBe('scanner');
        }
      }),
    );
  });

  it('stays small under a flood', () => {
    let memory = emptyMemory();
    for (let n = 0; n < 2_000; n++) {
      const hit = click({
        after: HOUR + n * 50,
        position: n % 300,
        client: `c${n}/1`,
        agent: AGENTS.safari,
      });
      memory = observeHit(memory, { n, hit }, context({ trackedLinks: 300 })).memory;
    }
    expect(memory.recent.length).toBeLessThanOrEqual(MAX_RECENT);
    expect(memory.sessions.length).toBeLessThanOrEqual(MAX_SESSIONS);
    expect(JSON.stringify(memory).length).toBeLessThan(40_000);
    expect(CORRECTION_MS).toBeLessThan(30 * MINUTE);
  });

  it('certainties stay between 0 and 6, and 0 is unknown’s', () => {
    fc.assert(
      fc.property(fc.array(anyHit, { maxLength: 12 }), (hits) => {
        for (const { actor, certainty } of judged(hits).hits) {
          expect(certainty).toBeGreaterThanOrEqual(0);
          expect(certainty).toBeLessThanOrEqual(6);
          if (actor === 'unknown') expect(certainty).toBe(0);
        }
      }),
    );
  });
});

interface Scenario {
  scenario: string;
  hits: {
    resource: string;
    label: string;
    method: string;
    userAgent: string | null;
    ip: string | null;
    asn: number | null;
    secondsAfterSend: number | null;
    headers: Record<string, string>;
  }[];
}

/** What may differ about a request without changing what it was. */
interface HitChange {
  secondsAfterSend: number;
  isNetworkUnknown: boolean;
  client: string;
  country: string | null;
  headers: Record<string, string>;
}

const DOCUMENTED = join(__dirname, '../../../../shared/truth-data/documented-requests.json');
const KINDS: Readonly<Record<number, keyof typeof NETWORKS>> = {
  15169: 'google',
  8075: 'microsoft',
  36183: 'akamai',
  54113: 'hosting',
  36647: 'yahoo',
  396982: 'hosting',
};

if (existsSync(DOCUMENTED)) {
  describe('on documented requests', () => {
    const right: Readonly<Record<string, readonly string[]>> = {
      'image-proxy-open': ['image-proxy'],
      'privacy-prefetch': ['prefetch'],
      scanner: ['scanner'],
      'link-preview': ['link-preview'],
      person: ['person', 'likely-person'],
      'mail-app-open': ['person', 'likely-person'],
    };
    const scenarios = JSON.parse(readFileSync(DOCUMENTED, 'utf8')) as Scenario[];
    type Documented = Scenario['hits'][number];
    const hitOf = (documented: Documented, change: Partial<HitChange> = {}): Hit => {
      const { asn, ip, userAgent, secondsAfterSend, method, resource, headers } = documented;
      const kind = asn === null || change.isNetworkUnknown === true ? undefined : KINDS[asn];
      const known = kind === undefined ? null : NETWORKS[kind];
      const parts = {
        network: known && asn !== null ? { ...known, asn } : null,
        after: (secondsAfterSend ?? change.secondsAfterSend ?? 3_600) * SECOND,
        method,
        client: `${change.client ?? ''}${ip ?? 'nowhere'}`,
      };
      const agent: Record<string, string> = userAgent === null ? {} : { 'user-agent': userAgent };
      const made = resource === 'pixel' ? open(parts) : click(parts);
      return { ...made, headers: { ...agent, ...headers, ...change.headers }, country: change.country ?? null };
    };
    const outcomes = scenarios.flatMap(({ scenario, hits }) => {
      const verdicts = judged(
        hits.map((hit) => hitOf(hit)),
        { trackedLinks: 1 },
      ).hits;
      return hits.map((hit, index) => ({ scenario, label: hit.label, actor: verdicts[index]?.actor ?? 'unknown' }));
    });

    it.each(outcomes)('$scenario: $label is $actor', ({ label, actor }) => {
      expect([...(right[label] ?? []), 'unknown']).toContain(actor);
    });

    it('never says the opposite when what doesn’t matter is otherwise', () => {
      const change: fc.Arbitrary<HitChange> = fc.record({
        // What isn't published may have been at any time after a while.
        secondsAfterSend: fc.integer({ min: 120, max: 60 * 86_400 }),
        isNetworkUnknown: fc.boolean(),
        client: fc.constantFrom('', 'a', 'b'),
        country: fc.constantFrom(null, 'DE', 'US'),
        headers: fc.constantFrom({}, { 'accept-encoding': 'gzip' }, { via: '1.1 proxy' }, { 'x-unheard-of': 'yes' }),
      });
      const links = fc.constantFrom(0, 1, 3, 20);
      fc.assert(
        fc.property(fc.constantFrom(...scenarios), change, links, ({ hits }, changed, trackedLinks) => {
          const verdicts = judged(
            hits.map((hit) => hitOf(hit, changed)),
            { trackedLinks },
          ).hits;
          for (const [index, { label }] of hits.entries()) {
            expect([...(right[label] ?? []), 'unknown']).toContain(verdicts[index]?.actor);
          }
        }),
        { numRuns: 500 },
      );
    });

    it('answers unknown for a quarter at most', () => {
      expect(outcomes.filter(({ actor }) => actor === 'unknown').length / outcomes.length).toBeLessThanOrEqual(0.25);
    });
  });
} else {
  console.log('Left out: the documented requests do not lie beside the project.');
}
