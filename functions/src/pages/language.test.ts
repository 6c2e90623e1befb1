import { pickLanguage } from './language.ts';

describe('pickLanguage', () => {
  it.each([
    [null, 'en'],
    ['', 'en'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-ch, en;q=0.5', 'de'],
    ['en-GB, de;q=0.9', 'en'],
    ['fr, de;q=0.8, en;q=0.7', 'de'],
    ['fr', 'en'],
    ['*', 'en'],
    ['de;q=0', 'en'],
    ['de;q=rubbish', 'en'],
    ['den', 'en'],
    ['en;q=0.5, de;q=0.5', 'en'],
  ])('answers %j in %s', (header, language) => {
    expect(pickLanguage(header)).toBe(language);
  });
});
