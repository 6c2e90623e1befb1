import type { MessageDetail, Registration } from '@readback/core';
import { jsonOf } from '../answer.fixture.ts';
import { ANNA, createTestApp, messageIdOf, signerOf } from '../app.fixture.ts';
import { createLedger } from '../ledger/create-ledger.ts';
import { systemSources } from '../ledger/ledger-options.ts';
import { createMemoryStore } from '../store/memory-store.ts';

/** What the pane is told of hits that are judged by more than they say themselves. */

const NOON = Date.UTC(2026, 10, 21, 12);
const OFFICE = '203.0.113.7:1';
const ELSEWHERE = '198.51.100.9:1';
const OUTLOOK = 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17000; Pro)';
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0';

const signer = signerOf(ANNA);
const hexOf = (number: number): string => Buffer.from(messageIdOf(number)).toString('hex');

/** An app with Anna's mail to Ben at example.com, sent an hour ago. */
async function begin(registration: Partial<Registration> = {}) {
  let at = NOON;
  const now = (): number => at;
  const ledger = createLedger({
    store: createMemoryStore(),
    log: () => undefined,
    ...systemSources,
    clock: { ...systemSources.clock, now },
  });
  const app = createTestApp({ now, ledger });
  const put = (number: number, body: Partial<Registration>) =>
    app.ask('put-message', {
      method: 'PUT',
      path: `/api/messages/${hexOf(number)}`,
      as: 'anna',
      headers: { 'client-ip': OFFICE, 'user-agent': EDGE },
      body: { opens: true, links: true, ...body },
    });
  const sent = {
    ageMs: 3_600_000,
    recipients: [{ address: 'ben@example.com', name: null }],
    senderDomain: 'contoso.com',
    ...registration,
  };
  await put(1, sent);
  return {
    put,
    wait: (ms: number) => (at += ms),
    load: (agent: string, address: string) =>
      app.ask('pixel', {
        path: new URL(signer.pixelUrl(messageIdOf(1))).pathname,
        headers: { 'user-agent': agent, 'client-ip': address },
      }),
    view: (body: object = {}) =>
      app.ask('announce-viewing', {
        method: 'POST',
        path: '/api/viewing',
        as: 'anna',
        headers: { 'client-ip': ELSEWHERE },
        body: { messageId: hexOf(1), ...body },
      }),
    read: async (): Promise<MessageDetail> => {
      const answer = await app.ask('get-message', { path: `/api/messages/${hexOf(1)}`, as: 'anna' });
      return jsonOf(answer) as MessageDetail;
    },
  };
}

const verdictsOf = ({ hits }: MessageDetail): string[] =>
  hits.map(({ verdict }) => `${verdict.actor} ${verdict.reason.code}`);

describe('a hit from where the sender’s add-in asked', () => {
  it.each([
    ['by the same program', EDGE, OFFICE, 'sender own-look'],
    ['by another program', OUTLOOK, OFFICE, 'unknown own-network'],
    ['from another address', OUTLOOK, ELSEWHERE, 'likely-person opened-in'],
  ])('%s', async (_, agent, address, expected) => {
    const { load, read } = await begin();
    await load(agent, address);
    expect(verdictsOf(await read())).toEqual([expected]);
  });

  it('may be a colleague’s when the mail went to one', async () => {
    const { load, read } = await begin({ recipients: [{ address: 'carl@Contoso.com', name: null }] });
    await load(EDGE, OFFICE);
    await load(OUTLOOK, OFFICE);
    expect(verdictsOf(await read())).toEqual(['unknown same-office', 'unknown same-office']);
  });

  it('is told by the registration as well, which the mailbox’s key signs', async () => {
    const app = createTestApp();
    await app.ask('open-mailbox', {
      method: 'POST',
      path: '/api/mailbox',
      as: 'anna',
      body: { address: 'anna@contoso.com' },
    });
    const body = new TextEncoder().encode(JSON.stringify({ opens: true, links: true, ageMs: 3_600_000 }));
    const headers = { 'client-ip': OFFICE, 'user-agent': EDGE };
    await app.ask('register', {
      method: 'POST',
      path: signer.register(signer.key, messageIdOf(1), body),
      headers,
      body,
    });
    await app.ask('pixel', { path: new URL(signer.pixelUrl(messageIdOf(1))).pathname, headers });
    const answer = await app.ask('get-message', { path: `/api/messages/${hexOf(1)}`, as: 'anna' });
    expect(verdictsOf(jsonOf(answer) as MessageDetail)).toEqual(['sender own-look']);
  });
});

describe('a reply that quotes the mail', () => {
  it('makes loads in the next minutes unclear, and no others', async () => {
    const { load, put, wait, read } = await begin();
    await load(OUTLOOK, ELSEWHERE);
    wait(1_000);
    await put(2, { quotes: [hexOf(1), 'ff'.repeat(12), 'rubbish'] });
    await load(OUTLOOK, ELSEWHERE);
    wait(11 * 60_000);
    await load(OUTLOOK, ELSEWHERE);
    expect(verdictsOf(await read())).toEqual([
      'likely-person opened-in',
      'unknown may-be-from-reply',
      'likely-person opened-in',
    ]);
  });
});

describe('the pane that shows the mail', () => {
  it('makes what was loaded just before and after its first word the sender’s own, and nothing later', async () => {
    const { load, view, wait, read } = await begin();
    wait(3 * 60_000);
    await load(OUTLOOK, ELSEWHERE);
    wait(6_000);
    await load(OUTLOOK, ELSEWHERE);
    wait(3_000);
    await view({ shownForMs: 0 });
    wait(19_000);
    await load(OUTLOOK, ELSEWHERE);
    wait(2_000);
    await view({ shownForMs: 21_000 });
    await load(OUTLOOK, ELSEWHERE);
    const { hits, judgement } = await read();
    // Anna's pane asked from there too, so that what isn't a look is still not surely somebody else's.
    expect(hits.map(({ verdict, first }) => [verdict.reason.code, first?.reason.code ?? null])).toEqual([
      ['own-network', null],
      ['own-look', null],
      ['own-look', 'opened-in'],
      ['opened-in', null],
    ]);
    expect(judgement.opens).toEqual({ person: 0, likely: 1, machine: 0, unknown: 0 });
  });

  it('leaves to others what comes from another network than the pane, by their programs, or is no picture shown', async () => {
    const { load, view, wait, read } = await begin();
    const thunderbird = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Thunderbird/140.5.0';
    wait(3 * 60_000);
    await view();
    wait(1_000);
    await load(OUTLOOK, '192.0.2.77:1');
    await load(thunderbird, ELSEWHERE);
    await load(OUTLOOK, ELSEWHERE);
    const { hits } = await read();
    expect(hits.map(({ verdict }) => verdict.reason.code).toSorted()).toEqual(['opened-in', 'own-look', 'own-network']);
  });
});
