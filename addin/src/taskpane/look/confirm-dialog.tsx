import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useLayoutEffect, useRef } from 'react';
import { useSurfaces } from './surfaces.ts';

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    width: 'calc(100% - 32px)',
    maxWidth: '440px',
    padding: '20px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  content: { display: 'flex', flexDirection: 'column', rowGap: '12px', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '8px', marginTop: '4px' },
});

interface ConfirmDialogProps {
  /** The question. */
  title: string;
  /** What will happen. */
  text: string;
  yes: string;
  no: string;
  onAnswer: (isYes: boolean) => void;
}

/**
 * Asks before something that can't be taken back. It is the browser's own dialog: the rest of the page waits, Escape means no,
 * and the focus returns to where it was.
 */
export function ConfirmDialog({ title, text, yes, no, onAnswer }: ConfirmDialogProps) {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <div className={styles.content}>
        <h2 id={id} className={surfaces.title}>
          {title}
        </h2>
        <p className={mergeClasses(surfaces.text, surfaces.muted)}>{text}</p>
        <div className={styles.actions}>
          <Button autoFocus onClick={() => onAnswer(false)}>
            {no}
          </Button>
          <Button appearance="primary" onClick={() => onAnswer(true)}>
            {yes}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
