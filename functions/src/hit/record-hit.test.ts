import { rm } from 'node:fs/promises';
import type { Hit } from '@readback/core';
import * as fc from 'fast-check';
import { ANNA, createMemoryLedger, createTestApp, messageIdOf, signerOf } from '../app.fixture.ts';
import type { TestAppOptions } from '../app.fixture.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { createClientNetworks } from '../network/client-networks.ts';
import type { ClientNetworks } from '../network/client-networks.ts';
import { makeTables } from '../network/tables.fixture.ts';
import { NOWHERE } from '../networks.ts';

const signer = signerOf(ANNA);
const ID = messageIdOf(1);
const PATHS = {
  pixel: new URL(signer.pixelUrl(ID)).pathname,
  redirect: new URL(signer.linkUrl(ID, 0, 'https://contoso.com/')).pathname,
};
const OUTLOOK = 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328; Pro)';
const AT = Date.UTC(2026, 10, 21, 12);

let folder = '';

beforeAll(async () => {
  folder = await makeTables();
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function testNetworks(): ClientNetworks {
  return createClientNetworks({ folder, cityDatabase: null, relays: { has: () => false }, log: () => undefined });
}

/** An app whose hits are collected in place of a ledger. */
function appWithHits(options: TestAppOptions = {}) {
  const hits: Hit[] = [];
  const record: Ledger['record'] = async (_mailbox, _message, hit) => {
    hits.push(hit);
    return 'stored';
  };
  const ledger = { ...createMemoryLedger(), record };
  const { app, lines, ask } = createTestApp({ networks: testNetworks(), ledger, now: () => AT, ...options });
  // The tables are loaded within this, however slow the machine is.
  app.waits = { pixel: 10_000, redirect: 10_000 };
  return { hits, lines, ask };
}

describe('recordHit', () => {
  it.each(['pixel', 'redirect'] as const)('writes down from whose network a %s was asked for', async (name) => {
    const { ask, hits } = appWithHits();
    await ask(name, { path: PATHS[name], headers: { 'client-ip': '100.0.1.7:4711', 'user-agent': OUTLOOK } });
    const network = { asn: 64501, organisation: 'Example Telecom', kind: 'access' };
    expect(hits).toMatchObject([{ at: AT, network, country: null, city: null }]);
  });

  it.each([
    ['a person', '100.0.1.7', OUTLOOK, 'DE'],
    ['a person behind a web gateway', '100.0.3.7', OUTLOOK, null],
    ['a data centre', '100.0.2.7', OUTLOOK, null],
    ['a picture proxy', '100.0.1.7', 'YahooMailProxy; https://help.yahoo.com/', null],
    ['nobody known', '198.51.100.7', OUTLOOK, null],
  ])('with LOCATION=country tells of %s the right country', async (_, ip, agent, country) => {
    const { ask, hits } = appWithHits({ settings: { LOCATION: 'country' } });
    await ask('pixel', { path: PATHS.pixel, headers: { 'client-ip': ip, 'user-agent': agent } });
    expect(hits).toMatchObject([{ country, city: null }]);
  });

  it('goes on where the platform names no address', async () => {
    const find = () => Promise.reject(new Error('must not be asked'));
    const { ask, hits, lines } = appWithHits({ networks: { find, notes: () => [] } });
    await ask('pixel', { path: PATHS.pixel });
    expect(hits).toMatchObject([{ network: null, country: null }]);
    expect(lines).toEqual([]);
  });

  it('lets look-ups take as long as the answer may', async () => {
    const limits: number[] = [];
    const find: ClientNetworks['find'] = async (_address, limitMs) => {
      limits.push(limitMs);
      return NOWHERE;
    };
    const { ask } = createTestApp({ networks: { find, notes: () => [] } });
    const headers = { 'client-ip': '100.0.1.7' };
    await ask('pixel', { path: PATHS.pixel, headers });
    await ask('redirect', { path: PATHS.redirect, headers });
    expect(limits).toEqual([50, 25]);
  });

  it('keeps of two addresses of one network nothing but two hashes that differ', async () => {
    const { ask, hits, lines } = appWithHits({ settings: { LOCATION: 'city' } });
    const host = fc.integer({ min: 0, max: 255 });
    await fc.assert(
      fc.asyncProperty(host, host, async (one, other) => {
        hits.length = 0;
        for (const last of [one, other]) {
          const headers = { 'client-ip': `100.0.1.${last}:${last}`, 'user-agent': OUTLOOK };
          await ask('pixel', { path: PATHS.pixel, headers });
        }
        const [first, second] = hits.map((hit) => ({ ...hit, client: null }));
        expect(second).toEqual(first);
        expect(hits[0]?.client === hits[1]?.client).toBe(one === other);
      }),
      { numRuns: 50 },
    );
    expect(lines).toEqual([]);
  });
});

describe('what is written down', () => {
  /** Everything that went to storage and into the log while one picture was loaded. */
  async function writtenFor(ip: string, headers: Record<string, string>): Promise<string> {
    const store = createMemoryStore();
    const written: unknown[] = [];
    const log = (...line: unknown[]): void => void written.push(line);
    const ledger = createMemoryLedger(log, {
      ...store,
      commit: async (partition, writes, signal) => {
        written.push(writes);
        return await store.commit(partition, writes, signal);
      },
    });
    const { ask, lines } = createTestApp({
      ledger,
      networks: testNetworks(),
      settings: { LOCATION: 'city' },
      now: () => AT,
    });
    const body = { address: 'anna@contoso.com' };
    await ask('open-mailbox', { method: 'POST', path: '/api/mailbox', as: 'anna', body });
    const words = new TextEncoder().encode(JSON.stringify({ opens: true, links: true, ageMs: 0 }));
    await ask('register', { method: 'POST', path: signer.register(signer.key, ID, words), body: words });
    await ask('pixel', { path: PATHS.pixel, headers: { 'client-ip': ip, ...headers } });
    await ledger.flush(10_000);
    return JSON.stringify([written, lines]);
  }

  it.each([
    ['203.0.113.77', ['203.0.113', '3405803853', 'cb00714d', 'ywBxTQ']],
    ['2001:db8:85a3:8d3::370:7348', ['2001:db8:85a3', '20010db885a3', 'IAENuIWj', '370:7348']],
  ])('is no byte of %s, in any spelling', async (ip, spellings) => {
    const bracketed = ip.includes(':') ? `[${ip}]` : ip;
    const written = await writtenFor(`${bracketed}:4711`, {
      'user-agent': OUTLOOK,
      'x-forwarded-for': ip,
      forwarded: `for="${bracketed}"`,
      via: `1.1 ${bracketed}`,
      referer: `https://${bracketed}/owa/`,
      'x-real-ip': ip,
      'x-azure-clientip': ip,
    });
    expect(written).toContain('Microsoft Outlook');
    for (const spelling of spellings) expect(written.toLowerCase()).not.toContain(spelling.toLowerCase());
  });
});
