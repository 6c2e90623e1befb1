import { keepFormats } from './intl-formats.ts';

const numberFormat = keepFormats<Intl.NumberFormat, Intl.NumberFormatOptions>(Intl.NumberFormat);

/** A whole number as the reader writes it. */
export function formatNumber(number: number, language: string): string {
  return numberFormat(language, {}).format(number);
}
