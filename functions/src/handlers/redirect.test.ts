import { textOf } from '../answer.fixture.ts';
import { ANNA, createMemoryLedger, createTestApp, messageIdOf, signerOf } from '../app.fixture.ts';
import type { Ledger } from '../ledger/ledger.ts';

const signer = signerOf(ANNA);
const ID = messageIdOf(1);

function linkPath(destination: string, position = 0): string {
  return new URL(signer.linkUrl(ID, position, destination)).pathname;
}

describe('the redirect', () => {
  it.each([
    ['https://contoso.com/', 'https://contoso.com/'],
    ['https://contoso.com/a?b=c&d=%20#fragment', 'https://contoso.com/a?b=c&d=%20#fragment'],
    ['https://bücher.example/straße?ü=ß#ö', 'https://xn--bcher-kva.example/stra%C3%9Fe?%C3%BC=%C3%9F#%C3%B6'],
    ['HTTP://CONTOSO.COM', 'http://contoso.com/'],
    ['https://contoso.com/💌', 'https://contoso.com/%F0%9F%92%8C'],
    [`https://contoso.com/${'a'.repeat(1500)}`, `https://contoso.com/${'a'.repeat(1500)}`],
  ])('goes to %s', async (destination, location) => {
    const { ask } = createTestApp();
    const answer = await ask('redirect', { path: linkPath(destination) });
    expect(answer.status).toBe(302);
    expect(answer.headers).toEqual({
      Location: location,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    });
    expect(answer.body).toBeUndefined();
  });

  it.each(['?utm_source=gateway', '#top', '.', ',', ')', '%22%3E', '%5D', "'", '/'])(
    'works with %s behind it',
    async (junk) => {
      const { ask } = createTestApp();
      expect(await ask('redirect', { path: linkPath('https://contoso.com/') + junk })).toMatchObject({ status: 302 });
    },
  );

  it.each([['+'], ['%2B'], ['+.']])('shows the destination behind %s and records nothing', async (mark) => {
    const record = () => Promise.reject(new Error('must not be asked'));
    const { ask, lines } = createTestApp({ ledger: { ...createMemoryLedger(), record } });
    const answer = await ask('redirect', { path: `${linkPath('https://contoso.com/a?b=1&c=2')}${mark}` });
    expect(answer.status).toBe(200);
    expect(textOf(answer)).toContain('<a href="https://contoso.com/a?b=1&#38;c=2" rel="noreferrer">');
    expect(lines).toEqual([]);
  });

  it.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['//evil.example'],
    ['ftp://contoso.com/'],
    ['mailto:anna@contoso.com'],
    ['/relative'],
    [''],
    ['https://'],
    ['https://[::1'],
  ])('never goes to %j, whoever signed it', async (destination) => {
    const { ask } = createTestApp();
    for (const mark of ['', '+']) {
      const answer = await ask('redirect', { path: linkPath(destination) + mark });
      expect(answer.status).toBe(400);
      expect(textOf(answer)).not.toMatch(/<a |javascript:|evil/);
    }
  });

  it.each([
    [
      'a forged destination',
      () => linkPath('https://contoso.com/').slice(0, -8) + Buffer.from('evil.e').toString('base64url'),
    ],
    ['a token of another kind', () => new URL(signer.pixelUrl(ID)).pathname.replace('/o/', '/c/')],
    ['rubbish', () => '/c/rubbish'],
    ['no token', () => '/c/%20'],
    ['a token cut short', () => linkPath('https://contoso.com/').slice(0, 40)],
    ['something added', () => `${linkPath('https://contoso.com/')}%2Fx`],
  ])('refuses %s with a page that leads nowhere', async (_, path) => {
    const { ask } = createTestApp();
    const answer = await ask('redirect', { path: path() });
    expect(answer.status).toBe(400);
    expect(answer.headers).not.toHaveProperty('Location');
    expect(textOf(answer)).not.toContain('<a ');
  });

  it('names the host that a forged link claims, as text', async () => {
    const { ask } = createTestApp({
      settings: {
        MASTERS: `0:${Buffer.alloc(32, 99).toString('base64')},1:${Buffer.alloc(32, 98).toString('base64')}`,
      },
    });
    const answer = await ask('redirect', { path: linkPath('https://www.fabrikam.example/secret?x=1') });
    expect(answer.status).toBe(400);
    expect(textOf(answer)).toContain('www.fabrikam.example');
    expect(textOf(answer)).not.toContain('secret');
  });

  it('explains a link that was written in small letters on the way', async () => {
    const { ask } = createTestApp();
    const answer = await ask('redirect', {
      path: linkPath('https://contoso.com/').toLowerCase(),
      headers: { 'accept-language': 'de-DE' },
    });
    expect(answer.status).toBe(400);
    expect(textOf(answer)).toContain('Kleinbuchstaben');
  });

  it.each([undefined, '', 'rubbish', '@Microsoft.KeyVault(SecretUri=https://x)'])(
    'says 503 without a master (%j), with the claimed host as text',
    async (masters) => {
      const { ask } = createTestApp({ settings: { MASTERS: masters } });
      const answer = await ask('redirect', { path: linkPath('https://contoso.com/a') });
      expect(answer.status).toBe(503);
      expect(textOf(answer)).toContain('contoso.com');
      expect(textOf(answer)).not.toMatch(/<a |<form|<script/);
    },
  );

  it('calls no link broken whose master may be the one that cannot be read', async () => {
    const path = linkPath('https://contoso.com/a');
    const other = `2:${Buffer.alloc(32, 2).toString('base64')}`;
    const half = createTestApp({ settings: { MASTERS: `1:cut,${other}` } });
    expect(await half.ask('redirect', { path })).toMatchObject({ status: 503 });
    expect(await half.ask('redirect', { path: '/c/rubbish' })).toMatchObject({ status: 400 });
    const whole = createTestApp({ settings: { MASTERS: other } });
    expect(await whole.ask('redirect', { path })).toMatchObject({ status: 400 });
  });

  it('goes on with half of the settings broken and no storage', async () => {
    const settings = {
      APP_ORIGIN: undefined,
      TRACKING_ORIGIN: 'x',
      TENANT_ID: undefined,
      OPENS: undefined,
      TABLES_CONNECTION: undefined,
    };
    const { ask } = createTestApp({ settings, ledger: null });
    expect(await ask('redirect', { path: linkPath('https://contoso.com/') })).toMatchObject({ status: 302 });
  });

  it.each<[string, Partial<Ledger>]>([
    ['never answers', { record: () => new Promise<never>(() => undefined) }],
    ['rejects', { record: () => Promise.reject(new Error('down')) }],
  ])('goes on when the ledger %s', async (_, broken) => {
    const { ask } = createTestApp({ ledger: { ...createMemoryLedger(), ...broken } });
    expect(await ask('redirect', { path: linkPath('https://contoso.com/') })).toMatchObject({ status: 302 });
  });

  it('shows the destination of a withdrawn key, one click away', async () => {
    const { ask } = createTestApp({ ledger: { ...createMemoryLedger(), isRevoked: () => true } });
    const answer = await ask('redirect', { path: linkPath('https://contoso.com/a') });
    expect(answer.status).toBe(200);
    expect(textOf(answer)).toContain('<a href="https://contoso.com/a" rel="noreferrer">');
    expect(textOf(answer)).toContain('no longer trusted');
  });

  it('records a click with its position', async () => {
    const hits: unknown[] = [];
    const record: Ledger['record'] = async (_mailbox, _message, hit) => {
      hits.push(hit);
      return 'stored';
    };
    const { ask } = createTestApp({ ledger: { ...createMemoryLedger(), record }, now: () => 1_700_000_000_000 });
    await ask('redirect', { path: linkPath('https://contoso.com/', 258), method: 'HEAD' });
    expect(hits).toMatchObject([{ kind: 'click', position: 258, method: 'HEAD', at: 1_700_000_000_000, own: false }]);
  });
});
