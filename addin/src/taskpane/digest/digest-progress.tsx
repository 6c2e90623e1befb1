import { mergeClasses } from '@griffel/react';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';

/** How many mails were read so far; nothing while there are none. Not read out each time that it changes. */
export function DigestProgress({ count }: { count: number }) {
  const { t, locale } = useTexts();
  const surfaces = useSurfaces();
  if (count === 0) return null;
  const read = new Intl.NumberFormat(locale).format(count);
  return <p className={mergeClasses(surfaces.small, surfaces.muted)}>{t('digest.progress', { count, read })}</p>;
}
