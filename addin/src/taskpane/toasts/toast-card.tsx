import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useEffect, useState } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { usePane } from '../pane-context.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Something told in passing. */
export interface ToastNotice {
  /** Of two with the same tag only one is shown at a time. */
  tag: string;
  title: string;
  text: string;
  /** Leads to what it tells of. */
  onPress: () => void;
}

/** Long enough to be read and reached. */
const SHOWN_MS = 10_000;

const useStyles = makeStyles({
  card: {
    pointerEvents: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    padding: '12px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    overflowWrap: 'anywhere',
    animationName: { from: { opacity: 0, transform: 'translateY(12px)' }, to: { opacity: 1, transform: 'none' } },
    animationDuration: '200ms',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  // A subject may have thousands of characters.
  text: { maxHeight: `calc(3 * ${tokens.lineHeightBase300})`, overflow: 'hidden' },
  actions: { display: 'flex', columnGap: '8px', marginTop: '4px' },
});

/** One of them. It goes by itself, though not while it has the pointer or the focus. */
export function ToastCard({ notice, onClose }: { notice: ToastNotice; onClose: (tag: string) => void }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { timers } = usePane().patience;
  const [isHeld, setHeld] = useState(false);
  const { tag, title, text, onPress } = notice;
  useEffect(() => (isHeld ? undefined : timers.after(SHOWN_MS, () => onClose(tag))), [isHeld, timers, onClose, tag]);
  const hold = () => setHeld(true);
  const letGo = () => setHeld(false);
  return (
    <li className={styles.card} onPointerEnter={hold} onPointerLeave={letGo} onFocus={hold} onBlur={letGo}>
      <p className={mergeClasses(surfaces.text, styles.title)}>{title}</p>
      <p className={mergeClasses(surfaces.text, styles.text)} dir="auto">
        {text}
      </p>
      <div className={styles.actions}>
        <Button
          size="small"
          onClick={() => {
            onClose(tag);
            onPress();
          }}
        >
          {t('toasts.show')}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => onClose(tag)}>
          {t('toasts.dismiss')}
        </Button>
      </div>
    </li>
  );
}
