import { Attempts, Stopped } from './attempts.ts';
import { systemClock } from './clock.ts';

/** Attempts whose pauses are written down and cost nothing. */
function recorded(jitter: () => number): { attempts: Attempts; pauses: number[] } {
  const pauses: number[] = [];
  const clock = {
    now: () => 0,
    sleep: async (ms: number, signal?: AbortSignal) => {
      if (ms === 777_777) return await systemClock.sleep(ms, signal);
      pauses.push(ms);
    },
  };
  return { attempts: new Attempts({ clock, jitter, attemptMs: 777_777 }), pauses };
}

const failing = (): Promise<never> => Promise.reject(new Error('no'));

describe('Attempts', () => {
  it('pauses with full jitter, from 100 ms, doubled up to 30 s', async () => {
    const { attempts, pauses } = recorded(() => 0.5);
    await expect(attempts.repeat(failing, 12)).rejects.toThrow('no');
    expect(pauses).toEqual([50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 15_000, 15_000]);
  });

  it('pauses shorter after conflicts, since somebody else got on', async () => {
    const { attempts, pauses } = recorded(() => 0.25);
    for (let attempt = 0; attempt < 8; attempt += 1) await attempts.waitAfterConflict(attempt);
    expect(pauses).toEqual([25, 50, 100, 200, 400, 800, 800, 800]);
  });

  it('keeps pauses short while it is in a hurry', async () => {
    const { attempts, pauses } = recorded(() => 1);
    attempts.hurry();
    await expect(attempts.repeat(failing, 5)).rejects.toThrow('no');
    attempts.relax();
    await attempts.waitAfterConflict(9);
    expect(pauses).toEqual([100, 200, 200, 200, 3_200]);
  });

  it('tells of each failure that it repeats', async () => {
    const { attempts } = recorded(() => 0);
    const seen: unknown[] = [];
    let left = 2;
    const request = async (): Promise<string> => {
      if (left-- > 0) throw new Error(`failed ${left}`);
      return 'done';
    };
    expect(await attempts.repeat(request, Infinity, (error) => seen.push(error))).toBe('done');
    expect(seen.map(String)).toEqual(['Error: failed 1', 'Error: failed 0']);
  });

  it('fires the signal of a request that takes too long', async () => {
    const attempts = new Attempts({ clock: systemClock, jitter: () => 0, attemptMs: 20 });
    let fired = false;
    const request = (signal: AbortSignal): Promise<never> =>
      new Promise(() => {
        signal.addEventListener('abort', () => (fired = true));
      });
    await expect(attempts.run(request)).rejects.toThrow('Storage did not answer in time');
    expect(fired).toBe(true);
    expect(await attempts.run(async () => 'next')).toBe('next');
  });

  it('cuts everything short when it stops, and begins nothing more', async () => {
    const attempts = new Attempts({ clock: systemClock, jitter: () => 1, attemptMs: 60_000 });
    const silent = attempts.run(() => new Promise<never>(() => undefined));
    const pausing = attempts.waitAfterConflict(20);
    const repeating = attempts.repeat(failing, Infinity);
    const ends = Promise.allSettled([silent, pausing, repeating]);
    attempts.stop();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    await expect(silent).rejects.toBeInstanceOf(Stopped);
    await expect(repeating).rejects.toBeInstanceOf(Stopped);
    await expect(attempts.run(async () => 'late')).rejects.toBeInstanceOf(Stopped);
  });
});
