import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { Suspense, useId, useState } from 'react';
import type { ComposeItem } from '../../host/compose-item.ts';
import { lazyView } from '../loading/lazy-view.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { DraftView } from './draft-view.ts';

const RecipientPreview = lazyView(async () => (await import('./recipient-preview.tsx')).RecipientPreview);

const useStyles = makeStyles({
  head: {
    appearance: 'none',
    border: 'none',
    backgroundColor: tokens.colorTransparentBackground,
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    display: 'flex',
    alignItems: 'center',
    columnGap: '6px',
    width: '100%',
    minHeight: '32px',
    padding: 0,
    textAlign: 'start',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  arrow: { display: 'flex', fontSize: '16px' },
  open: { transform: 'rotate(90deg)' },
});

interface RecipientSectionProps {
  item: Pick<ComposeItem, 'readSubject'>;
  view: DraftView;
  /** When it was read, milliseconds since 1970. */
  readAt: number;
  host: string;
}

/** "What your recipient sees", closed until somebody wants to know. */
export function RecipientSection(props: RecipientSectionProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={surfaces.section}>
      <h2 className={surfaces.heading}>
        <button
          type="button"
          className={styles.head}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={mergeClasses(styles.arrow, isOpen && styles.open)} aria-hidden="true">
            <ChevronRightRegular />
          </span>
          {t('compose.preview')}
        </button>
      </h2>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={null}>
            <RecipientPreview {...props} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
