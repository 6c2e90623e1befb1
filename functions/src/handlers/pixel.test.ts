import { jsonOf } from '../answer.fixture.ts';
import { createTestApp, createMemoryLedger, messageIdOf, signerOf, ANNA } from '../app.fixture.ts';
import type { TestAppOptions } from '../app.fixture.ts';
import type { Ledger } from '../ledger/ledger.ts';

const signer = signerOf(ANNA);
const ID = messageIdOf(1);
const pixelPath = new URL(signer.pixelUrl(ID)).pathname;
const linkPath = new URL(signer.linkUrl(ID, 0, 'https://contoso.com/')).pathname;

/** A mailbox that is open and has one registered message. */
async function appWithMessage(options: TestAppOptions = {}) {
  const made = createTestApp(options);
  await made.ask('open-mailbox', {
    method: 'POST',
    path: '/api/mailbox',
    as: 'anna',
    body: { address: 'anna@contoso.com' },
  });
  const body = new TextEncoder().encode(JSON.stringify({ opens: true, links: true, ageMs: 0 }));
  await made.ask('register', { method: 'POST', path: signer.register(signer.key, ID, body), body });
  const count = async (): Promise<unknown> => {
    const answer = await made.ask('get-message', {
      path: `/api/messages/${Buffer.from(ID).toString('hex')}`,
      as: 'anna',
    });
    return jsonOf(answer);
  };
  return { ...made, count };
}

describe('the picture', () => {
  it('is one and the same for every token, and says so little', async () => {
    const { ask } = createTestApp();
    const answers = await Promise.all(
      [pixelPath, '/o/rubbish', linkPath.replace('/c/', '/o/'), `${pixelPath}x`, '/o/%00', '/o/%E0'].map((path) =>
        ask('pixel', { path }),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(Buffer.isBuffer(answers[0]?.body) && answers[0].body.length).toBe(43);
    expect(answers[0]?.headers).toEqual({
      'Content-Type': 'image/gif',
      'Cache-Control': 'no-store, no-cache, must-revalidate, private, max-age=0',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    });
  });

  it('counts an open of a registered message', async () => {
    const { ask, count } = await appWithMessage();
    await ask('pixel', { path: pixelPath, headers: { 'user-agent': 'Mozilla/5.0', 'client-ip': '203.0.113.7:1' } });
    await ask('pixel', { path: pixelPath, method: 'HEAD' });
    expect(await count()).toMatchObject({ opens: 2, clicks: 0 });
  });

  it.each([
    ['a token of another route', linkPath.replace('/c/', '/o/')],
    ['a forged token', pixelPath.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))],
    ['no token', '/o/x'],
  ])('counts nothing for %s', async (_, path) => {
    const { ask, count } = await appWithMessage();
    await ask('pixel', { path });
    expect(await count()).toMatchObject({ opens: 0, clicks: 0 });
  });

  it('works under a route in other letters, as the host matches it', async () => {
    const { ask, count } = await appWithMessage();
    await ask('pixel', { path: pixelPath.replace('/o/', '/O/') });
    expect(await count()).toMatchObject({ opens: 1 });
  });

  it.each([{ OPENS: 'off' }, { TRACKING: 'off' }])('records nothing with %o', async (settings) => {
    const recorded: unknown[] = [];
    const ledger: Ledger = {
      ...createMemoryLedger(),
      record: async (...call) => {
        recorded.push(call);
        return 'stored';
      },
    };
    const { ask } = createTestApp({ settings, ledger });
    expect(await ask('pixel', { path: pixelPath })).toMatchObject({ status: 200 });
    expect(recorded).toEqual([]);
  });

  it('keeps neither the address nor a header that tells it', async () => {
    const recorded: unknown[] = [];
    const ledger: Ledger = {
      ...createMemoryLedger(),
      record: async (...call) => {
        recorded.push(call);
        return 'stored';
      },
    };
    const { ask, lines } = createTestApp({ ledger });
    const headers = {
      'client-ip': '203.0.113.77:4711',
      'x-forwarded-for': '203.0.113.77',
      cookie: 'id=1',
      'user-agent': 'Mail/1',
    };
    await ask('pixel', { path: pixelPath, headers });
    expect(recorded).toHaveLength(1);
    expect(JSON.stringify([recorded, lines])).not.toMatch(/203\.0|4711|id=1/);
    expect(recorded).toMatchObject([
      [
        signer.key.mailboxId && expect.any(String),
        expect.any(String),
        { kind: 'open', method: 'GET', headers: { 'user-agent': 'Mail/1' } },
      ],
    ]);
  });

  it('counts nothing for a withdrawn key', async () => {
    const recorded: unknown[] = [];
    const record: Ledger['record'] = async (...call) => {
      recorded.push(call);
      return 'stored';
    };
    const { ask } = createTestApp({
      ledger: { ...createMemoryLedger(), record, isRevoked: (_, generation) => generation === 0 },
    });
    await ask('pixel', { path: pixelPath });
    expect(recorded).toEqual([]);
    await ask('pixel', { path: new URL(signerOf(ANNA, { generation: 1 }).pixelUrl(ID)).pathname });
    expect(recorded).toHaveLength(1);
  });

  it.each<[string, Partial<Ledger>]>([
    ['never answers', { record: () => new Promise<never>(() => undefined) }],
    ['rejects', { record: () => Promise.reject(new Error('down')) }],
    [
      'throws',
      {
        record: () => {
          throw new TypeError('broken');
        },
      },
    ],
    [
      'cannot tell what is withdrawn',
      {
        isRevoked: () => {
          throw new TypeError('broken');
        },
      },
    ],
  ])('is answered when the ledger %s', async (_, broken) => {
    const { ask } = createTestApp({ ledger: { ...createMemoryLedger(), ...broken } });
    expect(await ask('pixel', { path: pixelPath })).toMatchObject({ status: 200 });
  });

  it('logs what could not be recorded, without a word about anybody', async () => {
    const record = () => Promise.reject(Object.assign(new Error('anna@contoso.com'), { code: 'ECONNREFUSED' }));
    const { ask, lines } = createTestApp({ ledger: { ...createMemoryLedger(), record } });
    await ask('pixel', { path: pixelPath });
    expect(lines).toEqual([
      { event: 'hit-not-recorded', facts: { kind: 'open', error: 'Error', code: 'ECONNREFUSED' } },
    ]);
  });

  it.each([
    { MASTERS: undefined },
    { MASTERS: 'rubbish' },
    { TABLES_CONNECTION: undefined },
    { CONTACT: undefined, TENANT_ID: 'x' },
  ])('is answered with settings like %o', async (settings) => {
    const { ask } = createTestApp({ settings, ledger: null });
    expect(await ask('pixel', { path: pixelPath })).toMatchObject({ status: 200 });
  });
});
