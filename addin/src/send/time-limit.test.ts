import { createManualTimers } from '../host/manual-timers.fixture.ts';
import type { ManualTimers } from '../host/manual-timers.fixture.ts';
import { runWithin } from './time-limit.ts';
import type { TimeLimit } from './time-limit.ts';

const LIMIT_MS = 2_500;

function start(work: (limit: TimeLimit, clock: ManualTimers) => Promise<void>) {
  const clock = createManualTimers();
  const began = clock.now();
  const completedAfter: number[] = [];
  runWithin(LIMIT_MS, { complete: () => completedAfter.push(clock.now() - began) }, clock, (limit) =>
    work(limit, clock),
  );
  return { clock, completedAfter };
}

describe('runWithin', () => {
  it('completes once when the work is through', async () => {
    const { clock, completedAfter } = start(() => Promise.resolve());
    await clock.advance(LIMIT_MS * 2);
    expect(completedAfter).toEqual([0]);
  });

  it('completes once when the work fails', async () => {
    const { clock, completedAfter } = start(() => Promise.reject(new Error('a fault of our own')));
    await clock.advance(LIMIT_MS * 2);
    expect(completedAfter).toEqual([0]);
  });

  it('completes at the limit when the work hangs', async () => {
    const { clock, completedAfter } = start(() => new Promise(() => undefined));
    await clock.advance(LIMIT_MS * 2);
    expect(completedAfter).toEqual([LIMIT_MS]);
  });

  it('completes at once, and begins nothing, where there are no timers', () => {
    const completedAfter: number[] = [];
    let begun = 0;
    const refuse = (): never => {
      throw new ReferenceError('setTimeout is not defined');
    };
    runWithin(LIMIT_MS, { complete: () => completedAfter.push(0) }, { now: () => 0, after: refuse }, () => {
      begun++;
      return Promise.resolve();
    });
    expect({ completedAfter, begun }).toEqual({ completedAfter: [0], begun: 0 });
  });

  it('ends quietly when Outlook refuses to hear that it is through', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): number => unhandled.push(reason);
    process.on('unhandledRejection', note);
    let calls = 0;
    const complete = (): never => {
      calls++;
      throw new Error('the event is gone');
    };
    const clock = createManualTimers();
    runWithin(LIMIT_MS, { complete }, clock, () => Promise.resolve());
    await clock.advance(LIMIT_MS * 2);
    process.off('unhandledRejection', note);
    expect({ calls, unhandled }).toEqual({ calls: 1, unhandled: [] });
  });

  it('completes once when the work ends after the limit, and leaves it no time', async () => {
    const left: number[] = [];
    const { clock, completedAfter } = start(async (limit, time) => {
      left.push(limit.left());
      await new Promise<void>((resolve) => time.after(LIMIT_MS + 500, resolve));
      left.push(limit.left());
    });
    await clock.advance(LIMIT_MS * 2);
    expect(completedAfter).toEqual([LIMIT_MS]);
    expect(left).toEqual([LIMIT_MS, 0]);
  });
});
