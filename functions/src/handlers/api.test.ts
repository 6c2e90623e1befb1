import { jsonOf, textOf } from '../answer.fixture.ts';
import { ANNA, BEN, createMemoryLedger, createTestApp, messageIdOf, signerOf } from '../app.fixture.ts';
import type { Call, TestApp } from '../app.fixture.ts';
import { LedgerError } from '../ledger/ledger.ts';
import { createMemoryStore } from '../store/memory-store.ts';

const ID = messageIdOf(1);
const HEX = Buffer.from(ID).toString('hex');

const PREFERENCES = { notify: 'all', starred: [], muted: [], seenUpTo: null, seen: [], introducedAt: null };

/** Every route that needs a sign-in, with a request that is right. */
const ROUTES: [string, Call][] = [
  ['open-mailbox', { method: 'POST', path: '/api/mailbox', body: { address: 'anna@contoso.com' } }],
  ['raise-generation', { method: 'POST', path: '/api/mailbox/generation' }],
  ['list-messages', { path: '/api/messages' }],
  ['get-message', { path: `/api/messages/${HEX}` }],
  ['put-message', { method: 'PUT', path: `/api/messages/${HEX}`, body: { opens: true, links: true } }],
  ['delete-message', { method: 'DELETE', path: `/api/messages/${HEX}` }],
  [
    'correct-hit',
    { method: 'POST', path: `/api/messages/${HEX}/corrections`, body: { hit: 'f'.repeat(28), actor: 'sender' } },
  ],
  ['switch-tracking', { method: 'PUT', path: `/api/messages/${HEX}/tracking`, body: { tracked: false } }],
  ['announce-viewing', { method: 'POST', path: '/api/viewing', body: { messageId: HEX } }],
  ['get-overview', { path: '/api/overview' }],
  ['list-activity', { path: '/api/activity' }],
  ['list-digest', { path: '/api/digest' }],
  ['list-domains', { path: '/api/domains' }],
  ['get-preferences', { path: '/api/preferences' }],
  ['put-preferences', { method: 'PUT', path: '/api/preferences', body: PREFERENCES }],
  ['put-settings', { method: 'PUT', path: '/api/settings', body: { opens: true, links: false } }],
];

async function openMailbox({ ask }: TestApp, as: 'anna' | 'ben' = 'anna') {
  return await ask('open-mailbox', {
    method: 'POST',
    path: '/api/mailbox',
    as,
    body: { address: `${as}@contoso.com` },
  });
}

async function putMessage({ ask }: TestApp, as: 'anna' | 'ben' = 'anna', subject = 'Offer') {
  return await ask('put-message', {
    method: 'PUT',
    path: `/api/messages/${HEX}`,
    as,
    body: { opens: true, links: true, subject, ageMs: 3_600_000 },
  });
}

/** A recipient opens the mail. */
async function openPicture({ ask }: TestApp) {
  return await ask('pixel', {
    path: new URL(signerOf(ANNA).pixelUrl(ID)).pathname,
    headers: { 'user-agent': 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17000; Pro)' },
  });
}

describe.each(ROUTES)('%s', (name, call) => {
  it('needs a sign-in', async () => {
    const { ask } = createTestApp();
    for (const authorization of [undefined, '', 'Bearer', 'Bearer nobody', 'Basic anna', 'anna']) {
      const answer = await ask(name, { ...call, headers: authorization === undefined ? {} : { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.headers).toMatchObject({
        'WWW-Authenticate': 'Bearer',
        'Content-Type': 'application/problem+json',
      });
    }
  });

  it('says 503 while a setting has a fault', async () => {
    const { ask } = createTestApp({ settings: { CONTACT: undefined } });
    const answer = await ask(name, { ...call, as: 'anna' });
    expect(answer.status).toBe(503);
    expect(jsonOf(answer)).toMatchObject({ type: 'urn:readback:not-configured' });
  });

  it('says 503 while the keys of the sign-in cannot be fetched', async () => {
    const { ask } = createTestApp();
    const answer = await ask(name, { ...call, headers: { authorization: 'Bearer keys-unavailable' } });
    expect(jsonOf(answer)).toMatchObject({ status: 503, type: 'urn:readback:keys-unavailable' });
  });

  it('says 503 when a secret was changed in place', async () => {
    const compareSecrets = async () => ({ changed: ['master-0'], missing: [] });
    const { ask } = createTestApp({ ledger: { ...createMemoryLedger(), compareSecrets } });
    expect(await ask(name, { ...call, as: 'anna' })).toMatchObject({ status: 503 });
    expect(jsonOf(await ask('health', { path: '/healthz' }))).toMatchObject({
      ok: false,
      problems: [{ setting: 'MASTERS' }],
    });
  });

  it('says 503 while storage does not answer', async () => {
    const down = () => Promise.reject(new LedgerError('unavailable', 'down'));
    const { ask } = createTestApp({
      ledger: { ...createMemoryLedger(), open: down, message: down, overview: down, digest: down },
    });
    expect(jsonOf(await ask(name, { ...call, as: 'anna' }))).toMatchObject({
      status: 503,
      type: 'urn:readback:storage',
    });
  });

  it('is kept by nobody on the way', async () => {
    const answer = await createTestApp().ask(name, { ...call, as: 'anna' });
    expect(new Headers(answer.headers).get('cache-control')).toBe('no-store');
    expect(new Headers(answer.headers).get('access-control-allow-origin')).toBeNull();
  });
});

describe('a mailbox of somebody else', () => {
  it.each(ROUTES.filter(([name]) => name !== 'get-message'))('is refused by %s', async (name, call) => {
    const nobodys = async () => null;
    const { ask } = createTestApp({
      ledger: { ...createMemoryLedger(), open: nobodys, overview: nobodys, digest: nobodys },
    });
    expect(jsonOf(await ask(name, { ...call, as: 'anna' }))).toMatchObject({
      status: 403,
      type: 'urn:readback:other-owner',
    });
  });
});

describe('POST /api/mailbox', () => {
  it('hands out the key of the highest master', async () => {
    const answer = await openMailbox(createTestApp());
    const { key } = signerOf(ANNA);
    expect(jsonOf(answer)).toMatchObject({
      mailboxId: Buffer.from(key.mailboxId).toString('base64url'),
      key: Buffer.from(key.key).toString('base64url'),
      epoch: 1,
      generation: 0,
      settings: { trackingOrigin: 'https://track.contoso.com' },
      personal: { opens: true, links: true },
    });
  });

  it.each([
    ['in other letters', { address: ' ANNA@Contoso.com ' }, 200],
    ['of somebody else', { address: 'ben@contoso.com' }, 409],
    ['of somebody else, not confirmed', { address: 'ben@contoso.com', confirmed: false }, 409],
    ['of somebody else, confirmed by the sender', { address: 'sales@contoso.com', confirmed: true }, 200],
    ['that is none', { address: '' }, 400],
    ['of another kind', { address: 7 }, 400],
    ['with a confirmation in words', { address: 'ben@contoso.com', confirmed: 'true' }, 400],
  ])('with an address %s', async (_, body, status) => {
    const { ask } = createTestApp();
    const answer = await ask('open-mailbox', { method: 'POST', path: '/api/mailbox', as: 'anna', body });
    expect(answer.status).toBe(status);
    if (status !== 200) expect(textOf(answer)).not.toContain(Buffer.from(signerOf(ANNA).key.key).toString('base64url'));
  });

  it('gives two people two mailboxes', async () => {
    const app = createTestApp();
    const [anna, ben] = [jsonOf(await openMailbox(app)), jsonOf(await openMailbox(app, 'ben'))];
    expect(ben).toMatchObject({ mailboxId: Buffer.from(signerOf(BEN).key.mailboxId).toString('base64url') });
    expect(ben).not.toMatchObject({ key: (anna as { key: string }).key });
  });

  it.each(['{', '[]', '', 'null'])('refuses the body %j', async (body) => {
    const { ask } = createTestApp();
    const answer = await ask('open-mailbox', { method: 'POST', path: '/api/mailbox', as: 'anna', body });
    expect(jsonOf(answer)).toMatchObject({ status: 400, type: 'urn:readback:invalid' });
  });

  it('refuses a body that is too large', async () => {
    const { ask } = createTestApp();
    const body = { address: 'anna@contoso.com', padding: 'x'.repeat(40_000) };
    expect(await ask('open-mailbox', { method: 'POST', path: '/api/mailbox', as: 'anna', body })).toMatchObject({
      status: 413,
    });
  });
});

describe('POST /api/mailbox/generation', () => {
  it('withdraws the key: the next one differs and old links ask first', async () => {
    const app = createTestApp();
    await openMailbox(app);
    expect(
      jsonOf(await app.ask('raise-generation', { method: 'POST', path: '/api/mailbox/generation', as: 'anna' })),
    ).toEqual({ generation: 1 });
    expect(jsonOf(await openMailbox(app))).toMatchObject({
      generation: 1,
      key: Buffer.from(signerOf(ANNA, { generation: 1 }).key.key).toString('base64url'),
    });
    const old = new URL(signerOf(ANNA).linkUrl(ID, 0, 'https://contoso.com/')).pathname;
    expect(await app.ask('redirect', { path: old })).toMatchObject({ status: 200 });
  });
});

describe('messages', () => {
  it('are listed, read, replaced and deleted by their owner', async () => {
    const app = createTestApp();
    expect(await putMessage(app)).toMatchObject({ status: 204 });
    expect(jsonOf(await app.ask('list-messages', { path: '/api/messages', as: 'anna' }))).toMatchObject({
      items: [{ id: HEX, subject: 'Offer', registered: true, opens: 0, clicks: 0 }],
      next: null,
      version: expect.any(String),
    });
    await putMessage(app, 'anna', 'Better offer');
    expect(
      jsonOf(await app.ask('get-message', { path: `/api/messages/${HEX.toUpperCase()}`, as: 'anna' })),
    ).toMatchObject({
      id: HEX,
      subject: 'Better offer',
      overflow: 0,
      links: [],
      hits: [],
      next: null,
    });
    const gone = { method: 'DELETE', path: `/api/messages/${HEX}`, as: 'anna' } as const;
    expect(await app.ask('delete-message', gone)).toMatchObject({ status: 204 });
    expect(await app.ask('delete-message', gone)).toMatchObject({ status: 404 });
    expect(await app.ask('get-message', { path: `/api/messages/${HEX}`, as: 'anna' })).toMatchObject({ status: 404 });
  });

  it('of a neighbour do not exist', async () => {
    const app = createTestApp();
    await putMessage(app, 'anna');
    await openMailbox(app, 'ben');
    expect(await app.ask('get-message', { path: `/api/messages/${HEX}`, as: 'ben' })).toMatchObject({ status: 404 });
    expect(
      await app.ask('delete-message', { method: 'DELETE', path: `/api/messages/${HEX}`, as: 'ben' }),
    ).toMatchObject({ status: 404 });
    expect(jsonOf(await app.ask('list-messages', { path: '/api/messages', as: 'ben' }))).toMatchObject({ items: [] });
  });

  it.each(['x', HEX.slice(1), `${HEX}0`, `${HEX.slice(1)}g`, '%2e%2e', '!'])('have no id like %j', async (id) => {
    const { ask } = createTestApp();
    expect(await ask('get-message', { path: `/api/messages/${id}`, as: 'anna' })).toMatchObject({ status: 404 });
    expect(
      await ask('put-message', {
        method: 'PUT',
        path: `/api/messages/${id}`,
        as: 'anna',
        body: { opens: true, links: true },
      }),
    ).toMatchObject({ status: 404 });
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'limit=', 'after=x', 'after='])(
    'cannot be paged by %s',
    async (query) => {
      const { ask } = createTestApp();
      for (const [name, path] of [
        ['list-messages', '/api/messages'],
        ['list-activity', '/api/activity'],
        ['get-message', `/api/messages/${HEX}`],
      ] as const) {
        expect(await ask(name, { path: `${path}?${query}`, as: 'anna' })).toMatchObject({ status: 400 });
      }
    },
  );

  it('come a page at a time', async () => {
    const app = createTestApp();
    for (const number of [1, 2, 3]) {
      const id = Buffer.from(messageIdOf(number)).toString('hex');
      await app.ask('put-message', {
        method: 'PUT',
        path: `/api/messages/${id}`,
        as: 'anna',
        body: { opens: true, links: true },
      });
    }
    const first = jsonOf(await app.ask('list-messages', { path: '/api/messages?limit=2', as: 'anna' }));
    expect(first).toMatchObject({ items: [{}, {}], next: expect.any(String) });
    const { next } = first as { next: string };
    expect(
      jsonOf(await app.ask('list-messages', { path: `/api/messages?limit=2&after=${next}`, as: 'anna' })),
    ).toMatchObject({
      items: [{ id: Buffer.from(messageIdOf(3)).toString('hex') }],
      next: null,
    });
  });

  it('are not read again while a poll knows the version', async () => {
    const app = createTestApp();
    await putMessage(app);
    const { version } = jsonOf(await app.ask('list-messages', { path: '/api/messages', as: 'anna' })) as {
      version: string;
    };
    const poll = { path: `/api/messages?version=${encodeURIComponent(version)}`, as: 'anna' } as const;
    expect(jsonOf(await app.ask('list-messages', poll))).toEqual({ items: [], next: null, version });
    await putMessage(app, 'anna', 'Changed');
    expect(jsonOf(await app.ask('list-messages', poll))).toMatchObject({ items: [{ subject: 'Changed' }] });
  });

  it('are not registered while tracking is off', async () => {
    const app = createTestApp({ settings: { TRACKING: 'off' } });
    expect(jsonOf(await putMessage(app))).toMatchObject({ status: 403, type: 'urn:readback:tracking-off' });
  });

  it('says of a message whose row cannot be read what is the matter, and deletes it', async () => {
    const store = createMemoryStore();
    const app = createTestApp({ ledger: createMemoryLedger(() => undefined, store) });
    const message = { path: `/api/messages/${HEX}`, as: 'anna' } as const;
    await putMessage(app);
    const mailboxId = Buffer.from(signerOf(ANNA).key.mailboxId).toString('hex');
    const damage = { kind: 'merge', key: `m!${HEX}`, values: { state0: '{' } } as const;
    await store.commit(mailboxId, [damage], new AbortController().signal);
    const restarted = createTestApp({ ledger: createMemoryLedger(() => undefined, store) });
    const answer = await restarted.ask('get-message', message);
    expect([answer.status, jsonOf(answer)]).toMatchObject([500, { type: 'urn:readback:damaged' }]);
    expect(await restarted.ask('delete-message', { ...message, method: 'DELETE' })).toMatchObject({ status: 204 });
    expect(await restarted.ask('get-message', message)).toMatchObject({ status: 404 });
  });
});

describe('hits', () => {
  async function appWithOpen() {
    const app = createTestApp();
    await putMessage(app);
    await openPicture(app);
    const message = jsonOf(await app.ask('get-message', { path: `/api/messages/${HEX}`, as: 'anna' })) as {
      hits: { id: string }[];
    };
    const hit = message.hits[0]?.id ?? '';
    const correct = (body: unknown) =>
      app.ask('correct-hit', { method: 'POST', path: `/api/messages/${HEX}/corrections`, as: 'anna', body });
    return { app, hit, correct };
  }

  it('can be corrected by the sender, and back', async () => {
    const { app, hit, correct } = await appWithOpen();
    expect(await correct({ hit, actor: 'sender' })).toMatchObject({ status: 204 });
    expect(jsonOf(await app.ask('get-message', { path: `/api/messages/${HEX}`, as: 'anna' }))).toMatchObject({
      hits: [{ verdict: { actor: 'sender' } }],
    });
    expect(await correct({ hit, actor: null })).toMatchObject({ status: 204 });
  });

  it('that do not exist cannot be corrected', async () => {
    const { correct } = await appWithOpen();
    expect(await correct({ hit: 'f'.repeat(28), actor: 'sender' })).toMatchObject({ status: 404 });
    expect(await correct({ hit: 'x', actor: 'sender' })).toMatchObject({ status: 404 });
  });

  it.each([{}, { hit: 7, actor: 'sender' }, { hit: 'f'.repeat(28), actor: 'person' }])(
    'are not corrected by %j',
    async (body) => {
      const { correct } = await appWithOpen();
      expect(await correct(body)).toMatchObject({ status: 400 });
    },
  );

  it('show up in the activity', async () => {
    const { app } = await appWithOpen();
    expect(jsonOf(await app.ask('list-activity', { path: '/api/activity', as: 'anna' }))).toMatchObject({
      items: [{ messageId: HEX, what: 'first-open' }],
    });
  });
});

describe('what a person set', () => {
  it('comes back with the mailbox', async () => {
    const app = createTestApp();
    const answer = await app.ask('put-settings', {
      method: 'PUT',
      path: '/api/settings',
      as: 'anna',
      body: { opens: false, links: true },
    });
    expect(jsonOf(answer)).toEqual({ opens: false, links: true });
    expect(jsonOf(await openMailbox(app))).toMatchObject({ personal: { opens: false, links: true } });
  });

  it.each([{}, { opens: true }, { opens: 'yes', links: true }])('cannot be %j', async (body) => {
    const { ask } = createTestApp();
    expect(await ask('put-settings', { method: 'PUT', path: '/api/settings', as: 'anna', body })).toMatchObject({
      status: 400,
    });
  });
});

describe('GET /api/overview', () => {
  const overview = (app: TestApp, query = '') => app.ask('get-overview', { path: `/api/overview${query}`, as: 'anna' });

  it('gives the beginning of activity and messages', async () => {
    const app = createTestApp();
    await putMessage(app);
    await openPicture(app);
    expect(jsonOf(await overview(app))).toMatchObject({
      activity: { items: [{ messageId: HEX, what: 'first-open', message: { id: HEX, opens: 1 } }], next: null },
      messages: { items: [{ id: HEX, opens: 1 }], next: null },
      version: expect.any(String),
    });
  });

  it('gives nothing while a poll knows the version', async () => {
    const app = createTestApp();
    await putMessage(app);
    const { version } = jsonOf(await overview(app)) as { version: string };
    const query = `?version=${encodeURIComponent(version)}`;
    const nothing = { items: [], next: null };
    expect(jsonOf(await overview(app, query))).toEqual({ activity: nothing, messages: nothing, version });
    await putMessage(app, 'anna', 'Changed');
    expect(jsonOf(await overview(app, query))).toMatchObject({ messages: { items: [{ subject: 'Changed' }] } });
  });

  it.each(['?limit=0', '?limit=101', '?limit=x'])('refuses %s', async (query) => {
    expect(await overview(createTestApp(), query)).toMatchObject({ status: 400 });
  });

  it('refuses a poll of somebody whose mailbox is another’s', async () => {
    const app = createTestApp({ ledger: { ...createMemoryLedger(), open: async () => null } });
    expect(await overview(app, '?version=1')).toMatchObject({ status: 403 });
  });
});

describe('GET /api/digest', () => {
  const digest = (app: TestApp, query = '') => app.ask('list-digest', { path: `/api/digest${query}`, as: 'anna' });

  it('gives the messages in short, those from elsewhere too', async () => {
    const app = createTestApp();
    await openMailbox(app);
    const elsewhere = {
      opens: false,
      links: false,
      subject: 'From a phone',
      opensReason: 'elsewhere',
      linksReason: 'elsewhere',
    };
    const put = { method: 'PUT', path: `/api/messages/${HEX}`, as: 'anna', body: elsewhere } as const;
    expect(await app.ask('put-message', put)).toMatchObject({ status: 204 });
    expect(jsonOf(await digest(app))).toMatchObject({
      items: [{ id: HEX, subject: 'From a phone', opensReason: 'elsewhere', linksReason: 'elsewhere', rawOpens: 0 }],
      next: null,
    });
  });

  it.each([
    '?after=',
    '?after=x',
    `?after=${HEX}`,
    `?after=${HEX}.`,
    `?after=${HEX.slice(1)}g.YQ`,
    `?after=${HEX}.a b`,
  ])('refuses %s', async (query) => {
    expect(await digest(createTestApp(), query)).toMatchObject({ status: 400 });
  });
});

describe('PUT /api/messages/{id}/tracking', () => {
  const stop = (app: TestApp, body: unknown) =>
    app.ask('switch-tracking', { method: 'PUT', path: `/api/messages/${HEX}/tracking`, as: 'anna', body });
  const read = async (app: TestApp) =>
    jsonOf(await app.ask('get-message', { path: `/api/messages/${HEX}`, as: 'anna' }));

  it('stops counting, keeps what was recorded, and goes on', async () => {
    const app = createTestApp();
    await putMessage(app);
    await openPicture(app);
    expect(await stop(app, { tracked: false })).toMatchObject({ status: 204 });
    await openPicture(app);
    expect(await read(app)).toMatchObject({ opens: 1, stoppedAt: expect.any(String) });
    expect(await stop(app, { tracked: true })).toMatchObject({ status: 204 });
    await openPicture(app);
    expect(await read(app)).toMatchObject({ opens: 2, stoppedAt: null });
  });

  it('knows no message that nobody registered', async () => {
    expect(await stop(createTestApp(), { tracked: false })).toMatchObject({ status: 404 });
  });

  it.each([{}, { tracked: 'no' }, []])('refuses %j', async (body) => {
    const app = createTestApp();
    await putMessage(app);
    expect(await stop(app, body)).toMatchObject({ status: 400 });
  });
});

describe('what a person prefers', () => {
  const put = (app: TestApp, body: unknown) =>
    app.ask('put-preferences', { method: 'PUT', path: '/api/preferences', as: 'anna', body });
  const get = async (app: TestApp, as: 'anna' | 'ben' = 'anna') =>
    jsonOf(await app.ask('get-preferences', { path: '/api/preferences', as }));

  const full = {
    notify: 'starred',
    starred: ['Ben@Example.com'],
    muted: [HEX.toUpperCase()],
    seenUpTo: 'f'.repeat(28),
    seen: [{ messageId: HEX, upTo: 'e'.repeat(28) }],
    introducedAt: '2026-11-21T10:00:00+01:00',
  };

  it('is at first to be told of everything, and then what was set, for nobody else', async () => {
    const app = createTestApp();
    expect(await get(app)).toEqual(PREFERENCES);
    const kept = { ...full, starred: ['ben@example.com'], muted: [HEX] };
    expect(jsonOf(await put(app, full))).toEqual(kept);
    expect(await get(app)).toEqual(kept);
    expect(await get(app, 'ben')).toEqual(PREFERENCES);
  });

  it('may be as much as is promised', async () => {
    const app = createTestApp();
    const most = {
      ...full,
      starred: Array.from({ length: 500 }, (_, index) => `${'x'.repeat(150)}${index}@example.com`),
      muted: Array.from({ length: 200 }, () => HEX),
      seen: Array.from({ length: 200 }, () => ({ messageId: HEX, upTo: 'e'.repeat(28) })),
    };
    expect(await put(app, most)).toMatchObject({ status: 200 });
    expect(await get(app)).toEqual(most);
  });

  it.each([
    [{ starred: Array.from({ length: 501 }, () => 'a@b.c') }, 'starred is not as it should be: at most 500 addresses'],
    [{ muted: Array.from({ length: 201 }, () => HEX) }, 'muted is not as it should be: at most the 200 newest'],
    [
      { seen: Array.from({ length: 201 }, () => ({ messageId: HEX, upTo: 'e'.repeat(28) })) },
      'seen is not as it should be: at most the 200 newest',
    ],
    [{ muted: ['x'] }, 'muted.0 is not as it should be: not the id of a message'],
    [{ seenUpTo: HEX }, 'seenUpTo is not as it should be: not the id of an entry of the activity'],
    [
      { seen: [{ messageId: HEX, upTo: 'x' }] },
      'seen.0.upTo is not as it should be: not the id of an entry of the activity',
    ],
    [{ starred: ['x'.repeat(321)] }, 'starred.0'],
    [{ notify: 'sometimes' }, 'notify'],
    [{ introducedAt: 'yesterday' }, 'introducedAt'],
    [{ starred: undefined }, 'starred'],
  ])('cannot be %j', async (change, detail) => {
    const answer = jsonOf(await put(createTestApp(), { ...full, ...change }));
    expect(answer).toMatchObject({
      status: 400,
      type: 'urn:readback:invalid',
      detail: expect.stringContaining(detail),
    });
  });

  it('cannot be more than a row holds', async () => {
    const starred = Array.from({ length: 500 }, (_, index) => `${'x'.repeat(300)}${index}@example.com`);
    expect(await put(createTestApp(), { ...full, starred })).toMatchObject({ status: 413 });
  });
});

describe('POST /api/viewing', () => {
  it.each([
    [{ messageId: HEX }, 204],
    [{ messageId: 'x' }, 400],
    [{}, 400],
  ])('answers %j with %i', async (body, status) => {
    const { ask } = createTestApp();
    expect(await ask('announce-viewing', { method: 'POST', path: '/api/viewing', as: 'anna', body })).toMatchObject({
      status,
    });
  });
});
