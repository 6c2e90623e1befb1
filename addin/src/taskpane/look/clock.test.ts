import { createClock } from './clock.ts';

describe('the clock behind "5 minutes ago"', () => {
  it('ticks for everybody who listens and stops with the last of them', () => {
    let now = new Date(0);
    let runs = 0;
    let tick = (): void => {};
    const clock = createClock(
      () => now,
      (_, work) => {
        runs += 1;
        tick = work;
        return () => {
          runs -= 1;
        };
      },
    );
    const seen: Date[] = [];
    const stopFirst = clock.subscribe(() => seen.push(clock.current()));
    const stopSecond = clock.subscribe(() => seen.push(clock.current()));
    expect(runs).toBe(1);
    now = new Date(30_000);
    tick();
    expect(seen).toEqual([now, now]);
    stopFirst();
    expect(runs).toBe(1);
    stopSecond();
    expect(runs).toBe(0);
  });
});
