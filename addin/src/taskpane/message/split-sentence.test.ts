import { splitSentence } from './split-sentence.ts';

describe('the first clause of a text', () => {
  it.each([
    ['Opened by a person', 'Opened by a person', ''],
    ['Nothing seen. Pictures may be blocked.', 'Nothing seen.', 'Pictures may be blocked.'],
    ['Nothing seen. At a.example it is so. Always.', 'Nothing seen.', 'At a.example it is so. Always.'],
    ['Loaded in advance; the rest can’t be known', 'Loaded in advance;', 'the rest can’t be known'],
    ['', '', ''],
  ])('of "%s" is "%s"', (text, first, rest) => {
    expect(splitSentence(text)).toEqual({ first, rest });
  });
});
