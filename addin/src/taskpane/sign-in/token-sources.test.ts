import { PaneOutdated } from '../loading/load-part.ts';
import { createDialogSource, formatDialogMessage } from './dialog-source.ts';
import { expiryOf } from './jwt-expiry.ts';
import { createLocalSource, isServedLocally } from './local-source.ts';
import { createNestedSource } from './nested-source.ts';
import { createOfficeSource } from './office-source.ts';

const NOW = Date.UTC(2026, 10, 21, 9);
const TOKEN = `${btoa('{}')}.${btoa(JSON.stringify({ exp: NOW / 1000 + 3600 }))}.signature`;
const HELD = { token: TOKEN, expiresAt: NOW + 3_600_000 };
const now = () => NOW;

describe('when a token runs out', () => {
  it.each([
    [TOKEN, NOW + 3_600_000],
    ['not a token', NOW],
    ['', NOW],
    [`a.${btoa('[]')}.c`, NOW],
    [`a.${btoa('{"exp":"soon"}')}.c`, NOW],
    ['a.%%%.c', NOW],
  ])('%s', (token, expected) => {
    expect(expiryOf(token, NOW)).toBe(expected);
  });

  it('is read from base64url, whose alphabet differs', () => {
    const claims = btoa(JSON.stringify({ exp: 5, x: '>>>???' }));
    expect(claims).toMatch(/[+/]/);
    expect(expiryOf(`a.${claims.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.c`, NOW)).toBe(5_000);
  });
});

describe('signing in at a local server', () => {
  function local(answer: Response, address = 'Ann@contoso.com') {
    const bodies: unknown[] = [];
    const fetch: typeof globalThis.fetch = (_, init) => {
      bodies.push(typeof init?.body === 'string' ? JSON.parse(init.body) : null);
      return Promise.resolve(answer);
    };
    return { source: createLocalSource({ fetch, now, address, tenantId: 'tenant' }), bodies };
  }

  it('gets a token for the address, for the same person every time', async () => {
    const one = local(Response.json({ token: TOKEN }));
    const other = local(Response.json({ token: TOKEN }), 'ann@contoso.com');
    await expect(one.source.silently()).resolves.toEqual(HELD);
    await other.source.silently();
    const guid: unknown = expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    expect(one.bodies[0]).toEqual({ tid: 'tenant', oid: guid, address: 'Ann@contoso.com' });
    expect(other.bodies[0]).toEqual({ ...Object(one.bodies[0]), address: 'ann@contoso.com' });
  });

  it.each([
    ['refused', Response.json({}, { status: 400 })],
    ['without a token', Response.json({ tokens: 1 })],
  ])('gets none when the answer is %s', async (_, answer) => {
    await expect(local(answer).source.silently()).resolves.toBeNull();
  });

  it.each([
    ['local', true],
    ['entra', false],
    [null, false],
  ])('is offered by a page that says "%s": %s', (content, expected) => {
    const page = { querySelector: () => (content === null ? null : { getAttribute: () => content }) };
    expect(isServedLocally(page)).toBe(expected);
  });
});

describe("Outlook's own sign-in", () => {
  const client = { silently: () => Promise.resolve(HELD), withWindow: () => Promise.resolve(null) };

  it('loads its library only when it is asked, and once', async () => {
    let loads = 0;
    const source = createNestedSource(() => {
      loads += 1;
      return Promise.resolve(client);
    });
    expect(loads).toBe(0);
    await expect(source.silently()).resolves.toEqual(HELD);
    await expect(source.withWindow()).resolves.toBeNull();
    expect(loads).toBe(1);
  });

  it('steps aside when its library cannot be loaded, and tries again later', async () => {
    const loads = [Promise.reject(new Error('offline')), Promise.resolve(client)];
    const source = createNestedSource(() => loads.shift() ?? Promise.reject(new Error('asked too often')));
    await expect(source.silently()).resolves.toBeNull();
    await expect(source.silently()).resolves.toEqual(HELD);
  });
});

describe('nested app authentication in an outdated pane', () => {
  it('says so, and leaves no other way to open a window', async () => {
    const source = createNestedSource(() => Promise.reject(new PaneOutdated(new TypeError('not loaded'))));
    await expect(source.silently()).rejects.toThrow(PaneOutdated);
  });
});

describe("Outlook's older sign-in", () => {
  it('asks with and without a prompt', async () => {
    const source = createOfficeSource(
      { silently: () => Promise.resolve(null), withPrompt: () => Promise.resolve(TOKEN) },
      now,
    );
    await expect(source.silently()).resolves.toBeNull();
    await expect(source.withWindow()).resolves.toEqual(HELD);
  });
});

describe('the sign-in window', () => {
  it('hands its token to the pane', async () => {
    const source = createDialogSource(() => Promise.resolve(formatDialogMessage(HELD)));
    await expect(source.withWindow()).resolves.toEqual(HELD);
  });

  it('never opens by itself', async () => {
    const source = createDialogSource(() => Promise.reject(new Error('opened')));
    await expect(source.silently()).resolves.toBeNull();
  });

  it.each([[null], ['closed'], ['{}'], ['{"token":1,"expiresAt":2}']])('gave no token: %s', async (message) => {
    const source = createDialogSource(() => Promise.resolve(message));
    await expect(source.withWindow()).resolves.toBeNull();
  });
});
