import { countryName } from './country-name.ts';

describe('a country’s name', () => {
  it.each([
    ['DE', 'en-US', 'Germany'],
    ['DE', 'de-DE', 'Deutschland'],
    ['not a code', 'en-US', 'not a code'],
  ])('of %s in %s is %s', (code, language, name) => {
    expect(countryName(code, language)).toBe(name);
  });
});
