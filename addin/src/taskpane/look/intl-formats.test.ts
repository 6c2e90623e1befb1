import { keepFormats } from './intl-formats.ts';

describe('keepFormats', () => {
  const dates = keepFormats<Intl.DateTimeFormat, Intl.DateTimeFormatOptions>(Intl.DateTimeFormat);

  it('gives the same format for the same language and options', () => {
    expect(dates('de', { dateStyle: 'medium' })).toBe(dates('de', { dateStyle: 'medium' }));
  });

  it.each<[string, Intl.DateTimeFormatOptions]>([
    ['en', { dateStyle: 'medium' }],
    ['de', { dateStyle: 'short' }],
  ])('gives another one for %s, %j', (language, options) => {
    expect(dates(language, options)).not.toBe(dates('de', { dateStyle: 'medium' }));
    expect(dates(language, options).resolvedOptions().locale).toBe(language);
  });
});
