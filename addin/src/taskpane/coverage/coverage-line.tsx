import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { Suspense, useState } from 'react';
import { useHasDigest } from '../digest/digest-key.ts';
import { lazyView } from '../loading/lazy-view.ts';
import { useTexts } from '../texts/use-texts.ts';

// Needs what derives figures from all mails.
const CoverageAnswer = lazyView(async () => (await import('./coverage-answer.tsx')).CoverageAnswer);

const useStyles = makeStyles({
  place: { minHeight: tokens.lineHeightBase600, display: 'flex', justifyContent: 'center', textAlign: 'center' },
});

/** How many mails of this week were tracked, in one small line; all mails are read for it only when somebody wants to know. */
export function CoverageLine() {
  const { t } = useTexts();
  const styles = useStyles();
  const [isAsked, setAsked] = useState(useHasDigest());
  return (
    <div className={styles.place}>
      {isAsked ? (
        <Suspense>
          <CoverageAnswer />
        </Suspense>
      ) : (
        <Button size="small" appearance="subtle" onClick={() => setAsked(true)}>
          {t('activity.coverage')}
        </Button>
      )}
    </div>
  );
}
