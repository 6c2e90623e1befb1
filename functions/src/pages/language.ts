/** Languages in which pages for recipients are written. */
export type Language = 'en' | 'de';

/** The better one for an `Accept-Language` header (RFC 9110 §12.5.4); English where neither is asked for. */
export function pickLanguage(acceptLanguage: string | null): Language {
  const german = qualityOf('de', acceptLanguage ?? '');
  return german > 0 && german > qualityOf('en', acceptLanguage ?? '') ? 'de' : 'en';
}

/** Highest weight given to a language in any of its regional forms; 0 where it isn't named. */
function qualityOf(language: string, header: string): number {
  const weights = header.split(',').map((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    if (tag !== language && !tag.startsWith(`${language}-`)) return 0;
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return weight === undefined ? 1 : Number(weight.slice(2)) || 0;
  });
  return Math.max(0, ...weights);
}
