import { NO_PREFERENCES, type Preferences } from '@readback/core';
import { createManualTimers } from '../../host/manual-timers.fixture.ts';
import { ApiError } from '../api/api-error.ts';
import { muteMessage, notifyOf, seeAll, starAddress } from './edit-preferences.ts';
import { createPreferencesStore } from './preferences-store.ts';

/** A server that holds preferences, and a store that somebody looks at. */
function open() {
  const server = { held: NO_PREFERENCES, puts: [] as Preferences[], fails: false };
  const timers = createManualTimers();
  const answer = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    if (server.fails) throw new ApiError('storage');
    return work();
  };
  const store = createPreferencesStore(
    {
      readPreferences: () => answer(() => server.held),
      putPreferences: (preferences) =>
        answer(() => {
          server.held = preferences;
          server.puts.push(preferences);
        }),
    },
    timers,
  );
  const leave = store.subscribe(() => undefined);
  return { server, timers, store, leave };
}

describe('the preferences', () => {
  it('are unknown until the server told them', async () => {
    const { server, store, timers } = open();
    server.held = { ...NO_PREFERENCES, notify: 'none' };
    expect(store.current().preferences).toBeNull();
    await timers.advance(0);
    expect(store.current().preferences).toMatchObject({ notify: 'none' });
  });

  it('show a change at once and tell the server of several in one request', async () => {
    const { server, store, timers } = open();
    await timers.advance(0);
    store.change(starAddress('ada@example.com', true));
    expect(store.current().preferences).toMatchObject({ starred: ['ada@example.com'] });
    store.change(muteMessage('m1', true));
    await timers.advance(5_000);
    expect(server.puts).toEqual([{ ...NO_PREFERENCES, starred: ['ada@example.com'], muted: ['m1'] }]);
  });

  it('keep what another device changed meanwhile', async () => {
    const { server, store, timers } = open();
    await timers.advance(0);
    server.held = { ...NO_PREFERENCES, starred: ['ben@example.com'] };
    store.change(starAddress('ada@example.com', true));
    await timers.advance(5_000);
    expect(server.held.starred).toEqual(['ben@example.com', 'ada@example.com']);
    expect(store.current().preferences).toEqual(server.held);
  });

  it('take a refused change back and say so, until the next change', async () => {
    const { server, store, timers } = open();
    await timers.advance(0);
    server.fails = true;
    store.change(notifyOf('none'));
    await timers.advance(5_000);
    expect(store.current()).toMatchObject({ preferences: { notify: 'all' }, failure: { code: 'storage' } });
    server.fails = false;
    store.change(notifyOf('starred'));
    await timers.advance(5_000);
    expect(store.current()).toEqual({ preferences: { ...NO_PREFERENCES, notify: 'starred' }, failure: null });
  });

  it('take back without a word what the person didn’t ask for', async () => {
    const { server, store, timers } = open();
    await timers.advance(0);
    server.fails = true;
    store.change(seeAll('aa'), { isQuiet: true });
    expect(store.current().preferences).toMatchObject({ seenUpTo: 'aa' });
    await timers.advance(5_000);
    expect(store.current()).toEqual({ preferences: NO_PREFERENCES, failure: null });
  });

  it('keep a change that is made while another one is on its way', async () => {
    const { server, store, timers } = open();
    await timers.advance(0);
    store.change(notifyOf('none'));
    timers.after(1_000, () => store.change(muteMessage('m1', true)));
    await timers.advance(1_000);
    await timers.advance(5_000);
    expect(server.puts.at(-1)).toEqual({ ...NO_PREFERENCES, notify: 'none', muted: ['m1'] });
    expect(store.current().preferences).toEqual(server.held);
  });

  it('are asked for again after a while, as long as somebody looks', async () => {
    const { server, store, timers, leave } = open();
    server.fails = true;
    await timers.advance(10_000);
    expect(store.current().preferences).toBeNull();
    server.fails = false;
    await timers.advance(30_000);
    expect(store.current().preferences).toEqual(NO_PREFERENCES);
    leave();
    expect(timers.waiting()).toBe(0);
  });

  it('are asked for again by the next who looks, when the server didn’t answer', async () => {
    const { server, store, timers, leave } = open();
    server.fails = true;
    await timers.advance(0);
    leave();
    server.fails = false;
    store.subscribe(() => undefined);
    await timers.advance(0);
    expect(store.current().preferences).toEqual(NO_PREFERENCES);
  });
});
