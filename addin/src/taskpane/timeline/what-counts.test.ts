import { whatCounts } from './what-counts.ts';

const nothing = { opens: 0, clicks: 0, opensReason: null, linksReason: null };

describe('which counts of a message say something', () => {
  it.each([
    ['both tracked', nothing, { opens: true, clicks: true }],
    ['no links', { ...nothing, linksReason: 'no-links' }, { opens: true, clicks: false }],
    ['opens gave way', { ...nothing, opensReason: 'gave-way' }, { opens: false, clicks: true }],
    ['a picture that may have come later', { ...nothing, opensReason: 'not-seen' }, { opens: true, clicks: true }],
    [
      'plain text',
      { ...nothing, opensReason: 'plain-text', linksReason: 'plain-text' },
      { opens: false, clicks: false },
    ],
    [
      'hits in spite of a no',
      { opens: 1, clicks: 2, opensReason: 'mail', linksReason: 'mail' },
      { opens: true, clicks: true },
    ],
  ])('%s', (_, message, counts) => {
    expect(whatCounts(message)).toEqual(counts);
  });
});
