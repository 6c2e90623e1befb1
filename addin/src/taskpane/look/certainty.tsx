import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useTexts } from '../texts/use-texts.ts';
import { certaintyLevel, MOST_CERTAIN, stepsOf } from './certainty-level.ts';
import { useSurfaces } from './surfaces.ts';

const useStyles = makeStyles({
  certainty: { display: 'inline-flex', alignItems: 'center', columnGap: '6px' },
  scale: { display: 'inline-flex', columnGap: '2px' },
  step: {
    boxSizing: 'border-box',
    width: '6px',
    height: '10px',
    borderRadius: '2px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  filled: {
    backgroundColor: tokens.colorNeutralStrokeAccessible,
    // High contrast takes backgrounds away; without them the scale would say nothing.
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
});

const WORDS = {
  unknown: 'message.sureUnknown',
  unsure: 'message.sureUnsure',
  likely: 'message.sureLikely',
  'very-likely': 'message.sureVeryLikely',
  certain: 'message.sureCertain',
} as const;

/** How sure something is, 0 to 6: filled segments for the eye, words for everybody. */
export function Certainty({ certainty }: { certainty: number }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const steps = stepsOf(certainty);
  return (
    <span className={mergeClasses(surfaces.small, surfaces.muted, styles.certainty)}>
      <span className={styles.scale} aria-hidden="true">
        {Array.from({ length: MOST_CERTAIN }, (_, step) => (
          <span key={step} className={mergeClasses(styles.step, step < steps && styles.filled)} />
        ))}
      </span>
      <span>
        <span className={surfaces.unseen}>{t('message.sure')} </span>
        {t(WORDS[certaintyLevel(certainty)])}
        <span className={surfaces.unseen}> {t('message.sureSteps', { steps, of: MOST_CERTAIN })}</span>
      </span>
    </span>
  );
}
