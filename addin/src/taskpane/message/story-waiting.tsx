import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useStencilStyles } from '../look/stencil-styles.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  shapes: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '20px',
  },
  row: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: '12px' },
  lines: { display: 'flex', flexDirection: 'column', rowGap: '8px', paddingTop: '6px' },
  headline: { height: '28px', width: '80%' },
  half: { width: '50%' },
  large: { width: '44px', height: '44px', borderRadius: tokens.borderRadiusCircular },
  icon: { width: '32px', height: '32px', borderRadius: tokens.borderRadiusCircular },
});

/** The shape of a message's story: its headline, and the timeline below. */
export function StoryWaiting() {
  const { t } = useTexts();
  const styles = useStyles();
  const stencil = useStencilStyles();
  const surfaces = useSurfaces();
  const shape = (...more: string[]) => <div className={mergeClasses(stencil.shape, ...more)} />;
  return (
    <div role="status" className={surfaces.page}>
      <span className={surfaces.unseen}>{t('nav.loading')}</span>
      <div aria-hidden="true" className={mergeClasses(stencil.pulsing, styles.shapes)}>
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
