import { ApiError } from '../api/api-error.ts';
import { SignInNeeded } from '../sign-in/sign-in.ts';
import { isPassing, pauseAfterFailure, POLL_MS } from './poll-pace.ts';

describe('asking the server again', () => {
  it('leaves time for the answer within 5 s', () => {
    expect(POLL_MS).toBeLessThanOrEqual(4_000);
  });

  it('waits longer after each failure, up to half a minute', () => {
    expect([0, 1, 2, 3, 4, 50].map(pauseAfterFailure)).toEqual([3_000, 6_000, 12_000, 24_000, 30_000, 30_000]);
  });

  it.each([
    [new ApiError('offline'), true],
    [new ApiError('storage'), true],
    [new ApiError('internal'), true],
    [new ApiError('other-owner'), false],
    [new ApiError('unreadable'), false],
    [new SignInNeeded(), false],
    [new Error('a mistake of ours'), false],
  ])('%s passes by itself: %s', (error, passes) => {
    expect(isPassing(error)).toBe(passes);
  });
});
