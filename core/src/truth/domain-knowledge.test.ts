import { foldAll } from '../fold.ts';
import type { Hit } from '../verdict.ts';
import { headlineInDomain, learnDomains, type DeliverySigns } from './domain-knowledge.ts';
import { AGENTS, HOUR, MINUTE, NETWORKS, SECOND, click, context, open } from './hits.fixture.ts';
import { sayReason } from './say-reason.ts';

const NONE = { scanned: false, relayed: false, direct: false, unclear: false, pictured: true, clicked: false };

const mail = (parts: Partial<DeliverySigns> = {}): DeliverySigns => ({ domain: 'example.com', ...NONE, ...parts });
const mails = (count: number, parts: Partial<DeliverySigns> = {}) => Array.from({ length: count }, () => mail(parts));

const said = (messages: readonly DeliverySigns[]) =>
  learnDomains(messages).flatMap(({ statements }) => statements.map(({ reason }) => sayReason(reason, 'en')));

describe('learnDomains', () => {
  it.each<[string, readonly DeliverySigns[], string[]]>([
    ['nothing of nothing', [], []],
    ['nothing of mails of which nothing was seen', mails(50), []],
    [
      'that a filter checks mails when they arrive',
      [...mails(3, { scanned: true }), ...mails(2)],
      ['A filter checks mails to example.com when they arrive: seen in 3 of 5 mails.'],
    ],
    ['no filter from two mails', mails(2, { scanned: true }), []],
    ['no filter that leaves half of the mails alone', [...mails(4, { scanned: true }), ...mails(4)], []],
    [
      'that pictures don’t load where people click without them',
      [...mails(3, { clicked: true }), ...mails(9)],
      [
        'Pictures don’t load at example.com: 3 mails were clicked there, none with its picture. So opens can’t be known.',
      ],
    ],
    ['nothing about pictures from two clicked mails', mails(2, { clicked: true }), []],
    ['nothing about pictures that were not in the mail', mails(5, { clicked: true, pictured: false }), []],
    ['nothing about pictures once one was loaded', [...mails(8, { clicked: true }), mail({ direct: true })], []],
    ['nothing about pictures once something loaded one', [...mails(8, { clicked: true }), mail({ unclear: true })], []],
    [
      'that a server loads the pictures',
      [...mails(4, { relayed: true }), ...mails(2)],
      [
        'At example.com a server loads pictures for the readers, as in all 4 mails whose picture was loaded. Places and devices are unknown.',
      ],
    ],
    ['no server once a person’s own program loaded one', [...mails(4, { relayed: true }), mail({ direct: true })], []],
    ['no server from two mails', mails(2, { relayed: true }), []],
  ])('says %s', (_what, messages, expected) => {
    expect(said(messages)).toEqual(expected);
  });

  it('keeps domains apart, those with most messages first', () => {
    const known = learnDomains([
      ...mails(3, { domain: 'b.example', clicked: true }),
      ...mails(3, { domain: 'a.example', direct: true }),
      ...mails(7, { scanned: true }),
    ]);
    expect(
      known.map(({ domain, messages, statements }) => [domain, messages, statements.map(({ what }) => what)]),
    ).toEqual([
      ['example.com', 7, ['scans-at-delivery']],
      ['a.example', 3, []],
      ['b.example', 3, ['never-loads-pictures']],
    ]);
  });
});

describe('headlineInDomain', () => {
  const nothing = { code: 'headline-nothing', values: {} };
  const [strips = null] = learnDomains(mails(4, { clicked: true }));
  const [scans = null] = learnDomains(mails(4, { scanned: true }));

  it('says of nothing seen that nothing could be', () => {
    expect(sayReason(headlineInDomain(nothing, strips), 'en')).toBe(
      'Nothing seen. Pictures don’t load at example.com: 4 mails were clicked there, none with its picture. So opens can’t be known.',
    );
  });

  it.each([
    ['nothing is known of the domain', null],
    ['its filter only scans', scans],
  ])('leaves the headline where %s', (_what, knowledge) => {
    expect(headlineInDomain(nothing, knowledge)).toEqual(nothing);
  });

  it('leaves what was seen', () => {
    const clicked = { code: 'headline-clicked', values: { times: 1 } };
    expect(headlineInDomain(clicked, strips)).toEqual(clicked);
  });
});

describe('what hits show of a gateway', () => {
  const signsOf = (hits: readonly Hit[]) =>
    foldAll(
      hits.map((hit, n) => ({ n, hit })),
      context(),
    ).state.judge.signs;
  const scanner = { network: NETWORKS.mimecast, headers: {} };
  const gmail = { agent: AGENTS.gmailProxy, network: NETWORKS.google };
  const nothing = { scanned: false, relayed: false, direct: false, unclear: false };

  it.each<[string, readonly Hit[], Partial<typeof nothing>]>([
    ['a check at delivery', [click({ ...scanner, after: 30 * SECOND })], { scanned: true }],
    ['no check at delivery an hour later', [click(scanner)], {}],
    ['a picture loaded by a person’s program', [open({ agent: AGENTS.outlook })], { direct: true }],
    ['a picture loaded by a mail service', [open(gmail)], { relayed: true }],
    [
      'a picture loaded in advance',
      [open({ agent: AGENTS.bare, network: NETWORKS.appleList, headers: {} })],
      { relayed: true },
    ],
    ['a picture loaded by nobody knows what', [open({ network: NETWORKS.hosting })], { unclear: true }],
    ['nothing of clicks', [click()], {}],
    ['nothing of the sender', [open({ own: true }), open({ after: -MINUTE })], {}],
    ['both at once', [open(gmail), open({ agent: AGENTS.outlook, after: 2 * HOUR })], { relayed: true, direct: true }],
  ])('is %s', (_what, hits, expected) => {
    expect(signsOf(hits)).toEqual({ ...nothing, ...expected });
  });

  it('is nothing of a hit that turned out to be the sender’s', () => {
    const { state } = foldAll([{ n: 0, hit: open({ agent: AGENTS.outlook }), setAside: true }], context());
    expect(state.judge.signs).toEqual(nothing);
  });
});
