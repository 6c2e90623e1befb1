import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseAddress } from './address-number.ts';
import type { KeptRelayList } from './refresh-relay-list.ts';
import { collapseRelayCsv } from './relay-list.ts';
import { createRelayWatch } from './relay-watch.ts';

const HOUR = 3_600_000;

async function listOf(...blocks: string[]): Promise<KeptRelayList> {
  const collapsed = await collapseRelayCsv(blocks.map((block) => `${block},US,,,`).join('\n'), 1);
  if (!collapsed.ok) throw new Error(collapsed.problem);
  return { file: collapsed.file, etag: null };
}

/** A watch over a store that answers with what stands in `kept`, at a time that the test sets. */
function watchOver(kept: () => Promise<KeptRelayList | null>) {
  const state = { now: 0, loads: 0, logged: new Array<string>() };
  const load = (): Promise<KeptRelayList | null> => {
    state.loads += 1;
    return kept();
  };
  const watch = createRelayWatch({
    store: { load },
    now: () => state.now,
    log: (event) => void state.logged.push(event),
  });
  const has = (ip: string): boolean => {
    const address = parseAddress(ip);
    return address !== null && watch.has(address);
  };
  const hasSoon = async (ip: string): Promise<boolean> => {
    has(ip);
    await nextTurn();
    return has(ip);
  };
  return { state, has, hasSoon };
}

describe('createRelayWatch', () => {
  it('fetches nothing until somebody asks, and answers no until it knows', async () => {
    const list = await listOf('172.224.226.0/31');
    const { state, has, hasSoon } = watchOver(() => Promise.resolve(list));
    expect(state.loads).toBe(0);
    expect(has('172.224.226.1')).toBe(false);
    expect(await hasSoon('172.224.226.1')).toBe(true);
    expect(has('172.224.226.2')).toBe(false);
    expect(state.loads).toBe(1);
  });

  it('looks for a newer list once a day', async () => {
    const lists = [await listOf('172.224.226.0/31'), await listOf('172.224.230.0/31')];
    const { state, has, hasSoon } = watchOver(() => Promise.resolve(lists.shift() ?? null));
    expect(await hasSoon('172.224.226.1')).toBe(true);
    state.now = 23 * HOUR;
    expect(await hasSoon('172.224.226.1')).toBe(true);
    expect(state.loads).toBe(1);
    state.now = 24 * HOUR;
    expect(await hasSoon('172.224.230.1')).toBe(true);
    expect(has('172.224.226.1')).toBe(false);
  });

  it('keeps what it knows when storage fails, and tries again after an hour', async () => {
    const list = await listOf('172.224.226.0/31');
    const answers = [() => Promise.resolve(list), () => Promise.reject(new Error('down'))];
    const { state, hasSoon } = watchOver(() => (answers.shift() ?? (() => Promise.resolve(null)))());
    await hasSoon('172.224.226.1');
    state.now = 24 * HOUR;
    expect(await hasSoon('172.224.226.1')).toBe(true);
    expect(state.logged).toEqual(['relay-list-not-loaded']);
    state.now = 24 * HOUR + 59 * 60_000;
    await hasSoon('172.224.226.1');
    expect(state.loads).toBe(2);
    state.now = 25 * HOUR;
    expect(await hasSoon('172.224.226.1')).toBe(true);
    expect(state.loads).toBe(3);
  });

  it.each<[string, KeptRelayList | null]>([
    ['no list', null],
    ['a list that can’t be read', { file: new Uint8Array([1, 2, 3]), etag: null }],
  ])('says no over %s', async (_, kept) => {
    const { state, hasSoon } = watchOver(() => Promise.resolve(kept));
    expect(await hasSoon('172.224.226.1')).toBe(false);
    expect(state.logged).toEqual([]);
  });

  it('says no where nothing can be kept', () => {
    const watch = createRelayWatch({ store: null, now: () => 0, log: () => undefined });
    expect(watch.has({ version: 4, value: 0 })).toBe(false);
  });
});
