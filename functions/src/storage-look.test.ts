import { LedgerError } from './ledger/ledger.ts';
import { StorageForbidden } from './store/row-store.ts';
import { createStorageLook } from './storage-look.ts';

const PROBLEM = { setting: 'MASTERS', problem: 'changed', remedy: 'Set it back' };

describe('looking at storage', () => {
  it('finds nothing to say of one that answers', async () => {
    expect(await createStorageLook({ look: async () => [] }, Date.now)()).toEqual({ problems: [], notes: [] });
  });

  it('names the secrets that were changed', async () => {
    const look = createStorageLook({ look: async () => [PROBLEM] }, Date.now);
    expect(await look()).toEqual({ problems: [PROBLEM], notes: [] });
  });

  it('says what to do when storage refuses the app', async () => {
    const cause = new StorageForbidden('AuthorizationPermissionMismatch', new Error('403'));
    const error = new LedgerError('forbidden', 'Storage refuses this app', cause);
    expect(await createStorageLook({ look: () => Promise.reject(error) }, Date.now)()).toEqual({
      problems: [
        {
          setting: 'TABLES_CONNECTION',
          problem: 'Storage refuses this app (AuthorizationPermissionMismatch).',
          remedy: expect.stringContaining('Storage Table Data Contributor'),
        },
      ],
      notes: [],
    });
  });

  it('takes an outage for no fault of the settings', async () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const error = new LedgerError('unavailable', 'Storage could not be reached', cause);
    const { problems, notes } = await createStorageLook({ look: () => Promise.reject(error) }, Date.now)();
    expect(problems).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('ECONNREFUSED')]);
  });

  it('waits for nobody longer than two seconds', async () => {
    const start = performance.now();
    const { notes } = await createStorageLook({ look: () => new Promise(() => undefined) }, Date.now)();
    expect(notes).toEqual([expect.stringContaining('has not answered yet')]);
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  it('asks once in fifteen seconds, however often strangers ask', async () => {
    let asked = 0;
    let now = 0;
    const look = createStorageLook({ look: async () => (asked++, []) }, () => now);
    await Promise.all([look(), look()]);
    now = 14_999;
    await look();
    expect(asked).toBe(1);
    now = 15_000;
    await look();
    expect(asked).toBe(2);
  });
});
