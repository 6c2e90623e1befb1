import { PaneOutdated, PartUnreachable } from '../loading/load-part.ts';
import { SignInNeeded } from '../sign-in/sign-in.ts';
import { ApiError, isPassing, kindOfError } from './api-error.ts';

describe('the kind of an error', () => {
  it.each([
    ['there is no token', new SignInNeeded(), 'sign-in'],
    ['the server took no token', new ApiError('sign-in'), 'sign-in'],
    ['the server didn’t answer', new ApiError('offline'), 'offline'],
    ['its storage is down', new ApiError('storage'), 'unavailable'],
    ['it didn’t accept what was asked', new ApiError('invalid'), 'refused'],
    ['a part of the pane is gone from the server', new PaneOutdated(new TypeError('not loaded')), 'outdated'],
    ['a part of the pane can’t be fetched', new PartUnreachable(new TypeError('not loaded')), 'offline'],
    ['something else went wrong', new TypeError('x is undefined'), 'unreadable'],
  ])('where %s', (_, error, kind) => {
    expect(kindOfError(error)).toBe(kind);
  });
});

describe('an error', () => {
  it.each([
    [new ApiError('offline'), true],
    [new ApiError('storage'), true],
    [new ApiError('internal'), true],
    [new ApiError('other-owner'), false],
    [new ApiError('unreadable'), false],
    [new SignInNeeded(), false],
    [new PaneOutdated(new Error('gone')), false],
    [new Error('a mistake of ours'), false],
  ])('%s passes by itself: %s', (error, passes) => {
    expect(isPassing(error)).toBe(passes);
  });
});
