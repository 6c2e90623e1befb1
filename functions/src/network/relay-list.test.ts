import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseAddress } from './address-number.ts';
import { refreshRelayList } from './refresh-relay-list.ts';
import type { KeptRelayList } from './refresh-relay-list.ts';
import { collapseRelayCsv, readRelayList } from './relay-list.ts';

const CSV = `172.224.226.0/31,GB,GB-EN,London,
172.224.226.2/31,GB,GB-EN,London,
172.224.230.4/32,US,US-CA,San Jose,
104.28.0.0/24,DE,DE-BE,Berlin,
2a02:26f7:b000:4000::/64,US,US-CA,Los Angeles,
2a02:26f7:b000:4001::/64,US,US-CA,Los Angeles,
2a02:26f7:c000::/45,FR,FR-IDF,Paris,
`;

const has = (file: Uint8Array, ip: string): boolean => {
  const address = parseAddress(ip);
  const list = readRelayList(file);
  return address !== null && list !== null && list.has(address);
};

describe('the list of relay addresses', () => {
  let file = new Uint8Array();

  beforeAll(async () => {
    const collapsed = await collapseRelayCsv(CSV, 1);
    if (collapsed.ok) file = new Uint8Array(collapsed.file);
  });

  it.each([
    ['172.224.226.0', true],
    ['172.224.226.3', true],
    ['172.224.226.4', false],
    ['172.224.225.255', false],
    ['172.224.230.4', true],
    ['172.224.230.5', false],
    ['104.28.0.255', true],
    ['::ffff:104.28.0.7', true],
    ['2a02:26f7:b000:4000::1', true],
    ['2a02:26f7:b000:4001:ffff::1', true],
    ['2a02:26f7:b000:4002::1', false],
    ['2a02:26f7:c007:ffff::1', true],
    ['2a02:26f7:c008::1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
  ])('answers for %s: %s', (ip, expected) => {
    expect(has(file, ip)).toBe(expected);
  });

  it('makes one range of neighbours', () => {
    expect(readRelayList(file)?.size).toBe(5);
  });

  it.each([
    ['an error page', '<html><body>Service unavailable</body></html>\n'.repeat(3_000)],
    ['nothing', ''],
    ['a cut download', CSV],
    ['half rubbish', `${'172.224.226.0/31,GB,GB-EN,London,\n'.repeat(2_000)}${'172.224.226/31,GB\n'.repeat(2_000)}`],
    ['impossible lengths', '172.224.226.0/33,GB,,,\n'.repeat(2_000)],
  ])('refuses %s', async (_what, text) => {
    expect(await collapseRelayCsv(text)).toMatchObject({ ok: false });
  });

  it('takes no other file for a list', () => {
    expect(readRelayList(new Uint8Array())).toBeNull();
    expect(readRelayList(new Uint8Array(64))).toBeNull();
    expect(readRelayList(file.slice(0, file.length - 4))).toBeNull();
  });
});

describe('refreshRelayList', () => {
  let server: Server | null = null;
  let kept: KeptRelayList | null = null;
  const logged: string[] = [];
  const store = {
    load: () => Promise.resolve(kept),
    save: (list: KeptRelayList) => {
      kept = list;
      return Promise.resolve();
    },
  };

  const refreshFrom = async (listener: RequestListener) => {
    const apple = createServer(listener);
    server = apple;
    await new Promise<void>((resolve) => {
      apple.listen(0, '127.0.0.1', resolve);
    });
    const { port } = apple.address() as AddressInfo;
    const log = (event: string) => void logged.push(event);
    return refreshRelayList({ store, url: `http://127.0.0.1:${port}/list.csv`, fetch, log, minRows: 2 });
  };

  const unchangedSince =
    (etag: string): RequestListener =>
    (request, answer) => {
      const isKnown = request.headers['if-none-match'] === etag;
      answer.writeHead(isKnown ? 304 : 200, { etag }).end(isKnown ? undefined : CSV);
    };

  beforeEach(() => {
    kept = null;
    logged.length = 0;
  });

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  it('downloads, collapses and keeps the list with its ETag', async () => {
    expect(await refreshFrom((_, answer) => answer.writeHead(200, { etag: '"v1"' }).end(CSV))).toBe('replaced');
    expect(kept).toMatchObject({ etag: '"v1"' });
    expect(has((kept as unknown as KeptRelayList).file, '104.28.0.9')).toBe(true);
  });

  it('asks with the ETag, and keeps what it has when nothing changed', async () => {
    const collapsed = await collapseRelayCsv(CSV, 1);
    const old = { file: collapsed.ok ? collapsed.file : new Uint8Array(), etag: '"v1"' };
    kept = old;
    expect(await refreshFrom(unchangedSince('"v1"'))).toBe('unchanged');
    expect(kept).toBe(old);
  });

  it('asks for the whole list when it can’t read the one it has', async () => {
    kept = { file: new Uint8Array(12), etag: '"v1"' };
    expect(await refreshFrom(unchangedSince('"v1"'))).toBe('replaced');
    expect(has(kept.file, '104.28.0.9')).toBe(true);
  });

  it.each<[string, RequestListener]>([
    ['fails', (_, answer) => answer.writeHead(503).end('busy')],
    ['sends a page instead', (_, answer) => answer.writeHead(200).end('<html>sorry</html>')],
    ['sends a malformed file', (_, answer) => answer.writeHead(200).end(`${CSV}${'nonsense\n'.repeat(50)}`)],
    ['points elsewhere', (_, answer) => answer.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    [
      'breaks off',
      (_, answer) => {
        answer.writeHead(200, { 'content-length': '100000' }).write(CSV);
        setTimeout(() => answer.destroy(), 20);
      },
    ],
  ])('keeps the old list when Apple’s server %s', async (_what, listener) => {
    const old = { file: new Uint8Array([1]), etag: '"v1"' };
    kept = old;
    expect(await refreshFrom(listener)).toBe('kept');
    expect(kept).toBe(old);
    expect(logged).toEqual(['relay-list-kept']);
  });
});
