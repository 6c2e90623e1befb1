import { PaneOutdated } from '../loading/load-part.ts';
import { SignInNeeded } from '../sign-in/sign-in.ts';
import { ApiError, kindOfError } from './api-error.ts';

describe('the kind of an error', () => {
  it.each([
    ['there is no token', new SignInNeeded(), 'sign-in'],
    ['the server took no token', new ApiError('sign-in'), 'sign-in'],
    ['the server didn’t answer', new ApiError('offline'), 'offline'],
    ['its storage is down', new ApiError('storage'), 'unavailable'],
    ['it didn’t accept what was asked', new ApiError('invalid'), 'refused'],
    ['a part of the pane is gone from the server', new PaneOutdated(new TypeError('not loaded')), 'outdated'],
    ['something else went wrong', new TypeError('x is undefined'), 'unreadable'],
  ])('where %s', (_, error, kind) => {
    expect(kindOfError(error)).toBe(kind);
  });
});
