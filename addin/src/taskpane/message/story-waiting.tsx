import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  shapes: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '20px',
    animationName: { '0%': { opacity: 1 }, '50%': { opacity: 0.5 }, '100%': { opacity: 1 } },
    animationDuration: '1.6s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  row: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: '12px' },
  lines: { display: 'flex', flexDirection: 'column', rowGap: '8px', paddingTop: '6px' },
  shape: {
    boxSizing: 'border-box',
    height: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    // High contrast takes backgrounds away.
    '@media (forced-colors: active)': { border: '1px solid GrayText' },
  },
  headline: { height: '28px', width: '80%' },
  half: { width: '50%' },
  large: { width: '44px', height: '44px', borderRadius: tokens.borderRadiusCircular },
  icon: { width: '32px', height: '32px', borderRadius: tokens.borderRadiusCircular },
});

/** The shape of a message's story: its headline, and the timeline below. */
export function StoryWaiting() {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const shape = (...more: string[]) => <div className={mergeClasses(styles.shape, ...more)} />;
  return (
    <div role="status" className={surfaces.page}>
      <span className={surfaces.unseen}>{t('nav.loading')}</span>
      <div aria-hidden="true" className={styles.shapes}>
        <div className={styles.row}>
          {shape(styles.large)}
          <div className={styles.lines}>
            {shape(styles.headline)}
            {shape(styles.half)}
          </div>
        </div>
        {[0, 1, 2].map((entry) => (
          <div key={entry} className={styles.row}>
            {shape(styles.icon)}
            <div className={styles.lines}>
              {shape(styles.half)}
              {shape()}
              {shape()}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
