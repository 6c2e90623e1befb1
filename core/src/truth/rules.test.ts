import { CLICK_RULES } from './click-rules.ts';
import {
  AGENTS,
  HOUR,
  MINUTE,
  NAVIGATION,
  NETWORKS,
  PICTURE,
  SECOND,
  SENT_AT,
  click,
  context,
  open,
} from './hits.fixture.ts';
import { emptyMemory } from './judge-memory.ts';
import { judgeMessage } from './judge-message.ts';
import { gatherEvidence } from './observe-hit.ts';
import type { Evidence, Rule } from './rule.ts';
import { OPEN_RULES } from './open-rules.ts';
import type { MessageContext } from './observe-hit.ts';
import type { Hit } from '../verdict.ts';

/** The rule that decides a hit that stands alone in its message. */
function decided(hit: Hit, sentAt?: null) {
  const judged = judgeMessage([hit], sentAt === null ? context({ sentAt: null }) : context());
  const verdict = judged.hits[0];
  return verdict === undefined ? null : `${verdict.rule} ${verdict.actor} ${verdict.certainty}`;
}

const neverJudged = { actor: 'nobody', certainty: -1, rule: '', reason: { code: '' } };

const FIREFOX_2 = 'Mozilla/5.0 (Windows; U; Windows NT 5.1; en-GB; rv:1.8.1.16) Gecko/20080702 Firefox/2.0.0.16';

const { 'sec-fetch-user': _user, ...NOT_TOLD } = NAVIGATION;

/** What browsers sent before Fetch Metadata. */
const UNTOLD_HOW = { accept: NAVIGATION.accept, 'accept-language': NAVIGATION['accept-language'] };

/** Each rule once where it holds, and once beside it, where another one or none does. */
const ROWS: readonly (readonly [rule: string, holds: Hit, verdict: string, beside: Hit, otherwise: string])[] = [
  ['P0', open({ after: -SECOND }), 'P0 sender 6', open({ after: HOUR }), 'P15 likely-person 3'],
  ['P1', open({ own: true }), 'P1 sender 6', open(), 'P15 likely-person 3'],
  ['P2', open({ method: 'HEAD' }), 'P2 scanner 6', open(), 'P15 likely-person 3'],
  [
    'P3',
    open({ headers: { ...PICTURE, 'sec-purpose': 'prefetch' } }),
    'P3 prefetch 6',
    open({ headers: { ...PICTURE, 'sec-purpose': 'other' } }),
    'P15 likely-person 3',
  ],
  [
    'P4',
    open({ agent: AGENTS.gmailPrefetch, network: NETWORKS.google }),
    'P4 prefetch 6',
    open({ agent: AGENTS.gmailPrefetch, network: NETWORKS.home }),
    'P18 unknown 0',
  ],
  [
    'P5',
    open({ agent: AGENTS.gmailProxy, network: NETWORKS.google }),
    'P5 image-proxy 5',
    open({ agent: AGENTS.gmailProxy, network: NETWORKS.hosting }),
    'P18 unknown 0',
  ],
  [
    'P6',
    open({ agent: AGENTS.bare, network: NETWORKS.appleList, headers: {} }),
    'P6 prefetch 6',
    open({ agent: AGENTS.bare, network: NETWORKS.home, headers: {} }),
    'P6 unknown 0',
  ],
  [
    'P7',
    open({ agent: AGENTS.yahooProxy, network: NETWORKS.yahoo }),
    'P7 image-proxy 5',
    open({ agent: AGENTS.yahooProxy, network: NETWORKS.home }),
    'P7 image-proxy 2',
  ],
  [
    'P8',
    open({ network: NETWORKS.proton }),
    'P8 prefetch 3',
    open({ agent: AGENTS.outlook, network: NETWORKS.proton }),
    'none unknown 0',
  ],
  [
    'P9',
    open({ network: NETWORKS.microsoft, after: 30 * SECOND }),
    'P9 scanner 5',
    open({ network: NETWORKS.microsoft, after: 5 * MINUTE }),
    'P9 image-proxy 3',
  ],
  [
    'P6',
    open({ agent: AGENTS.bare, network: NETWORKS.akamai, headers: {} }),
    'P6 prefetch 3',
    open({ agent: AGENTS.bare, network: NETWORKS.akamai, headers: { referer: 'https://example.com/' } }),
    'none unknown 0',
  ],
  [
    'P7',
    open({ agent: AGENTS.yahooProxy, network: NETWORKS.yahoo }),
    'P7 image-proxy 5',
    open({ agent: AGENTS.chrome, network: NETWORKS.yahoo }),
    'none unknown 0',
  ],
  [
    'P9',
    open({ network: NETWORKS.microsoft, after: 30 * SECOND }),
    'P9 scanner 5',
    open({ agent: AGENTS.outlook, network: NETWORKS.microsoft, after: 30 * SECOND }),
    'P14 likely-person 1',
  ],
  [
    'P13',
    open({ agent: AGENTS.outlook }),
    'P13 person 5',
    open({ agent: AGENTS.outlook, network: NETWORKS.mimecast }),
    'P11 scanner 3',
  ],
  ['P17', open({ agent: '', headers: {} }), 'P17 unknown 0', open(), 'P15 likely-person 3'],
  ['P10', open({ agent: AGENTS.python }), 'P10 scanner 4', open({ agent: 'Evolution/3.52.0' }), 'P13 person 5'],
  [
    'P11',
    open({ network: NETWORKS.mimecast }),
    'P11 scanner 3',
    open({ network: NETWORKS.office }),
    'P15 likely-person 3',
  ],
  ['P12', open({ agent: FIREFOX_2, headers: {} }), 'P12 scanner 4', open(), 'P15 likely-person 3'],
  [
    'P12',
    open({ agent: AGENTS.oldChrome, network: NETWORKS.hosting }),
    'P12 scanner 3',
    open({ agent: AGENTS.oldChrome, network: NETWORKS.home }),
    'P15 likely-person 3',
  ],
  [
    'P13',
    open({ agent: AGENTS.outlook }),
    'P13 person 5',
    open({ agent: AGENTS.outlook, network: null }),
    'P13 likely-person 3',
  ],
  [
    'P14',
    open({ agent: AGENTS.outlook, network: NETWORKS.hosting }),
    'P14 likely-person 2',
    open({ agent: AGENTS.outlook, network: NETWORKS.office }),
    'P13 person 5',
  ],
  [
    'P15',
    open({ network: NETWORKS.gateway }),
    'P15 likely-person 3',
    open({ network: NETWORKS.home, headers: { accept: '*/*' } }),
    'none unknown 0',
  ],
  [
    'P16',
    open({ network: NETWORKS.hosting }),
    'P16 unknown 0',
    open({ network: NETWORKS.home }),
    'P15 likely-person 3',
  ],
  [
    'P17',
    open({ agent: '', network: NETWORKS.hosting, headers: {} }),
    'P17 scanner 2',
    open({ agent: '', network: NETWORKS.home, headers: {} }),
    'P17 unknown 0',
  ],
  [
    'P18',
    open({ agent: AGENTS.gmailProxy, network: NETWORKS.home }),
    'P18 unknown 0',
    open({ agent: AGENTS.gmailProxy, network: null }),
    'P5 image-proxy 3',
  ],
  ['C0', click({ after: -SECOND }), 'C0 sender 6', click({ after: HOUR }), 'C12 person 5'],
  ['C1', click({ own: true }), 'C1 sender 6', click(), 'C12 person 5'],
  ['C2', click({ method: 'HEAD' }), 'C2 scanner 6', click(), 'C12 person 5'],
  [
    'C3',
    click({ headers: { ...NAVIGATION, purpose: 'prefetch' } }),
    'C3 prefetch 6',
    click({ headers: { ...NAVIGATION, purpose: 'none' } }),
    'C12 person 5',
  ],
  [
    'C4',
    click({ agent: AGENTS.slack, network: NETWORKS.hosting }),
    'C4 link-preview 6',
    click({ agent: AGENTS.chrome }),
    'C12 person 5',
  ],
  ['C5', click({ agent: AGENTS.python }), 'C5 scanner 4', click({ agent: AGENTS.chrome }), 'C12 person 5'],
  [
    'C5',
    click({ agent: '', headers: {} }),
    'C5 scanner 4',
    click({ agent: '', headers: {}, network: null }),
    'C5 unknown 0',
  ],
  ['C6', click({ network: NETWORKS.mimecast }), 'C6 scanner 4', click({ network: NETWORKS.gateway }), 'C12 person 5'],
  [
    'C7',
    click({ agent: AGENTS.oldChrome, network: NETWORKS.microsoft }),
    'C7 scanner 4',
    click({ network: NETWORKS.microsoft }),
    'C7 unknown 0',
  ],
  [
    'C7',
    click({ agent: AGENTS.oldChrome, network: NETWORKS.microsoft }),
    'C7 scanner 4',
    click({ agent: AGENTS.oldChrome, network: NETWORKS.home }),
    'C12 person 5',
  ],
  [
    'C12',
    click({ after: 20 * SECOND }),
    'C12 person 4',
    click({ after: 20 * SECOND, headers: { ...NAVIGATION, accept: 'image/*' } }),
    'none unknown 0',
  ],
  ['C9', click({ agent: FIREFOX_2, headers: {} }), 'C9 scanner 4', click(), 'C12 person 5'],
  ['C9', click({ agent: AGENTS.chrome, headers: { accept: 'text/html' } }), 'C9 scanner 4', click(), 'C12 person 5'],
  [
    'C10',
    click({ network: NETWORKS.hosting, headers: NOT_TOLD }),
    'C10 scanner 2',
    click({ network: NETWORKS.home }),
    'C12 person 5',
  ],
  [
    'C10',
    click({ network: NETWORKS.hosting }),
    'C10 unknown 0',
    click({ network: NETWORKS.akamai, agent: AGENTS.safari }),
    'C12 person 5',
  ],
  [
    'C10',
    click({ network: NETWORKS.hosting, after: 5 * SECOND }),
    'C10 scanner 5',
    click({ network: NETWORKS.microsoft, after: 5 * SECOND }),
    'C7 scanner 6',
  ],
  [
    'C12',
    click({ headers: UNTOLD_HOW }),
    'none unknown 0',
    click({ headers: UNTOLD_HOW, network: NETWORKS.hosting }),
    'C9 scanner 3',
  ],
  [
    'C12',
    click({ agent: AGENTS.firefox, headers: UNTOLD_HOW }),
    'C12 likely-person 3',
    click({ agent: AGENTS.firefox }),
    'C12 person 5',
  ],
  [
    'C11',
    click({ agent: AGENTS.safari, network: NETWORKS.akamai, headers: {} }),
    'C11 person 3',
    click({ agent: AGENTS.chrome, network: NETWORKS.akamai }),
    'C12 person 5',
  ],
  ['C12', click({ after: 20 * SECOND }), 'C12 person 4', click({ after: 5 * SECOND }), 'C12 likely-person 2'],
  [
    'C13',
    click({ agent: AGENTS.safari, headers: { referer: 'https://mail.google.com/mail/' } }),
    'C13 likely-person 1',
    click({ agent: AGENTS.safari, headers: { referer: 'https://mail.google.com.example/' } }),
    'none unknown 0',
  ],
];

/** Rules about the sender: they go by the mail's people too. */
const abroad = {};
const colleague = { recipientDomains: ['example.com', 'CONTOSO.com'] };
const nobodyKnown = { recipientDomains: ['contoso.com'], senderDomain: null };

const SENDER_ROWS: readonly (readonly [rule: string, hit: Hit, people: Partial<MessageContext>, verdict: string])[] = [
  ['S1', open({ fromSender: 'same-program' }), abroad, 'S1 sender 6 own-look'],
  ['S1', click({ fromSender: 'same-program' }), abroad, 'S1 sender 6 own-look'],
  ['S1', open({ fromSender: 'same-program' }), nobodyKnown, 'S1 sender 6 own-look'],
  ['S1 not', open({ fromSender: 'same-program' }), colleague, 'S3 unknown 0 same-office'],
  ['S1 not', open(), abroad, 'P15 likely-person 3 webmail'],
  ['S1 not', open({ fromSender: 'same-program', agent: AGENTS.slack }), abroad, 'P10 link-preview 6 link-preview'],
  ['S2', open({ fromSender: 'other-program', agent: AGENTS.outlook }), abroad, 'S2 unknown 0 own-network'],
  ['S2', click({ fromSender: 'other-program' }), abroad, 'S2 unknown 0 own-network'],
  ['S2 not', click({ fromSender: 'other-program' }), colleague, 'S3 unknown 0 same-office'],
  ['S2 not', open({ fromSender: 'other-program', agent: AGENTS.python }), abroad, 'P10 scanner 4 program'],
  ['S2 not', open({ fromSender: 'other-program', method: 'HEAD' }), abroad, 'P2 scanner 6 only-checked'],
  ['S3', open({ fromSender: 'other-program' }), colleague, 'S3 unknown 0 same-office'],
  ['S3 not', open({ fromSender: 'elsewhere' }), colleague, 'P15 likely-person 3 webmail'],
  ['S1 not', open({ fromSender: 'elsewhere' }), abroad, 'P15 likely-person 3 webmail'],
  ['S3 not', open(), colleague, 'P15 likely-person 3 webmail'],
  ['S4', open({ quoted: true, agent: AGENTS.outlook }), abroad, 'S4 unknown 0 may-be-from-reply'],
  [
    'S4',
    open({ quoted: true, agent: AGENTS.gmailProxy, network: NETWORKS.google }),
    abroad,
    'S4 unknown 0 may-be-from-reply',
  ],
  ['S4 not', click({ quoted: true }), abroad, 'C12 person 5 clicked-in'],
  ['S4 not', open({ quoted: false, agent: AGENTS.outlook }), abroad, 'P13 person 5 opened-in'],
  ['S4 not', open({ quoted: true, own: true }), abroad, 'P1 sender 6 own-look'],
];

const RULES: readonly Rule[] = [...OPEN_RULES, ...CLICK_RULES];

function evidenceOf(hit: Hit, people: Partial<MessageContext> = {}): Evidence {
  return gatherEvidence(emptyMemory(), hit, { sinceArrival: hit.at - SENT_AT, context: context(people) });
}

/** What the rule of that name says of a hit. */
function claimed(name: string, evidence: Evidence) {
  const rules = evidence.hit.kind === 'open' ? OPEN_RULES : CLICK_RULES;
  return rules.find((rule) => rule.name === name)?.claim(evidence) ?? null;
}

const BURST = [0, 1, 2].map((position) => click({ after: HOUR + position * 300, position }));
const DOUBLE_CLICK = [0, 1, 2].map((index) => click({ after: HOUR + index * 300, position: 4 }));

describe('the rules', () => {
  it.each(SENDER_ROWS)('%s: case %#', (_rule, hit, people, expected) => {
    const { actor, certainty, rule, reason } = judgeMessage([hit], context(people)).hits[0] ?? neverJudged;
    expect(`${rule} ${actor} ${certainty} ${reason.code}`).toBe(expected);
  });

  it.each(ROWS)('%s holds in its case and not beside it', (_rule, holds, verdict, beside, otherwise) => {
    expect(decided(holds)).toBe(verdict);
    expect(decided(beside)).toBe(otherwise);
  });

  it('C8 holds for a burst, and not for one link again and again', () => {
    const last = (hits: readonly Hit[]) => judgeMessage(hits, context()).hits.at(-1)?.rule;
    expect([last(BURST), last(DOUBLE_CLICK)]).toEqual(['C8', 'C12']);
  });

  it.each(RULES.map((rule) => rule.name).filter((name) => name !== 'C8'))(
    '%s has a row above where it speaks, and one where it is silent',
    (name) => {
      const rows = ROWS.filter(([rule]) => rule === name);
      const senders = SENDER_ROWS.filter(([rule]) => rule.startsWith(name));
      const speaks = [
        ...rows.map(([, holds]) => claimed(name, evidenceOf(holds))),
        ...senders.filter(([rule]) => rule === name).map(([, hit, people]) => claimed(name, evidenceOf(hit, people))),
      ];
      const isSilent = [
        ...rows.map(([, , , beside]) => claimed(name, evidenceOf(beside)) === null),
        ...senders
          .filter(([rule]) => rule !== name)
          .map(([, hit, people]) => claimed(name, evidenceOf(hit, people)) === null),
      ];
      expect(speaks.length).toBeGreaterThan(0);
      for (const claim of speaks) expect(claim).not.toBeNull();
      expect(isSilent).toContain(true);
    },
  );

  it('each have a name of their own, evidence and a source', () => {
    for (const rules of [OPEN_RULES, CLICK_RULES]) {
      expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
      for (const { source, evidence } of rules) expect(Math.min(source.length, evidence.length)).toBeGreaterThan(10);
    }
  });

  it('say just what their rows list', () => {
    const said = new Map(RULES.map(({ name }) => [name, new Set<string>()]));
    for (const evidence of everyEvidence()) {
      for (const rule of evidence.hit.kind === 'open' ? OPEN_RULES : CLICK_RULES) {
        const claim = rule.claim(evidence);
        if (claim !== null) said.get(rule.name)?.add(`${claim.actor} ${claim.weight} ${claim.reason.code}`);
      }
    }
    for (const { name, says } of RULES) {
      expect([name, [...(said.get(name) ?? [])].sort()]).toEqual([name, says.map((each) => each.join(' ')).sort()]);
    }
  });

  it('say unknown of Microsoft’s network where the send time is unknown', () => {
    expect(decided(open({ network: NETWORKS.microsoft }), null)).toBe('P9 unknown 0');
  });
});

/** Hits of all kinds, from all networks, with what may stand beside them. */
function* everyEvidence(): Generator<Evidence> {
  const headers = [{}, PICTURE, NAVIGATION, { referer: 'https://mail.google.com/' }, { purpose: 'prefetch' }];
  const agents = [...Object.values(AGENTS), FIREFOX_2, ''];
  const networks = [...Object.values(NETWORKS), null];
  const places = networks.flatMap((network) => headers.map((header) => ({ network, headers: header })));
  for (const agent of agents) {
    for (const place of places) {
      yield* besides(open({ agent, ...place }));
      yield* besides(click({ agent, ...place }));
    }
  }
}

function* besides(hit: Hit): Generator<Evidence> {
  const plain = evidenceOf(hit);
  yield plain;
  yield { ...plain, sinceArrival: -1 };
  yield { ...plain, sinceArrival: 5 * SECOND };
  yield { ...plain, sinceArrival: null, burst: true };
  yield { ...plain, microsoftClickNear: true, hit: { ...hit, method: 'HEAD' } };
  yield { ...plain, hit: { ...hit, own: true, quoted: true } };
  yield { ...plain, hit: { ...hit, fromSender: 'same-program' } };
  yield { ...plain, hit: { ...hit, fromSender: 'other-program' } };
  yield { ...plain, hit: { ...hit, fromSender: 'same-program' }, hasColleague: true };
}
