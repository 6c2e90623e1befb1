import { jsonOf } from '../answer.fixture.ts';
import { ANNA, createMemoryLedger, createTestApp, messageIdOf, signerOf } from '../app.fixture.ts';
import type { TestApp } from '../app.fixture.ts';
import { LedgerError } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';

const signer = signerOf(ANNA);
const ID = messageIdOf(1);

const words = {
  opens: true,
  links: true,
  ageMs: 1200,
  deliverAfter: null,
  subject: 'Offer',
  recipients: [{ address: 'ben@fabrikam.com', name: 'Ben' }],
  trackedLinks: [{ position: 0, destination: 'https://contoso.com/' }],
  opensReason: null,
  linksReason: null,
  pixelPlace: 'end',
};

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

async function appWithMailbox(): Promise<TestApp> {
  const made = createTestApp();
  await made.ask('open-mailbox', {
    method: 'POST',
    path: '/api/mailbox',
    as: 'anna',
    body: { address: 'anna@contoso.com' },
  });
  return made;
}

async function send({ ask }: TestApp, value: unknown, signed: unknown = value) {
  return await ask('register', {
    method: 'POST',
    path: signer.register(signer.key, ID, bytesOf(signed)),
    body: bytesOf(value),
    headers: { 'content-type': 'text/plain' },
  });
}

describe('a registration', () => {
  it('is taken, and taken again with the same words', async () => {
    const app = await appWithMailbox();
    expect(await send(app, words)).toMatchObject({ status: 200 });
    expect(await send(app, { ...words, ageMs: 90_000 })).toMatchObject({ status: 200 });
  });

  it('is refused with other words once it is known', async () => {
    const app = await appWithMailbox();
    await send(app, words);
    const answer = await send(app, { ...words, subject: 'Another offer' });
    expect(answer.status).toBe(409);
    expect(jsonOf(answer)).toMatchObject({ type: 'urn:readback:different', status: 409 });
  });

  it('needs no more than the two switches', async () => {
    const app = await appWithMailbox();
    expect(await send(app, { opens: false, links: true })).toMatchObject({ status: 200 });
  });

  it.each([
    ['another body than the signed one', { ...words, subject: 'x' }, words, 403, 'bad-signature'],
    ['the same body in other bytes', JSON.stringify(words, null, 1), words, 403, 'bad-signature'],
    ['no JSON', '{', '{', 400, 'invalid'],
    ['no object', '7', '7', 400, 'invalid'],
    ['no switches', {}, {}, 400, 'invalid'],
    ['a negative age', { ...words, ageMs: -1 }, { ...words, ageMs: -1 }, 400, 'invalid'],
    ['a time that is none', { ...words, deliverAfter: 'soon' }, { ...words, deliverAfter: 'soon' }, 400, 'invalid'],
  ])('is refused with %s', async (_, body, signed, status, code) => {
    const answer = await send(await appWithMailbox(), body, signed);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ 'Content-Type': 'application/problem+json' });
    expect(jsonOf(answer)).toMatchObject({ type: `urn:readback:${code}`, status });
  });

  it.each(['/m/rubbish', new URL(signer.pixelUrl(ID)).pathname.replace('/o/', '/m/')])(
    'is refused at %s',
    async (path) => {
      const { ask } = await appWithMailbox();
      expect(await ask('register', { method: 'POST', path, body: words })).toMatchObject({ status: 400 });
    },
  );

  it('may have 32 KB and not one byte more', async () => {
    const app = await appWithMailbox();
    const empty = JSON.stringify({ ...words, subject: '' }).length;
    const full = { ...words, subject: 'x'.repeat(32 * 1024 - empty) };
    expect(await send(app, full)).toMatchObject({ status: 200 });
    expect(await send(app, { ...full, subject: `${full.subject}x` })).toMatchObject({ status: 413 });
    const path = signer.register(signer.key, ID, bytesOf(words));
    const headers = { 'content-length': '99999999' };
    expect(await app.ask('register', { method: 'POST', path, body: words, headers })).toMatchObject({ status: 413 });
  });

  it('is not bytes that are not UTF-8', async () => {
    const { ask } = await appWithMailbox();
    const body = Uint8Array.of(0x22, 0xff, 0x22);
    expect(await ask('register', { method: 'POST', path: signer.register(signer.key, ID, body), body })).toMatchObject({
      status: 400,
    });
  });

  it('of a mailbox that nobody has opened is refused', async () => {
    expect(await send(createTestApp(), words)).toMatchObject({ status: 404 });
  });

  it('of a withdrawn key is refused', async () => {
    const app = createTestApp({ ledger: { ...createMemoryLedger(), isRevoked: () => true } });
    expect(await send(app, words)).toMatchObject({ status: 403 });
  });

  it('is not taken while tracking is off', async () => {
    const app = createTestApp({ settings: { TRACKING: 'off' } });
    expect(jsonOf(await send(app, words))).toMatchObject({ type: 'urn:readback:tracking-off' });
  });

  it.each([{ MASTERS: undefined }, { MASTERS: 'x' }])('cannot be checked with %o', async (settings) => {
    expect(await send(createTestApp({ settings }), words)).toMatchObject({ status: 503 });
  });

  it('is not called badly signed whose master may be the one that cannot be read', async () => {
    const other = `2:${Buffer.alloc(32, 2).toString('base64')}`;
    const half = createTestApp({ settings: { MASTERS: `1:cut,${other}` } });
    expect(await send(half, words)).toMatchObject({ status: 503 });
    expect(await send(createTestApp({ settings: { MASTERS: other } }), words)).toMatchObject({ status: 403 });
  });

  it.each([
    [new LedgerError('unavailable', 'down'), 503, 'storage'],
    [new LedgerError('refused', 'too large'), 500, 'internal'],
    [new TypeError('broken'), 500, 'internal'],
  ])('is answered when the ledger fails with %s', async (error, status, code) => {
    const register: Ledger['register'] = async () => {
      throw error;
    };
    const app = createTestApp({ ledger: { ...createMemoryLedger(), register } });
    const answer = await send(app, words);
    expect(answer.status).toBe(status);
    expect(jsonOf(answer)).toMatchObject({ type: `urn:readback:${code}` });
    expect(app.lines).toMatchObject([{ event: 'request-failed', facts: { route: 'register' } }]);
  });
});
