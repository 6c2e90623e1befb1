import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ReactNode } from 'react';
import { useStencilStyles } from './stencil-styles.ts';
import { useSurfaces } from './surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  rows: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '12px',
    paddingBlock: '4px',
  },
  row: { height: '56px', display: 'flex', flexDirection: 'column', justifyContent: 'center', rowGap: '10px' },
  line: { width: '85%' },
  title: { height: '24px', width: '60%' },
  short: { width: '45%' },
  // The line keeps its height while there is nothing to say yet.
  note: { minHeight: tokens.lineHeightBase200, fontVariantNumeric: 'tabular-nums' },
});

interface WaitingProps {
  rows?: number;
  /** Whether it stands within a page, which has the room at the edges. */
  inPage?: boolean;
  /** How far it is; it keeps its place while it says nothing. */
  note?: ReactNode;
}

/** The shape of a view whose content is on its way. */
export function Waiting({ rows = 3, inPage = false, note }: WaitingProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const stencil = useStencilStyles();
  const surfaces = useSurfaces();
  return (
    <div className={inPage ? undefined : surfaces.page}>
      <span role="status" className={surfaces.unseen}>
        {t('nav.loading')}
      </span>
      {note !== undefined && <div className={styles.note}>{note}</div>}
      <div aria-hidden="true" className={mergeClasses(stencil.pulsing, styles.rows)}>
        <div className={mergeClasses(stencil.shape, styles.title)} />
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className={styles.row}>
            <div className={mergeClasses(stencil.shape, styles.line)} />
            <div className={mergeClasses(stencil.shape, styles.short)} />
          </div>
        ))}
      </div>
    </div>
  );
}
