import { POLL_MS } from '../activity/poll-pace.ts';
import { refreshRest } from './refresh-rest.ts';

describe('fetching the digest again', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 2 * POLL_MS],
    [10, 10 * POLL_MS],
  ])('rests after %i pages for %i ms', (pages, rest) => {
    expect(refreshRest(pages, 1_000, 1_000)).toBe(rest);
  });

  it('counts the time that has gone by', () => {
    expect(refreshRest(10, 0, 10_000)).toBe(10 * POLL_MS - 10_000);
    expect(refreshRest(10, 0, 1_000_000)).toBe(0);
  });
});
