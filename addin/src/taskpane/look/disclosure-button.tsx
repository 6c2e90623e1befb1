import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  button: {
    appearance: 'none',
    border: 'none',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: tokens.colorTransparentBackground,
    textAlign: 'start',
    cursor: 'pointer',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '6px',
    alignItems: 'center',
    width: '100%',
    minHeight: '32px',
    padding: 0,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  arrow: { display: 'flex', fontSize: '16px' },
  open: { transform: 'rotate(90deg)' },
});

interface DisclosureButtonProps {
  isOpen: boolean;
  /** Id of what it shows and hides; `hidden` while it is closed. */
  controls: string;
  onToggle: () => void;
  className?: string;
  /** In two columns, of which the arrow takes the first of the first row. */
  children: ReactNode;
}

/** A line with an arrow that shows and hides what stands below it: https://www.w3.org/WAI/ARIA/apg/patterns/disclosure/ */
export function DisclosureButton({ isOpen, controls, onToggle, className, children }: DisclosureButtonProps) {
  const styles = useStyles();
  return (
    <button
      type="button"
      className={mergeClasses(styles.button, className)}
      aria-expanded={isOpen}
      aria-controls={controls}
      onClick={onToggle}
    >
      <span className={mergeClasses(styles.arrow, isOpen && styles.open)} aria-hidden="true">
        <ChevronRightRegular />
      </span>
      {children}
    </button>
  );
}
