import fc from 'fast-check';
import { MAX_TEXT_LENGTH } from '../store/row-store.ts';
import { jsonWithin, readText, textNames, writeText } from './chunked-text.ts';

describe('text in several properties', () => {
  it.each([
    ['nothing', '', []],
    ['a short text', 'abc', [3]],
    ['a full property', 'x'.repeat(MAX_TEXT_LENGTH), [MAX_TEXT_LENGTH]],
    ['one character more', 'x'.repeat(MAX_TEXT_LENGTH + 1), [MAX_TEXT_LENGTH, 1]],
    ['a pair across the border', `${'x'.repeat(MAX_TEXT_LENGTH - 1)}😀`, [MAX_TEXT_LENGTH - 1, 2]],
  ])('writes %s and reads it again', (_, text, lengths) => {
    const values = writeText('links', text);
    expect(Object.keys(values)).toEqual(textNames('links', lengths.length));
    expect(Object.values(values).map((value) => String(value).length)).toEqual(lengths);
    expect(readText(values, 'links')).toBe(text);
  });

  it('reads any text as it was written, and no other property', () => {
    const long = fc
      .tuple(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(2_500))
      .map(([text, times]) => text.repeat(times));
    fc.assert(
      fc.property(long, (text) => {
        const values = { ...writeText('state', text), ...writeText('stated', 'other'), other0: 'x' };
        expect(readText(values, 'state')).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a list within so many properties', () => {
  it('keeps the beginning that fits, as JSON', () => {
    const items = Array.from({ length: 100 }, (_, index) => ({ index, text: 'x'.repeat(1_000) }));
    const text = jsonWithin(items, 1);
    const kept: unknown = JSON.parse(text);
    expect(text.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH);
    expect(kept).toEqual(items.slice(0, 31));
    expect(JSON.parse(jsonWithin(items, 4))).toEqual(items);
    expect(jsonWithin([], 1)).toBe('[]');
  });

  it('always fits, and keeps all of it when that fits', () => {
    const items = fc.array(
      fc.string({ maxLength: 300 }).map((text) => text.repeat(20)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 3 }), (list, chunks) => {
        const text = jsonWithin(list, chunks);
        expect(Object.keys(writeText('x', text)).length).toBeLessThanOrEqual(chunks);
        const kept: unknown = JSON.parse(text);
        expect(kept).toEqual(list.slice(0, Array.isArray(kept) ? kept.length : -1));
      }),
      { numRuns: 60 },
    );
  });
});
