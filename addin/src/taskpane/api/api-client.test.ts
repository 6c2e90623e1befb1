import type { Preferences } from '@readback/core';
import { activityOf, detailOf, digestRowOf, summaryOf } from './fake-api.fixture.ts';
import { createApi } from './api-client.ts';
import type { Api } from './api-client.ts';
import { ApiError, kindOfError } from './api-error.ts';

interface Sent {
  path: string;
  method: string;
  token: string | null;
  body: unknown;
}

/** A server that gives the answers in their order and keeps what it was asked. */
function server(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    sent.push({
      path: typeof input === 'string' ? input : 'not a path',
      method: init?.method ?? 'GET',
      token: headers.get('authorization'),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
    });
    const answer = answers.shift();
    if (answer === undefined) return Promise.reject(new Error('asked too often'));
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { fetch, sent };
}

const signedIn = { token: (refused?: string) => Promise.resolve(refused === undefined ? 'first' : 'second') };

const summary = summaryOf('ff00112233445566778899aa', { opens: 1, lastHitAt: '2026-11-21T09:05:00.000Z' });

const hit = {
  id: 'ab',
  kind: 'open',
  at: '2026-11-21T09:05:00.000Z',
  position: null,
  verdict: { actor: 'unknown', certainty: 0, rule: 'none', reason: { code: 'unknown', values: { count: 2 } } },
  first: null,
  client: { kind: 'browser', name: 'Firefox', device: 'desktop' },
  country: 'DE',
  city: null,
  visitor: 'a1b2c3d4e5f6',
} as const;

const detail = detailOf(summary.id, {
  ...summary,
  links: [{ position: 0, destination: 'https://example.com/', clicks: 0 }],
  hits: [hit],
});

const preferences: Preferences = {
  notify: 'starred',
  starred: ['ben@example.com'],
  muted: [summary.id],
  seenUpTo: 'ab',
  seen: [{ messageId: summary.id, upTo: 'aa' }],
  introducedAt: '2026-11-21T09:00:00.000Z',
};

const reason = { code: 'domain-scans', values: { messages: 3 } };

/** Every answer that is read as it came: how it is asked for, where, and an answer that is right. */
const ANSWERS: [string, (api: Api) => Promise<unknown>, string, Record<string, unknown>][] = [
  [
    'the overview',
    (api) => api.readOverview({ version: 'v1' }),
    '/api/overview?version=v1',
    {
      activity: { items: [activityOf('ab', summary.id)], next: 'ab' },
      messages: { items: [summary], next: null },
      version: 'v2',
    },
  ],
  [
    'the activity',
    (api) => api.listActivity({ after: 'ab', limit: '10' }),
    '/api/activity?after=ab&limit=10',
    { items: [activityOf('aa', summary.id, { message: null })], next: null, version: 'v2' },
  ],
  [
    'the digest',
    (api) => api.readDigest('ff'),
    '/api/digest?after=ff',
    {
      items: [digestRowOf(summary.id, { topLinks: [{ destination: 'https://example.com/', clicks: 2 }] })],
      next: null,
      version: 'v2',
    },
  ],
  [
    'domains',
    (api) => api.readDomains(),
    '/api/domains',
    { items: [{ domain: 'example.com', messages: 5, statements: [{ what: 'always-relays', messages: 4, reason }] }] },
  ],
  ['preferences', (api) => api.readPreferences(), '/api/preferences', { ...preferences }],
];

function problem(status: number, code: string): Response {
  return Response.json({ type: `urn:readback:${code}`, title: 'No', status, detail: 'No.' }, { status });
}

describe('asking the server', () => {
  it('reads a page of messages with the token, the version and the cursor', async () => {
    const { fetch, sent } = server(Response.json({ items: [summary], next: null, version: 'v2' }));
    const page = await createApi(fetch, signedIn).listMessages({ version: 'W/"a b"', after: 'ff' });
    expect(page.items).toEqual([summary]);
    expect(sent).toEqual([
      { path: '/api/messages?version=W%2F%22a+b%22&after=ff', method: 'GET', token: 'Bearer first', body: null },
    ]);
  });

  it('reads a message with its hits', async () => {
    const { fetch, sent } = server(Response.json(detail));
    await expect(createApi(fetch, signedIn).readMessage(summary.id, null)).resolves.toEqual(detail);
    expect(sent[0]?.path).toBe(`/api/messages/${summary.id}`);
  });

  it.each(ANSWERS)('reads %s', async (_, ask, path, answer) => {
    const { fetch, sent } = server(Response.json(answer));
    await expect(ask(createApi(fetch, signedIn))).resolves.toEqual(answer);
    expect(sent).toEqual([{ path, method: 'GET', token: 'Bearer first', body: null }]);
  });

  it.each(ANSWERS)('refuses %s when a part is missing', async (_, ask, _path, answer) => {
    for (const name of Object.keys(answer)) {
      const { fetch } = server(Response.json({ ...answer, [name]: undefined }));
      await expect(ask(createApi(fetch, signedIn))).rejects.toMatchObject({ code: 'unreadable' });
    }
  });

  it('keeps what one person wants for mails to come', async () => {
    const { fetch, sent } = server(Response.json({ opens: true, links: false }));
    await createApi(fetch, signedIn).putSettings({ opens: true, links: false });
    expect(sent).toMatchObject([{ path: '/api/settings', method: 'PUT', body: { opens: true, links: false } }]);
  });

  it('keeps what one person prefers', async () => {
    const { fetch, sent } = server(Response.json(preferences));
    await createApi(fetch, signedIn).putPreferences(preferences);
    expect(sent).toMatchObject([{ path: '/api/preferences', method: 'PUT', body: preferences }]);
  });

  it('stops tracking a message, and goes on', async () => {
    const { fetch, sent } = server(new Response(null, { status: 204 }), new Response(null, { status: 204 }));
    const api = createApi(fetch, signedIn);
    for (const tracked of [false, true]) await api.switchTracking(summary.id, tracked);
    const path = `/api/messages/${summary.id}/tracking`;
    expect(sent).toMatchObject([
      { path, method: 'PUT', body: { tracked: false } },
      { path, method: 'PUT', body: { tracked: true } },
    ]);
  });

  it('deletes a message, also one that is gone already', async () => {
    const { fetch, sent } = server(new Response(null, { status: 204 }), problem(404, 'not-found'));
    const api = createApi(fetch, signedIn);
    await api.deleteMessage(summary.id);
    await api.deleteMessage(summary.id);
    expect(sent[0]).toMatchObject({ path: `/api/messages/${summary.id}`, method: 'DELETE', body: null });
  });

  it('says when a message could not be deleted', async () => {
    const { fetch } = server(problem(503, 'storage'));
    await expect(createApi(fetch, signedIn).deleteMessage(summary.id)).rejects.toMatchObject({ code: 'storage' });
  });

  it('tells a message that the server does not know from an error', async () => {
    const { fetch } = server(problem(404, 'not-found'));
    await expect(createApi(fetch, signedIn).readMessage(summary.id, null)).resolves.toBeNull();
  });

  it('asks once more with another token when the first is not accepted', async () => {
    const { fetch, sent } = server(problem(401, 'sign-in'), Response.json(detail));
    await createApi(fetch, signedIn).readMessage(summary.id, null);
    expect(sent.map(({ token }) => token)).toEqual(['Bearer first', 'Bearer second']);
  });

  it('gives up when no token is accepted', async () => {
    const { fetch } = server(problem(401, 'sign-in'), problem(401, 'sign-in'));
    await expect(createApi(fetch, signedIn).readMessage(summary.id, null)).rejects.toMatchObject({ code: 'sign-in' });
  });

  it('sends what it has to say as JSON', async () => {
    const { fetch, sent } = server(new Response(null, { status: 204 }));
    await createApi(fetch, signedIn).reportViewing(summary.id, 15_000);
    expect(sent[0]).toMatchObject({
      path: '/api/viewing',
      method: 'POST',
      body: { messageId: summary.id, shownForMs: 15_000 },
    });
  });

  it('says whose a hit was, and takes it back', async () => {
    const { fetch, sent } = server(new Response(null, { status: 204 }), new Response(null, { status: 204 }));
    const api = createApi(fetch, signedIn);
    for (const actor of ['sender', null] as const) await api.correctHit(summary.id, { hit: hit.id, actor });
    const path = `/api/messages/${summary.id}/corrections`;
    expect(sent).toMatchObject([
      { path, method: 'POST', body: { hit: hit.id, actor: 'sender' } },
      { path, method: 'POST', body: { hit: hit.id, actor: null } },
    ]);
  });

  it.each([
    ['no connection', new TypeError('fetch failed'), 'offline', 'offline'],
    ['a problem of ours', problem(503, 'storage'), 'storage', 'unavailable'],
    ['a problem that asks the sender', problem(409, 'address-differs'), 'address-differs', 'refused'],
    ['a page of a proxy', new Response('<h1>Bad gateway</h1>', { status: 502 }), 'internal', 'unavailable'],
    ['a code that nobody knows', problem(418, 'constructor'), 'internal', 'unavailable'],
    ['an answer that is not JSON', new Response('<h1>Hello</h1>'), 'unreadable', 'unreadable'],
    [
      'a hit without its program',
      Response.json({ ...detail, hits: [{ ...hit, client: null }] }),
      'unreadable',
      'unreadable',
    ],
    ['an answer without the hits', Response.json({ ...detail, hits: null }), 'unreadable', 'unreadable'],
    [
      'a verdict of an unknown kind',
      Response.json({ ...detail, hits: [{ ...hit, verdict: { ...hit.verdict, actor: 'ghost' } }] }),
      'unreadable',
      'unreadable',
    ],
  ])('says what went wrong: %s', async (_, answer, code, kind) => {
    const { fetch } = server(answer);
    const failure: unknown = await createApi(fetch, signedIn)
      .readMessage(summary.id, null)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ code });
    expect(kindOfError(failure)).toBe(kind);
  });

  it('reads an answer of a newer server that says more', async () => {
    const { fetch } = server(Response.json({ ...detail, mood: 'fine' }));
    await expect(createApi(fetch, signedIn).readMessage(summary.id, null)).resolves.toMatchObject({ id: summary.id });
  });

  it('passes a cancellation on as such', async () => {
    const { fetch } = server(new Error('aborted'));
    const signal = AbortSignal.abort('another item');
    await expect(createApi(fetch, signedIn).readMessage(summary.id, null, signal)).rejects.toBe('another item');
  });
});
