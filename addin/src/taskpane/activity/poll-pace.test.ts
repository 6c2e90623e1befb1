import { pauseAfterFailure, POLL_MS } from './poll-pace.ts';

describe('asking the server again', () => {
  it('leaves time for the answer within 5 s', () => {
    expect(POLL_MS).toBeLessThanOrEqual(4_000);
  });

  it('waits longer after each failure, up to half a minute', () => {
    expect([0, 1, 2, 3, 4, 50].map(pauseAfterFailure)).toEqual([3_000, 6_000, 12_000, 24_000, 30_000, 30_000]);
  });
});
