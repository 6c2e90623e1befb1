import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Deployment } from './deployment.ts';
import { ask } from './look-outside.ts';
import { madeLinkUrl } from './made-links.ts';
import { runPreflight } from './run-preflight.ts';
import type { ReportLine } from './run-preflight.ts';

interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

type Route = (request: {
  method: string;
  path: string;
  origin: string;
  header: (name: string) => string | undefined;
}) => Reply;

const GIF = 'GIF89a\u0001\u0000\u0001\u0000';
const PICTURE: Reply = {
  headers: { 'Content-Type': 'image/gif', 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' },
  body: GIF,
};
const REFUSAL: Reply = {
  status: 400,
  headers: { 'Content-Type': 'text/html', 'X-Robots-Tag': 'noindex' },
  body: '<p>This link says that it leads to preflight.example.</p>',
};
const HANDLER_CACHING = { 'Cache-Control': 'public, max-age=86400' };

function json(body: unknown): Reply {
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function page(body = ''): Reply {
  return { headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}

/** An installation as it should be; by the first segment of the path. */
const GOOD: Readonly<Record<string, Route>> = {
  healthz: () => json({ ok: true, problems: [] }),
  settings: ({ origin }) => json({ tracking: 'on', opens: false, links: true, trackingOrigin: origin }),
  api: () => ({ status: 401 }),
  o: ({ method }) => (method === 'OPTIONS' ? { status: 404 } : PICTURE),
  c: () => REFUSAL,
  '.well-known': ({ origin }) => json({ allowed: [`${origin}/launchevent.js`] }),
  'launchevent.html': () => ({
    headers: { 'Content-Type': 'text/html', ...HANDLER_CACHING },
    body: '<script src="https://cdn/office.js"></script><script src="launchevent.js"></script>',
  }),
  'launchevent.js': () => ({
    headers: { 'Content-Type': 'text/javascript', ...HANDLER_CACHING },
    body: '"onMessageComposeHandler","onMessageSendHandler","toggleTracking"',
  }),
  'taskpane.html': () => page('<script src="https://cdn/office.js"></script>'),
  'auth.html': () => page(),
  activity: () => page('<link rel="manifest" href="/activity.webmanifest">'),
  'activity.webmanifest': () => ({
    headers: { 'Content-Type': 'application/manifest+json' },
    body: '{"start_url":"/activity"}',
  }),
  'consent.html': () => page(),
  'support.html': () => page(),
  icons: () => ({ headers: { 'Content-Type': 'image/png' }, body: '\u0089PNG' }),
};

async function listen(routes: Readonly<Record<string, Route>>): Promise<{ server: Server; origin: string }> {
  let origin = '';
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const header = (name: string): string | undefined => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    };
    const route = routes[path.split('/')[1] ?? ''];
    const reply = route?.({ method: request.method ?? '', path, origin, header }) ?? { status: 404 };
    response.writeHead(reply.status ?? 200, reply.headers);
    response.end(Buffer.from(reply.body ?? '', 'latin1'));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  origin = `http://127.0.0.1:${address.port}`;
  return { server, origin };
}

async function look(
  change: Readonly<Record<string, Route>>,
  means: Partial<Deployment> = {},
): Promise<readonly ReportLine[]> {
  const { server, origin } = await listen({ ...GOOD, ...change });
  try {
    return await collect({
      app: origin,
      tracking: origin,
      isLocal: true,
      now: Date.now,
      ask,
      inspectCertificate: () => Promise.reject(new Error('not asked for on this machine')),
      ...means,
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function worse(lines: readonly ReportLine[]): readonly string[] {
  return lines
    .filter(({ level }) => level !== 'ok')
    .map(({ level, check, message }) => `${level} ${check}: ${message}`);
}

async function collect(deployment: Deployment): Promise<readonly ReportLine[]> {
  const lines: ReportLine[] = [];
  for await (const line of runPreflight(deployment)) lines.push(line);
  return lines;
}

describe('runPreflight', () => {
  it('finds nothing wrong with a good installation', async () => {
    // However busy the machine is, the answers came at once.
    const quick = { ask: async (...args: Parameters<typeof ask>) => ({ ...(await ask(...args)), millis: 40 }) };
    const lines = await look({}, quick);
    expect(worse(lines)).toEqual([]);
    expect(lines.map(({ message }) => message)).toContain('/launchevent.js came in 40 ms, then 40 ms');
    expect(new Set(lines.map(({ check }) => check))).toEqual(new Set(['health', 'files', 'tracking']));
  });

  it.each<[string, Record<string, Route>, RegExp]>([
    [
      'settings that are wrong',
      {
        healthz: () =>
          json({ ok: false, problems: [{ setting: 'MASTERS', problem: 'It is missing.', remedy: 'Set it.' }] }),
      },
      /^fail health: MASTERS: It is missing\.$/,
    ],
    [
      'what works less well than it could',
      { healthz: () => json({ ok: true, problems: [], notes: ['Storage has not answered yet.'] }) },
      /^warn health: Storage has not answered yet\.$/,
    ],
    [
      'another app behind the name',
      { healthz: () => page('hello') },
      /^fail health: .*\/healthz answers 200, and not as this product does/,
    ],
    ['no app behind the name', { healthz: () => ({ status: 404 }) }, /^fail health: .*\/healthz answers 404/],
    ['settings that are not told', { settings: () => ({ status: 503 }) }, /^fail health: \/settings answers 503/],
    [
      'another tracking name',
      { settings: () => json({ tracking: 'on', opens: false, links: true, trackingOrigin: 'https://x.example' }) },
      /^fail health: TRACKING_ORIGIN is https:\/\/x\.example, not/,
    ],
    [
      'the kill switch',
      {
        settings: ({ origin }) => json({ tracking: 'listen-only', opens: false, links: true, trackingOrigin: origin }),
      },
      /^warn health: TRACKING is listen-only/,
    ],
    [
      'opens that are on',
      { settings: ({ origin }) => json({ tracking: 'on', opens: true, links: true, trackingOrigin: origin }) },
      /^warn health: OPENS is on/,
    ],
    [
      'a well-known file for another name',
      { '.well-known': () => json({ allowed: ['https://x.example/launchevent.js'] }) },
      /^fail health: \/\.well-known\/.* must say/,
    ],
    [
      'a well-known file that allows more',
      { '.well-known': ({ origin }) => json({ allowed: [`${origin}/launchevent.js`, '*'] }) },
      /^fail health: \/\.well-known/,
    ],
    ['no well-known file', { '.well-known': () => ({ status: 404 }) }, /^fail health: \/\.well-known/],
    ['an open API', { api: () => json({}) }, /^fail health: the API answers 200 to a stranger/],
    [
      'a login before the API',
      { api: () => ({ status: 302, headers: { Location: '/.auth/login/aad' } }) },
      /^fail health: the API answers 302/,
    ],
    ['the page of Azure', { '': () => page('Your Functions app is up and running') }, /^warn health: the root shows/],
    [
      'a pane that is missing',
      { 'taskpane.html': () => ({ status: 404 }) },
      /^fail files: \/taskpane\.html answers 404/,
    ],
    ['no consent page', { 'consent.html': () => ({ status: 404 }) }, /^fail files: \/consent\.html answers 404/],
    ['a script of another type', { 'launchevent.js': () => page() }, /^fail files: \/launchevent\.js is text\/html/],
    [
      'a script without a handler',
      { 'launchevent.js': () => ({ headers: { 'Content-Type': 'text/javascript' }, body: '"toggleTracking"' }) },
      /^fail files: \/launchevent\.js doesn't hold onMessageComposeHandler, onMessageSendHandler/,
    ],
    [
      'handlers that may not be kept',
      {
        'launchevent.html': () => ({
          headers: { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' },
          body: 'office.js launchevent.js',
        }),
      },
      /^warn files: the handlers may not be kept/,
    ],
    ['icons that are none', { icons: () => page('<svg/>') }, /^fail files: \/icons\/readback-64\.png is text\/html/],
    [
      'icons that may not be kept',
      {
        icons: () => ({ headers: { 'Content-Type': 'image/png', 'Cache-Control': 'no-cache' }, body: '\u0089PNG' }),
      },
      /^warn files: the icons may not be kept/,
    ],
    ['a picture that is none', { o: () => ({ status: 404 }) }, /^fail tracking: the picture answers 404 to GET/],
    [
      'a picture that is kept',
      {
        o: () => ({
          ...PICTURE,
          headers: { 'Content-Type': 'image/gif', 'X-Robots-Tag': 'noindex', 'Cache-Control': 'public, max-age=600' },
        }),
      },
      /^fail tracking: the picture may be kept/,
    ],
    [
      'a picture that may be indexed',
      { o: () => ({ ...PICTURE, headers: { 'Content-Type': 'image/gif', 'Cache-Control': 'no-store' } }) },
      /^fail tracking: the picture may be indexed/,
    ],
    [
      'a picture with a cookie',
      { o: () => ({ ...PICTURE, headers: { ...PICTURE.headers, 'Set-Cookie': 'ARRAffinity=1' } }) },
      /^fail tracking: the picture sets a cookie/,
    ],
    [
      'a picture that is refused to HEAD',
      { o: ({ method }) => (method === 'HEAD' ? { status: 405 } : PICTURE) },
      /^fail tracking: the picture answers 405 to HEAD/,
    ],
    [
      'a picture that tells good tokens from bad ones',
      { o: ({ path }) => (path === '/o/x' ? { status: 400 } : PICTURE) },
      /^fail tracking: the picture answers 400 to GET/,
    ],
    [
      'a picture of another type',
      { o: () => ({ ...PICTURE, headers: { ...PICTURE.headers, 'Content-Type': 'image/png' } }) },
      /^fail tracking: the picture is image\/png/,
    ],
    ['a picture in name alone', { o: () => ({ ...PICTURE, body: '<html>' }) }, /^fail tracking: the picture is no GIF/],
    [
      'CORS for everybody',
      { o: () => ({ ...PICTURE, headers: { ...PICTURE.headers, 'Access-Control-Allow-Origin': '*' } }) },
      /^fail tracking: the picture says Access-Control-Allow-Origin: \*/,
    ],
    [
      'CORS for those who ask',
      {
        o: ({ header }) => ({
          ...PICTURE,
          headers: {
            ...PICTURE.headers,
            ...(header('origin') === undefined ? {} : { 'Access-Control-Allow-Origin': 'https://outlook.office.com' }),
          },
        }),
      },
      /Access-Control-Allow-Origin: https:\/\/outlook/,
    ],
    [
      'CORS before the question',
      {
        o: ({ method }) =>
          method === 'OPTIONS' ? { status: 204, headers: { 'Access-Control-Allow-Origin': '*' } } : PICTURE,
      },
      /^fail tracking: the picture says/,
    ],
    [
      'long links that the platform refuses',
      { c: () => ({ status: 400, body: 'Bad Request - Invalid URL' }) },
      /^fail tracking: a link of (89[7-9]|900) characters .* answered by something else: 400/,
    ],
    ['long links that are not found', { c: () => ({ status: 404 }) }, /answered by something else: 404/],
    [
      'an open redirect',
      { c: () => ({ status: 302, headers: { Location: 'https://preflight.example/' } }) },
      /^fail tracking: a link .* is followed: 302/,
    ],
    [
      'links without a master',
      { c: () => ({ ...REFUSAL, status: 503 }) },
      /^fail tracking: a link .* can't be checked/,
    ],
  ])('tells %s', async (_name, change, message) => {
    expect(worse(await look(change))).toContainEqual(expect.stringMatching(message));
  });

  it('says once what both names say', async () => {
    const problem = { setting: 'MASTERS', problem: 'It is missing.', remedy: 'Set it.' };
    const tracking = await listen({ ...GOOD, healthz: () => json({ ok: false, problems: [problem] }) });
    try {
      const lines = await look(
        { healthz: () => json({ ok: false, problems: [problem] }) },
        { tracking: tracking.origin },
      );
      expect(worse(lines).filter((line) => line.includes('MASTERS'))).toEqual(['fail health: MASTERS: It is missing.']);
    } finally {
      tracking.server.closeAllConnections();
      tracking.server.close();
    }
  });

  it('says what to do about everything that is not right', async () => {
    const broken = await look({
      healthz: () => ({ status: 500 }),
      c: () => ({ status: 404 }),
      o: () => ({ status: 404 }),
    });
    const remedies = broken.filter(({ level }) => level !== 'ok').map(({ remedy }) => remedy);
    expect(remedies.length).toBeGreaterThan(3);
    expect(remedies).not.toContain(null);
  });

  it('tells a clock that is wrong, whichever it is', async () => {
    const lines = await look({}, { now: () => Date.now() + 60_000 });
    expect(worse(lines)).toContainEqual(expect.stringMatching(/clock and this one differ by (59|60)\.\d s$/));
  });

  it('tells slow files as what they are', async () => {
    const slow = { ask: async (...args: Parameters<typeof ask>) => ({ ...(await ask(...args)), millis: 700 }) };
    expect(worse(await look({}, slow))).toContain('warn files: /launchevent.js came in 700 ms, then 700 ms');
  });

  it('tells of each check when it is done', async () => {
    const asked: string[] = [];
    const deployment: Deployment = {
      app: 'https://readback.contoso.com',
      tracking: 'https://go.contoso.com',
      isLocal: false,
      now: Date.now,
      ask: (url) => {
        asked.push(url);
        return Promise.reject(new Error('refused'));
      },
      inspectCertificate: () => Promise.reject(new Error('refused')),
    };
    for await (const { check } of runPreflight(deployment)) {
      expect(check).toBe('names');
      break;
    }
    expect(asked).toEqual([]);
  });

  it('goes on with the other checks when a host is not reached', async () => {
    const lines = await collect({
      app: 'https://readback.contoso.com',
      tracking: 'https://go.contoso.com',
      isLocal: false,
      now: Date.now,
      ask: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ENOTFOUND readback.contoso.com') })),
      inspectCertificate: () => Promise.reject(new Error('certificate has expired')),
    });
    expect(worse(lines)).toEqual([
      'fail tls: not reached: certificate has expired',
      'fail health: not reached: ENOTFOUND readback.contoso.com',
      'fail files: not reached: ENOTFOUND readback.contoso.com',
      'fail tracking: not reached: ENOTFOUND readback.contoso.com',
    ]);
  });
});

describe('names and certificates', () => {
  const NOW = Date.UTC(2026, 10, 21);

  async function lookAt(app: string, tracking: string, means: Partial<Deployment> = {}): Promise<readonly string[]> {
    const lines = await collect({
      app,
      tracking,
      isLocal: false,
      now: () => NOW,
      ask: () => Promise.reject(new Error('refused')),
      inspectCertificate: () => Promise.resolve({ validTo: new Date(NOW + 90 * 86_400_000) }),
      ...means,
    });
    return lines
      .filter(({ check }) => check === 'names' || check === 'tls')
      .map(({ level, message }) => `${level} ${message}`);
  }

  it('is content with two names of one\u2019s own', async () => {
    expect(await lookAt('https://readback.contoso.com', 'https://go.contoso.com')).toEqual([
      'ok readback.contoso.com is a name of your own',
      'ok go.contoso.com is a name of your own',
      'ok links have a name apart from the add-in',
      'ok the certificate of readback.contoso.com is trusted and valid for 90 days',
      'ok the certificate of go.contoso.com is trusted and valid for 90 days',
      'ok http://readback.contoso.com is refused or sent on to https',
      'ok http://go.contoso.com is refused or sent on to https',
    ]);
  });

  it.each<[string, string, string, Partial<Deployment>, RegExp]>([
    [
      'Azure\u2019s name for the add-in',
      'https://rb.azurewebsites.net',
      'https://go.contoso.com',
      {},
      /^fail rb\.azurewebsites\.net/,
    ],
    [
      'Azure\u2019s name for links',
      'https://rb.contoso.com',
      'https://rb.azurewebsites.net',
      {},
      /^warn rb\.azurewebsites\.net/,
    ],
    ['one name for both', 'https://rb.contoso.com', 'https://rb.contoso.com', {}, /^warn one name serves both/],
    [
      'a certificate that ends soon',
      'https://rb.contoso.com',
      'https://go.contoso.com',
      { inspectCertificate: () => Promise.resolve({ validTo: new Date(NOW + 20 * 86_400_000) }) },
      /^warn the certificate of rb\.contoso\.com is trusted and valid for 20 days/,
    ],
    [
      'plain http',
      'https://rb.contoso.com',
      'https://go.contoso.com',
      { ask: () => Promise.resolve({ status: 200, headers: new Headers(), body: '', millis: 1 }) },
      /^fail http:\/\/rb\.contoso\.com answers without encryption/,
    ],
  ])('tells %s', async (_name, app, tracking, means, message) => {
    expect(await lookAt(app, tracking, means)).toContainEqual(expect.stringMatching(message));
  });

  it('takes this machine for no deployment', async () => {
    expect(await lookAt('https://localhost:7071', 'https://localhost:7071')).toContain(
      'fail localhost is this machine',
    );
  });

  it('lets plain http pass that is sent on to https', async () => {
    const sentOn = () => Promise.resolve({ status: 301, headers: new Headers(), body: '', millis: 1 });
    expect(await lookAt('https://rb.contoso.com', 'https://go.contoso.com', { ask: sentOn })).toContain(
      'ok http://rb.contoso.com is refused or sent on to https',
    );
  });
});

describe('madeLinkUrl', () => {
  it.each(['https://go.contoso.com', 'https://t.co', `https://${'x'.repeat(60)}.example`])(
    'makes a link of about 900 characters, and never more, for %s',
    (tracking) => {
      const { length } = madeLinkUrl(tracking, Date.now(), 900);
      expect(length).toBeLessThanOrEqual(900);
      expect(length).toBeGreaterThanOrEqual(897);
    },
  );
});
