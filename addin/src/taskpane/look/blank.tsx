import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ReactNode } from 'react';
import { useSurfaces } from './surfaces.ts';

const useStyles = makeStyles({
  blank: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    rowGap: '12px',
    padding: '40px 24px 24px',
    maxWidth: '420px',
    marginInline: 'auto',
  },
  icon: {
    display: 'grid',
    placeItems: 'center',
    width: '64px',
    height: '64px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: '32px',
    marginBottom: '4px',
  },
  text: { textWrap: 'pretty' },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px', marginTop: '4px' },
});

/** Something to press in a blank view. */
export interface BlankAction {
  label: string;
  run: () => void;
  busy?: boolean;
}

interface BlankProps {
  icon: ReactNode;
  title: string;
  text: string;
  /** The first is the likeliest. */
  actions?: readonly BlankAction[];
}

/** A view that has nothing to show, and says why and what to do. */
export function Blank({ icon, title, text, actions = [] }: BlankProps) {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <div className={styles.blank}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <h1 className={surfaces.title} tabIndex={-1}>
        {title}
      </h1>
      <p className={mergeClasses(surfaces.text, surfaces.muted, styles.text)}>{text}</p>
      {actions.length > 0 && (
        <div className={styles.actions}>
          {actions.map(({ label, run, busy = false }, index) => (
            <Button
              key={label}
              appearance={index === 0 ? 'primary' : 'secondary'}
              disabledFocusable={busy}
              onClick={run}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
