import type { Coverage } from '@readback/core/overview';
import { loadTexts } from '../texts/texts.ts';
import type { Texts } from '../texts/texts.ts';
import { coverageSentence } from './coverage-sentence.ts';

/** With those that come later: the sentence is one of them. */
async function textsIn(language: string): Promise<Texts> {
  const texts = await loadTexts(language);
  await texts.later();
  return texts;
}

const coverage = (tracked: number, ...untracked: Coverage['untracked']): Coverage => ({
  mails: untracked.reduce((sum, { mails }) => sum + mails, tracked),
  tracked,
  opensOnly: 0,
  clicksOnly: 0,
  untracked,
});

const usual = coverage(
  38,
  { group: 'elsewhere', mails: 9 },
  { group: 'pictures', mails: 3 },
  { group: 'plain-text', mails: 2 },
);

const many = coverage(
  1_200,
  { group: 'elsewhere', mails: 9 },
  { group: 'pictures', mails: 1 },
  { group: 'plain-text', mails: 1 },
  { group: 'off', mails: 1 },
  { group: 'outlook', mails: 1 },
);

const single = coverage(0, { group: 'plain-text', mails: 1 });

describe('coverage in a sentence', () => {
  it.each([
    [
      'en-US',
      usual,
      '38 of 52 mails this week were tracked; 9 went from your phone or elsewhere, 3 had pasted pictures, 2 were plain text.',
    ],
    [
      'de-DE',
      usual,
      '38 von 52 Mails dieser Woche wurden verfolgt; 9 wurden vom Handy oder anderswo gesendet, 3 hatten eingefügte Bilder, 2 waren nur Text.',
    ],
    ['en-US', single, '0 of 1 mail this week was tracked; 1 was plain text.'],
    ['de-DE', single, '0 von 1 Mail dieser Woche wurde verfolgt; 1 war nur Text.'],
    [
      'en-US',
      many,
      '1,200 of 1,213 mails this week were tracked; 9 went from your phone or elsewhere, 1 had pasted pictures, 1 was plain text, 2 for other reasons.',
    ],
    [
      'de-DE',
      many,
      '1.200 von 1.213 Mails dieser Woche wurden verfolgt; 9 wurden vom Handy oder anderswo gesendet, 1 hatte eingefügte Bilder, 1 war nur Text, 2 hatten andere Gründe.',
    ],
    ['en-US', coverage(1), 'The only mail this week was tracked.'],
    ['de-DE', coverage(52), 'Alle 52 Mails dieser Woche wurden verfolgt.'],
    ['en-US', coverage(0), 'No mail from this week is known yet.'],
    ['de-DE', coverage(0), 'Von dieser Woche ist noch keine Mail bekannt.'],
  ])('says in %s, of %j: %s', async (language, of, sentence) => {
    expect(coverageSentence(of, 'week', await textsIn(language))).toBe(sentence);
  });

  it('says of which time it speaks', async () => {
    const texts = await textsIn('en-US');
    expect(coverageSentence(usual, 'month', texts)).toMatch(/^38 of 52 mails in the last 4 weeks were tracked; /);
    expect(coverageSentence(coverage(0), 'month', texts)).toBe('No mail from the last 4 weeks is known.');
  });

  it('names a fourth reason instead of counting it alone', async () => {
    const four = coverage(2, ...many.untracked.slice(0, 4));
    expect(coverageSentence(four, 'week', await textsIn('en-US'))).toMatch(/plain text, 1 was switched off by you\.$/);
  });
});
