import fc from 'fast-check';
import type { MessageDetail } from '@readback/core';
import { detailOf } from '../api/fake-api.fixture.ts';
import { hitOf } from '../timeline/hit.fixture.ts';
import { withNewest } from './with-newest.ts';
import type { MessagePages } from './with-newest.ts';

const SIZE = 5;

/** Page after page of the hits from minute `newest` down to minute 0, as the server lists them. */
function pagesOf(newest: number, count = Infinity): MessageDetail[] {
  const hits = Array.from({ length: newest + 1 }, (_, index) => hitOf(newest - index));
  const starts = Array.from({ length: Math.ceil(hits.length / SIZE) }, (_, page) => page * SIZE);
  return starts.slice(0, count).map((start) => {
    const next = start + SIZE < hits.length ? String(start + SIZE) : null;
    return detailOf('a', { opens: hits.length, hits: hits.slice(start, start + SIZE), next });
  });
}

const idsOf = (pages: MessagePages) => pages.flatMap((page) => page?.hits ?? []).map(({ id }) => Number(id));

describe('a newer first page', () => {
  it('leaves no hit out and holds none twice', () => {
    const steps = fc.array(fc.integer({ min: 0, max: SIZE - 1 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 40 }), steps, (start, growths) => {
        let newest = start;
        let pages: MessagePages = pagesOf(start, 3);
        const oldest = idsOf(pages).at(-1) ?? 0;
        for (const growth of growths) {
          newest += growth;
          pages = withNewest(pages, pagesOf(newest, 1)[0] ?? null);
          expect(idsOf(pages)).toEqual(Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index));
          expect(pages).toHaveLength(3);
          expect(pages[0]?.opens).toBe(newest + 1);
        }
      }),
    );
  });

  it('keeps the way to what isn’t loaded', () => {
    const pages = pagesOf(40, 3);
    expect(withNewest(pages, pagesOf(41, 1)[0] ?? null).at(-1)?.next).toBe(pages[2]?.next);
  });

  it('stands alone where more came than it holds', () => {
    const [newest = null] = pagesOf(60, 1);
    expect(withNewest(pagesOf(40, 3), newest)).toEqual([newest]);
  });

  it.each([
    ['the message is gone', pagesOf(40, 3), null],
    ['it holds everything', pagesOf(40, 3), detailOf('a')],
    ['only one was loaded', pagesOf(40, 1), pagesOf(41, 1)[0] ?? null],
  ])('stands alone where %s', (_, pages, newest) => {
    expect(withNewest(pages, newest)).toEqual([newest]);
  });
});
