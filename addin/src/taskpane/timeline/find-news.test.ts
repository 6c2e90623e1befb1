import { findNews } from './find-news.ts';
import type { KeyedSession } from './group-sessions.ts';
import { hitOf } from './hit.fixture.ts';

/** Sessions with these keys, newest first. */
const sessions = (...keys: readonly string[]): KeyedSession[] => {
  const lead = hitOf(0);
  return keys.map((key) => ({ key, hits: [lead], lead, firstAt: lead.at, lastAt: lead.at }));
};
const freshAfter = (before: readonly string[], now: readonly string[]) =>
  findNews(findNews(null, sessions(...before)), sessions(...now)).fresh.map(({ key }) => key);

describe('news of a timeline', () => {
  it('are none when it is first shown', () => {
    expect(findNews(null, sessions('b', 'a')).fresh).toEqual([]);
  });

  it.each([
    ['what came on top', ['a'], ['c', 'b', 'a'], ['c', 'b']],
    ['what came to an empty one', [], ['a'], ['a']],
    ['nothing, where nothing came', ['b', 'a'], ['b', 'a'], []],
    ['nothing, where earlier ones were loaded', ['c'], ['c', 'b', 'a'], []],
    ['nothing, where one fell apart further down', ['c', 'a'], ['c', 'b', 'a'], []],
    ['nothing, where all are others', ['a'], ['c', 'b'], []],
  ])('are %s', (_, before, now, fresh) => {
    expect(freshAfter(before, now)).toEqual(fresh);
  });
});
