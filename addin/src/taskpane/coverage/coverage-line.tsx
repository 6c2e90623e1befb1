import { mergeClasses } from '@fluentui/react-components';
import type { DigestRow } from '@readback/core';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import { coverageSentence } from './coverage-sentence.ts';
import { useCoverage } from './use-coverage.ts';

/** How many mails of this week were tracked, in one small line. */
export function CoverageLine({ rows }: { rows: readonly DigestRow[] }) {
  const surfaces = useSurfaces();
  const texts = useTexts();
  const coverage = useCoverage(rows, 'week');
  return <p className={mergeClasses(surfaces.small, surfaces.muted)}>{coverageSentence(coverage, 'week', texts)}</p>;
}
