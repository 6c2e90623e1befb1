import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useState } from 'react';
import { kindOfError } from '../api/api-error.ts';
import { DigestProgress } from '../digest/digest-progress.tsx';
import { useDigest, useHasDigest } from '../digest/use-digest.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useLaterTexts, useTexts } from '../texts/use-texts.ts';
import { coverageSentence } from './coverage-sentence.ts';
import { useCoverage } from './use-coverage.ts';

const useStyles = makeStyles({
  place: { minHeight: tokens.lineHeightBase600, display: 'flex', justifyContent: 'center', textAlign: 'center' },
});

/** How many mails of this week were tracked, in one small line; all mails are read for it only when somebody wants to know. */
export function CoverageLine() {
  const { t } = useLaterTexts();
  const styles = useStyles();
  const [isAsked, setAsked] = useState(useHasDigest());
  return (
    <div className={styles.place}>
      {isAsked ? (
        <Answer />
      ) : (
        <Button size="small" appearance="subtle" onClick={() => setAsked(true)}>
          {t('coverage.ask')}
        </Button>
      )}
    </div>
  );
}

function Answer() {
  const surfaces = useSurfaces();
  const texts = useTexts();
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
