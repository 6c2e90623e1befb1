import { findFunction } from './find-function.ts';
import type { FunctionMetadata } from './rpc.ts';

function httpFunction(name: string, route: string | undefined, methods: string[]): FunctionMetadata {
  return {
    name,
    bindings: {
      trigger: { type: 'httpTrigger', direction: 'in', methods, ...(route === undefined ? {} : { route }) },
      $return: { type: 'http', direction: 'out' },
    },
  };
}

const timer: FunctionMetadata = { name: 'a-timer', bindings: { timer: { type: 'timerTrigger', direction: 'in' } } };

const functions = [
  timer,
  httpFunction('pixel', 'o/{token}', ['GET', 'HEAD']),
  httpFunction('Files', '{*path}', ['GET']),
  httpFunction('click', 'c/{token}', ['GET']),
  httpFunction('named', undefined, ['POST']),
];

describe('findFunction', () => {
  it('takes the first by name, so that a catch-all swallows what comes after it', () => {
    expect(findFunction(functions, 'GET', '/c/abc')).toEqual({ name: 'click', params: { token: 'abc' } });
    expect(findFunction(functions, 'GET', '/o/abc')).toEqual({ name: 'Files', params: { path: 'o/abc' } });
  });

  it.each([
    ['head', '/O/abc', { name: 'pixel', params: { token: 'abc' } }],
    ['HEAD', '/o/abc/', { name: 'pixel', params: { token: 'abc' } }],
    ['POST', '/named', { name: 'named', params: {} }],
    ['POST', '/o/abc', null],
    ['HEAD', '/o/', null],
    ['HEAD', '/o/a/b', null],
    ['HEAD', '/', null],
    ['POST', '/a-timer', null],
  ])('answers %s %s with %j', (method, path, found) => {
    expect(findFunction(functions, method, path)).toEqual(found);
  });
});
