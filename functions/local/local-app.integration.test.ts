import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigner, signRegistration } from '@readback/core';
import type { Signer } from '@readback/core';
import { startAzurite } from './azurite.ts';
import type { Azurite } from './azurite.ts';
import { ask, newMessage, openMailbox, register, signIn } from './local-sender.fixture.ts';
import { startLocal } from './start-local.ts';
import type { LocalApp, LocalOptions } from './start-local.ts';

/** Runs the bundle that is deployed: `npm run build` comes first. */

const TENANT = '0a0b0c0d-0000-4000-8000-000000000001';
const MASTER = Buffer.alloc(32, 5).toString('base64');

/** All apps share one storage, so they must have the same secrets. */
const SECRETS = { ID_SECRET: Buffer.alloc(32, 6).toString('base64'), MASTERS: `0:${MASTER}` };

const ANNA = { oid: 'aaaaaaaa-0000-4000-8000-000000000001', address: 'anna@contoso.com' };
const BEN = { oid: 'bbbbbbbb-0000-4000-8000-000000000002', address: 'ben@contoso.com' };

let azurite: Azurite;
/** An app without a fault, for every test that leaves it as it is. */
let shared: LocalApp;
let running: LocalApp[] = [];

beforeAll(async () => {
  azurite = await startAzurite({ folder: null });
  shared = await startApp({});
});

afterAll(async () => {
  await shared.stop();
  await azurite.stop();
});

afterEach(async () => {
  for (const app of running) await app.stop();
  running = [];
});

async function startApp({ settings, ...options }: Partial<LocalOptions>): Promise<LocalApp> {
  return await startLocal({
    port: 0,
    dataDir: null,
    tablesConnection: azurite.connection,
    settings: { ...SECRETS, ...settings },
    ...options,
  });
}

/** An app that ends with the test. */
async function start(options: Partial<LocalOptions>): Promise<LocalApp> {
  const app = await startApp(options);
  running.push(app);
  return app;
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}

describe('the built app', () => {
  it('tells a sender who loaded and clicked', async () => {
    const app = shared;
    const anna = await openMailbox(app, ANNA);
    const { id, hex } = newMessage();
    const words = {
      opens: true,
      links: true,
      ageMs: 10,
      subject: 'Offer',
      trackedLinks: [{ position: 3, destination: 'https://contoso.com/ü' }],
    };
    expect((await register(app, anna, id, words)).status).toBe(200);
    expect((await register(app, anna, id, { ...words, subject: 'x' })).status).toBe(409);

    const picture = await ask(app, pathOf(anna.signer.pixelUrl(id)), {
      headers: { 'x-local-client-ip': '203.0.113.7:1' },
    });
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/gif']);
    expect((await picture.arrayBuffer()).byteLength).toBe(43);
    expect(picture.headers.get('access-control-allow-origin')).toBeNull();
    expect(picture.headers.get('set-cookie')).toBeNull();

    const click = await ask(app, pathOf(anna.signer.linkUrl(id, 3, 'https://contoso.com/ü')));
    expect([click.status, click.headers.get('location')]).toEqual([302, 'https://contoso.com/%C3%BC']);

    const answer = await ask(app, `/api/messages/${hex}`, { headers: anna.headers });
    expect(await answer.json()).toMatchObject({
      id: hex,
      subject: 'Offer',
      registered: true,
      opens: 1,
      clicks: 1,
      links: [{ position: 3, destination: 'https://contoso.com/ü', clicks: 1 }],
      hits: [{ kind: 'click', position: 3 }, { kind: 'open' }],
    });
  });

  it('answers every route of the API', async () => {
    const app = shared;
    const { headers, signer, ...anna } = await openMailbox(app, ANNA);
    const { id, hex } = newMessage();
    await register(app, { headers, signer, ...anna }, id);
    await ask(app, pathOf(signer.pixelUrl(id)));
    const send = async (method: string, path: string, body?: object): Promise<[number, unknown]> => {
      const answer = await ask(app, path, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return [answer.status, text === '' ? null : JSON.parse(text)];
    };
    const [, message] = await send('GET', `/api/messages/${hex}`);
    const [{ id: hit }] = (message as { hits: [{ id: string }] }).hits;
    expect(await send('GET', '/api/messages?limit=1')).toMatchObject([
      200,
      { items: [{}], version: expect.any(String) },
    ]);
    expect(await send('GET', '/api/activity')).toMatchObject([200, { items: expect.any(Array) }]);
    expect(await send('PUT', `/api/messages/${hex}`, { opens: true, links: false, subject: 'New' })).toEqual([
      204,
      null,
    ]);
    expect(await send('PUT', `/api/messages/${hex}/tracking`, { tracked: false })).toEqual([204, null]);
    await ask(app, pathOf(signer.pixelUrl(id)));
    expect(await send('GET', '/api/digest')).toMatchObject([
      200,
      {
        items: expect.arrayContaining([expect.objectContaining({ id: hex, subject: 'New', rawOpens: 1 })]),
        next: null,
      },
    ]);
    expect(await send('GET', '/api/overview')).toMatchObject([
      200,
      {
        activity: { items: expect.any(Array) },
        messages: { items: expect.arrayContaining([expect.objectContaining({ id: hex, opens: 1 })]), next: null },
        version: expect.any(String),
      },
    ]);
    const preferences = { notify: 'none', starred: [], muted: [hex], seenUpTo: null, seen: [], introducedAt: null };
    expect(await send('PUT', '/api/preferences', preferences)).toEqual([200, preferences]);
    expect(await send('GET', '/api/preferences')).toEqual([200, preferences]);
    expect(await send('POST', `/api/messages/${hex}/corrections`, { hit, actor: 'sender' })).toEqual([204, null]);
    expect(await send('POST', '/api/viewing', { messageId: hex })).toEqual([204, null]);
    expect(await send('PUT', '/api/settings', { opens: false, links: true })).toEqual([
      200,
      { opens: false, links: true },
    ]);
    expect(await send('DELETE', `/api/messages/${hex}`)).toEqual([204, null]);
    expect(await send('GET', `/api/messages/${hex}`)).toMatchObject([404, { type: 'urn:readback:not-found' }]);
    const [, { generation }] = (await send('POST', '/api/mailbox/generation')) as [number, { generation: number }];
    expect(generation).toBe(anna.key.generation + 1);
    for (const timer of ['sweep', 'refresh-relays']) {
      expect((await ask(app, `/admin/functions/${timer}`, { method: 'POST' })).status).toBe(202);
      expect((await ask(app, `/${timer}`, { method: 'POST' })).status).toBe(404);
    }
  });

  it('judges a hit by the network that its address is in', async () => {
    const app = shared;
    const anna = await openMailbox(app, ANNA);
    const { id, hex } = newMessage();
    await register(app, anna, id);
    const agent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
    const reasonOf = async (ip: string): Promise<unknown> => {
      await ask(app, pathOf(anna.signer.pixelUrl(id)), { headers: { 'x-local-client-ip': ip, 'user-agent': agent } });
      const answer = await ask(app, `/api/messages/${hex}`, { headers: anna.headers });
      const { hits } = (await answer.json()) as { hits: { verdict: { reason: unknown } }[] };
      return hits[0]?.verdict.reason;
    };
    // The first hits don't wait for the tables longer than they may.
    let reason = await reasonOf('91.220.42.10');
    for (let tries = 0; tries < 20 && !JSON.stringify(reason).includes('Mimecast'); tries += 1) {
      reason = await reasonOf('91.220.42.10');
    }
    expect(reason).toEqual({ code: 'mail-security', values: { service: 'Mimecast Services Limited' } });
    expect(await (await ask(app, '/healthz')).json()).toEqual({ ok: true, problems: [], notes: [] });
  });

  it('keeps neighbours apart', async () => {
    const app = shared;
    const anna = await openMailbox(app, ANNA);
    const ben = await openMailbox(app, BEN);
    const { id, hex } = newMessage();
    await register(app, anna, id);
    expect((await ask(app, `/api/messages/${hex}`, { headers: ben.headers })).status).toBe(404);
    expect((await register(app, { ...ben, key: { ...ben.key, mailboxId: anna.key.mailboxId } }, id)).status).toBe(403);
  });

  it('believes no token of another tenant, and none that was changed', async () => {
    const app = shared;
    const stranger = await signIn(app, { ...ANNA, tid: '99999999-0000-4000-8000-000000000001' });
    const anna = await signIn(app, { ...ANNA, tid: TENANT });
    const changed = { authorization: `${anna['authorization']?.slice(0, -6)}AAAAAA` };
    expect((await ask(app, '/api/messages', { headers: stranger })).status).toBe(401);
    expect((await ask(app, '/api/messages', { headers: changed })).status).toBe(401);
    expect((await ask(app, '/api/messages')).status).toBe(401);
    expect((await ask(app, '/api/messages', { headers: anna })).status).toBe(200);
  });

  it('holds the key back when another account is signed in, until the sender confirms', async () => {
    const app = shared;
    const headers = await signIn(app, ANNA);
    const open = (body: object) => ask(app, '/api/mailbox', { method: 'POST', headers, body: JSON.stringify(body) });
    expect((await open({ address: 'sales@contoso.com' })).status).toBe(409);
    expect((await open({ address: 'sales@contoso.com', confirmed: true })).status).toBe(200);
  });
});

describe('links in the mail', () => {
  it('survive what gateways and mail programs do to them', async () => {
    const app = shared;
    const { signer } = await openMailbox(app, ANNA);
    const path = pathOf(signer.linkUrl(newMessage().id, 0, 'https://contoso.com/a'));
    for (const junk of ['', '?utm=1', '.', '%2C', "'", '%27', ')', '%5D', '%22%3E', '/']) {
      expect([junk, (await ask(app, path + junk)).status]).toEqual([junk, 302]);
    }
    expect((await ask(app, path.replace('/c/', '/C/'))).status).toBe(302);
    for (const mark of ['+', '%2B', '%2b.']) {
      const page = await ask(app, path + mark);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('href="https://contoso.com/a"')]);
    }
    for (const broken of ['%2Fx', '%00', '%E4', 'AAAA', '=', '%20x', '/x']) {
      expect([broken, (await ask(app, path + broken)).status]).toEqual([broken, broken === '/x' ? 404 : 400]);
    }
    const lowered = await ask(app, path.toLowerCase(), { headers: { 'accept-language': 'de' } });
    expect([lowered.status, await lowered.text()]).toEqual([400, expect.stringContaining('Kleinbuchstaben')]);
  });

  it('answer HEAD like GET, and nothing else', async () => {
    const app = shared;
    const { signer } = await openMailbox(app, ANNA);
    const { id } = newMessage();
    for (const url of [signer.pixelUrl(id), signer.linkUrl(id, 0, 'https://contoso.com/')].map(pathOf)) {
      const [get, head] = [await ask(app, url), await ask(app, url, { method: 'HEAD' })];
      expect([head.status, head.headers.get('location'), await head.text()]).toEqual([
        get.status,
        get.headers.get('location'),
        '',
      ]);
      expect(head.headers.get('content-length')).toBe(String((await get.arrayBuffer()).byteLength));
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
        const other = await ask(app, url, { method });
        expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([404, null]);
      }
    }
  });
});

describe('a registration', () => {
  it('is not taken without a length, as the host hands it over empty', async () => {
    const app = shared;
    const anna = await openMailbox(app, ANNA);
    const body = new TextEncoder().encode(JSON.stringify({ opens: true, links: true }));
    const chunked = new ReadableStream({
      start(controller) {
        controller.enqueue(body);
        controller.close();
      },
    });
    const path = `/m/${signRegistration(anna.key, newMessage().id, body)}`;
    // `duplex` is what Node asks of a streamed body, and the types of the browser don't know it.
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: chunked, duplex: 'half' };
    expect((await ask(app, path, init)).status).toBe(403);
  });

  it('is not taken when it is too large', async () => {
    const app = shared;
    const anna = await openMailbox(app, ANNA);
    const words = { opens: true, links: true, subject: 'x'.repeat(40_000) };
    expect((await register(app, anna, newMessage().id, words)).status).toBe(413);
    const large = { method: 'PUT', headers: anna.headers, body: JSON.stringify(words) };
    expect((await ask(app, `/api/messages/${newMessage().hex}`, large)).status).toBe(413);
  });
});

describe('faulty settings', () => {
  it.each([
    ['CONTACT', ''],
    ['OPENS', 'perhaps'],
    ['TENANT_ID', 'contoso'],
    ['APP_ORIGIN', 'contoso.com'],
    ['RETENTION_DAYS', 'long'],
    ['ID_SECRET', '@Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/id)'],
    ['TABLES_CONNECTION', 'nothing'],
    ['TABLES_CONNECTION', 'AccountName=x;AccountKey=y'],
  ])('%s=%j stops the API and is listed, but no link and no picture', async (setting, value) => {
    const app = await start({ settings: { [setting]: value } });
    const health = await ask(app, '/healthz');
    expect([health.status, await health.json()]).toMatchObject([200, { ok: false, problems: [{ setting }] }]);
    expect((await ask(app, '/api/messages', { headers: await signIn(app, ANNA) })).status).toBe(503);
    expect((await ask(app, '/settings')).status).toBe(503);
    const signer = signerOfMailboxZero(app);
    expect((await ask(app, pathOf(signer.linkUrl(newMessage().id, 0, 'https://contoso.com/')))).status).toBe(302);
    expect((await ask(app, pathOf(signer.pixelUrl(newMessage().id)))).status).toBe(200);
  });

  it('without a master, links say 503 and name where they claim to go', async () => {
    const { signer } = await openMailbox(shared, ANNA);
    const app = await start({ settings: { MASTERS: '' } });
    const link = await ask(app, pathOf(signer.linkUrl(newMessage().id, 0, 'https://www.contoso.com/a')));
    expect([link.status, await link.text()]).toEqual([503, expect.stringContaining('www.contoso.com')]);
    expect((await ask(app, pathOf(signer.pixelUrl(newMessage().id)))).status).toBe(200);
  });

  it('a secret that was changed in place stops the API', async () => {
    const own = await startAzurite({ folder: null });
    try {
      const before = await start({ tablesConnection: own.connection });
      expect((await ask(before, '/api/messages', { headers: await signIn(before, ANNA) })).status).toBe(200);
      const changed = { MASTERS: `0:${Buffer.alloc(32, 7).toString('base64')}` };
      const after = await start({ settings: changed, tablesConnection: own.connection });
      expect((await ask(after, '/api/messages', { headers: await signIn(after, ANNA) })).status).toBe(503);
      expect(await (await ask(after, '/healthz')).json()).toMatchObject({ problems: [{ setting: 'MASTERS' }] });
    } finally {
      for (const app of running.splice(-2)) await app.stop();
      await own.stop();
    }
  });
});

describe('storage that is down', () => {
  it('never stops a link or a picture, and the app goes on', async () => {
    const own = await startAzurite({ folder: null });
    const lines: string[] = [];
    const app = await start({ tablesConnection: own.connection, onLog: (text) => lines.push(text) });
    const { signer, headers } = await openMailbox(app, ANNA);
    const { id } = newMessage();
    await own.stop();
    for (const _ of [1, 2, 3]) {
      expect((await ask(app, pathOf(signer.linkUrl(id, 0, 'https://contoso.com/')))).status).toBe(302);
      expect((await ask(app, pathOf(signer.pixelUrl(id)))).status).toBe(200);
    }
    const answer = await ask(app, '/api/messages', { headers });
    expect([answer.status, await answer.json()]).toMatchObject([503, { type: 'urn:readback:storage' }]);
    expect((await ask(app, '/healthz')).status).toBe(200);
    expect(lines.join('\n')).not.toMatch(/anna|contoso\.com|has ended/);
  });

  it('that accepts and never answers holds nobody up', async () => {
    const silent = await listenSilently();
    try {
      const connection = azurite.connection.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${portOf(silent)}`);
      const app = await start({ tablesConnection: connection });
      const signer = signerOfMailboxZero(app);
      expect((await ask(app, pathOf(signer.pixelUrl(newMessage().id)))).status).toBe(200);
      expect((await ask(app, pathOf(signer.linkUrl(newMessage().id, 0, 'https://contoso.com/')))).status).toBe(302);
    } finally {
      silent.close();
    }
  });
});

describe('the app at its end', () => {
  it('has its data when it starts again', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'readback-data-'));
    try {
      const first = await startLocal({ port: 0, dataDir });
      const anna = await openMailbox(first, ANNA);
      const { id, hex } = newMessage();
      await register(first, anna, id, { opens: true, links: true, subject: 'Kept' });
      await ask(first, pathOf(anna.signer.pixelUrl(id)));
      await first.stop();
      const second = await startLocal({ port: 0, dataDir });
      const headers = await signIn(second, ANNA);
      const answer = await ask(second, `/api/messages/${hex}`, { headers });
      expect(await answer.json()).toMatchObject({ subject: 'Kept', opens: 1 });
      await second.stop();
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });
});

describe('what only this machine has', () => {
  it('keeps posted mails until they are cleared', async () => {
    const app = shared;
    const mail = (subject: string) => ({
      from: { name: 'Anna', address: ANNA.address },
      to: [{ name: 'Ben', address: BEN.address }],
      cc: [],
      bcc: [],
      subject,
      format: 'text',
      body: 'Hello',
      attachments: [],
      pictures: {},
      internetMessageId: `<${subject}@contoso.com>`,
      conversationId: 'c',
      sentAt: 0,
      deliverAfter: null,
    });
    const post = await ask(app, '/local/mail', { method: 'POST', body: JSON.stringify(mail('One')) });
    const { id } = await post.json();
    await ask(app, '/local/mail', { method: 'POST', body: JSON.stringify(mail('Two')) });
    expect(await (await ask(app, '/local/mail')).json()).toMatchObject([{ subject: 'Two' }, { subject: 'One', id }]);
    expect(await (await ask(app, `/local/mail/${id}`)).json()).toMatchObject({ subject: 'One' });
    expect(await (await ask(app, `/local/mail/${id}/raw`)).text()).toContain('\r\nMessage-ID: <One@contoso.com>\r\n');
    expect((await ask(app, '/local/mail', { method: 'DELETE' })).status).toBe(204);
    expect(await (await ask(app, '/local/mail')).json()).toEqual([]);
    for (const [body, status] of [
      ['7', 400],
      ['{}', 400],
      [JSON.stringify({ ...mail('Nobody'), to: [] }), 400],
      [JSON.stringify({ ...mail('Header'), to: [{ name: '', address: 'b@x.example>\r\nBcc: c@x.example' }] }), 400],
      [JSON.stringify({ ...mail('Large'), attachments: [{ name: 'a', size: 50_000_000 }] }), 413],
      [JSON.stringify({ ...mail('Later'), deliverAfter: Date.now() + 3_600_000 }), 202],
    ] as const) {
      expect((await ask(app, '/local/mail', { method: 'POST', body })).status).toBe(status);
    }
    expect(await (await ask(app, '/local/mail')).json()).toEqual([]);
  });

  it.each(['', '{', '{}', '{"oid":"x","address":"a@b.c"}', '{"oid":"aaaaaaaa-0000-4000-8000-000000000001"}'])(
    'gives no token for %j',
    async (body) => {
      const app = shared;
      expect((await ask(app, '/local/token', { method: 'POST', body })).status).toBe(400);
    },
  );

  it('serves the pages with Office.js from here, and the simulated one in its frames', async () => {
    const app = shared;
    for (const page of ['/taskpane.html', '/launchevent.html', '/auth.html']) {
      const html = await (await ask(app, page)).text();
      expect(html).toContain('src="/local/office-js/office.js"');
      expect(html).toContain('<meta name="readback-sign-in" content="local">');
    }
    expect(await (await ask(app, '/simulator/frame/taskpane.html')).text()).toContain('src="/simulator/office.js"');
    const activity = await (await ask(app, '/activity')).text();
    expect(activity).toContain('<meta name="readback-sign-in" content="local">');
    expect(activity).not.toContain('office.js');
    for (const file of [
      '/local/office-js/office.js',
      '/simulator/office.js',
      '/simulator/frame/launchevent.js',
      '/launchevent.js',
    ]) {
      const answer = await ask(app, file);
      expect([file, answer.status, answer.headers.get('content-type')]).toEqual([
        file,
        200,
        expect.stringContaining('javascript'),
      ]);
    }
    expect(await (await ask(app, '/')).text()).toContain('/simulator/assets/');
  });

  it('serves every file that its pages name', async () => {
    const app = shared;
    for (const page of ['/', '/taskpane.html', '/activity', '/auth.html']) {
      const html = await (await ask(app, page)).text();
      const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? '');
      expect(named.length).toBeGreaterThan(0);
      for (const file of named) expect([file, (await ask(app, file)).status]).toEqual([file, 200]);
    }
  });

  it.each([
    '/main.js',
    '/host.json',
    '/package.json',
    '/assets/..%2f..%2fmain.js',
    '/simulator/..%2fapp/main.js',
    '/local/office-js/../package.json',
    '/local/nothing',
    '/.data/secrets.json',
  ])('never serves %s', async (path) => {
    const app = shared;
    expect((await ask(app, path)).status).toBe(404);
  });

  it('names a port that is taken', async () => {
    const app = shared;
    const port = Number(new URL(app.origin).port);
    await expect(start({ port })).rejects.toThrow(`Port ${port} is taken`);
  });
});

/** Signs for a mailbox of zeros under MASTER, with a key made by Node alone. */
function signerOfMailboxZero(app: LocalApp): Signer {
  const mailboxId = new Uint8Array(8);
  const key = createHmac('sha256', Buffer.from(MASTER, 'base64'))
    .update('readback/key')
    .update(mailboxId)
    .update(Uint8Array.of(0));
  return createSigner({ mailboxId, key: new Uint8Array(key.digest()), epoch: 0, generation: 0, origin: app.origin });
}

/** A server that takes connections and says nothing. */
async function listenSilently(): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => socket.destroy()).resume());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
