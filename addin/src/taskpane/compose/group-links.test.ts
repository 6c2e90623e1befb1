import type { UntrackedReason } from '@readback/core';
import fc from 'fast-check';
import type { LinkView } from './draft-view.ts';
import { groupLinks } from './group-links.ts';

const linksOf = (reasons: readonly (UntrackedReason | null)[]): LinkView[] =>
  reasons.map((untracked, position) => ({
    position,
    destination: `https://contoso.com/${position}`,
    text: `link ${position}`,
    untracked,
    fate: untracked === null ? 'tracked' : 'untracked',
  }));

const shapeOf = (reasons: readonly (UntrackedReason | null)[]) =>
  groupLinks(linksOf(reasons)).map((row) =>
    row.kind === 'link' ? row.link.position : `${row.links.length} ${row.reason}`,
  );

describe('the rows of the links', () => {
  it.each<[string, (UntrackedReason | null)[], (number | string)[]]>([
    ['leave two of a reason apart', ['signature', null, 'signature'], [0, 1, 2]],
    [
      'gather three of a reason where the first stands',
      [null, 'signature', 'signature', null, 'signature'],
      [0, '3 signature', 3],
    ],
    ['keep reasons apart', ['quoted', 'signature', 'quoted', 'signature', 'quoted'], ['3 quoted', 1, 3]],
    ['never gather links that can be switched', [null, null, null], [0, 1, 2]],
  ])('%s', (_, reasons, shape) => {
    expect(shapeOf(reasons)).toEqual(shape);
  });

  it('hold every link once', () => {
    const reason = fc.constantFrom<UntrackedReason | null>(null, 'signature', 'quoted', 'share');
    fc.assert(
      fc.property(fc.array(reason, { maxLength: 40 }), (reasons) => {
        const rows = groupLinks(linksOf(reasons));
        const positions = rows
          .flatMap((row) => (row.kind === 'link' ? [row.link] : row.links))
          .map((link) => link.position);
        expect(positions.toSorted((one, other) => one - other)).toEqual(reasons.map((_, position) => position));
      }),
    );
  });
});
