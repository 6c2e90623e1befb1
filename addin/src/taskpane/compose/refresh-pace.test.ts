import { pauseAfter } from './refresh-pace.ts';

describe('reading a mail again by itself', () => {
  it.each([
    [0, 6_000],
    [300, 6_000],
    [1_000, 20_000],
  ])('after %s ms of reading waits %s ms, so that reading takes 5 % at most', (tookMs, pause) => {
    expect(pauseAfter(tookMs)).toBe(pause);
  });
});
