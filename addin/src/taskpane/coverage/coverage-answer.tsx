import { mergeClasses } from '@griffel/react';
import { kindOfError } from '../api/api-error.ts';
import { DigestProgress } from '../digest/digest-progress.tsx';
import { useDigest } from '../digest/use-digest.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useLaterTexts } from '../texts/use-texts.ts';
import { coverageSentence } from './coverage-sentence.ts';
import { useCoverage } from './use-coverage.ts';

/** How many mails of this week were tracked, in a sentence; while all mails are read, how many were so far. */
export function CoverageAnswer() {
  const surfaces = useSurfaces();
  const texts = useLaterTexts();
  const { rows, isComplete, problem } = useDigest();
  const coverage = useCoverage(rows ?? [], 'week');
  if (!isComplete && problem === null) return <DigestProgress count={rows?.length ?? 0} />;
  const text = isComplete ? coverageSentence(coverage, 'week', texts) : texts.t(`problem.${kindOfError(problem)}`);
  return (
    <p role="status" className={mergeClasses(surfaces.small, surfaces.muted)}>
      {text}
    </p>
  );
}
