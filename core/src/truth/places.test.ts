import * as fc from 'fast-check';
import { addPlace, hasPlace, removePlace } from './places.ts';
import type { Places } from './places.ts';

const added = (...places: number[]): Places => places.reduce<Places>(addPlace, []);

describe('places', () => {
  it.each<[string, readonly number[], Places]>([
    ['one', [4], [[4, 4]]],
    ['neighbours', [4, 5, 3], [[3, 5]]],
    ['what closes a gap', [1, 3, 2], [[1, 3]]],
    ['what stands apart, in order', [9, 1, 5], [[1, 1], [5, 5], [9, 9]]], // prettier-ignore
    ['one twice', [2, 2], [[2, 2]]],
  ])('hold %s', (_what, places, ranges) => {
    expect(added(...places)).toEqual(ranges);
  });

  it.each<[string, number, Places]>([
    ['the first of a range', 3, [[4, 6]]],
    ['the last of a range', 6, [[3, 5]]],
    ['the middle of a range', 4, [[3, 3], [5, 6]]], // prettier-ignore
    ['what they do not hold', 9, [[3, 6]]],
  ])('lose %s', (_what, place, ranges) => {
    expect(removePlace([[3, 6]], place)).toEqual(ranges);
  });

  it('are a set, written in as few ranges as there can be', () => {
    const step = fc.record({ place: fc.nat(40), isGone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const expected = new Set<number>();
        let places: Places = [];
        for (const { place, isGone } of steps) {
          if (isGone) expected.delete(place);
          else expected.add(place);
          places = isGone ? removePlace(places, place) : addPlace(places, place);
        }
        for (let place = 0; place <= 41; place++) expect(hasPlace(places, place)).toBe(expected.has(place));
        const starts = [...expected].filter((place) => !expected.has(place - 1));
        expect(places.map(([first]) => first)).toEqual(starts.sort((a, b) => a - b));
      }),
    );
  });
});
