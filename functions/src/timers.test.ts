import { InvocationContext } from '@azure/functions';
import type { Timer as TimerFacts } from '@azure/functions';
import { createTestApp } from './app.fixture.ts';
import { createRefreshRelays } from './handlers/refresh-relays.ts';
import type { KeptRelayList } from './network/refresh-relay-list.ts';
import { readRelayList } from './network/relay-list.ts';
import { createRoutes } from './routes.ts';
import { createTimers } from './timers.ts';

const FACTS: TimerFacts = {
  isPastDue: false,
  schedule: { adjustForDST: true },
  scheduleStatus: { last: '', next: '', lastUpdated: '' },
};

const { app } = createTestApp();
const timers = createTimers(app, null);

describe('the timers', () => {
  it('have names of their own, as the host allows names', () => {
    const routes = createRoutes(app, async () => null).map(({ name }) => name);
    const names = [...routes, ...timers.map(({ name }) => name)];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const { name } of timers) expect(name).toMatch(/^[a-z][a-z0-9-]{0,60}$/);
  });

  it('sweep every day and look for Apple’s list every week', () => {
    const schedules = Object.fromEntries(timers.map(({ name, schedule }) => [name, schedule]));
    const time = String.raw`0 [1-5]?\d (1?\d|2[0-3])`;
    expect(schedules).toEqual({
      sweep: expect.stringMatching(new RegExp(String.raw`^${time} \* \* \*$`)),
      'refresh-relays': expect.stringMatching(new RegExp(String.raw`^${time} \* \* [0-6]$`)),
    });
  });
});

describe('createRefreshRelays', () => {
  it('keeps what Apple publishes', async () => {
    const kept: KeptRelayList[] = [];
    const store = {
      load: () => Promise.resolve(kept.at(-1) ?? null),
      save: async (list: KeptRelayList) => void kept.push(list),
    };
    const csv = Array.from(
      { length: 1_000 },
      (_, at) => `172.224.${at >> 7}.${(at & 127) * 2}/31,GB,GB-EN,London,`,
    ).join('\n');
    const asked: unknown[] = [];
    const fetch = async (...call: unknown[]) => {
      asked.push(call[0]);
      return new Response(csv, { headers: { etag: '"v1"' } });
    };
    await createRefreshRelays({ store, url: 'https://apple.example/list.csv', fetch, log: app.log })(
      FACTS,
      new InvocationContext(),
    );
    expect(asked).toEqual(['https://apple.example/list.csv']);
    expect(kept).toMatchObject([{ etag: '"v1"' }]);
    expect(readRelayList(kept[0]?.file ?? new Uint8Array())?.has({ version: 4, value: 0xace00001 })).toBe(true);
  });

  it('asks nobody where nothing can be kept', async () => {
    const { app, lines } = createTestApp();
    const fetch = () => Promise.reject(new Error('must not be asked'));
    await createRefreshRelays({ store: null, url: 'https://apple.example/', fetch, log: app.log })(
      FACTS,
      new InvocationContext(),
    );
    expect(lines).toEqual([{ event: 'relay-list-skipped', facts: { storage: false } }]);
  });
});
