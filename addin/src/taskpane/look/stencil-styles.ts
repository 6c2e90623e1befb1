import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';

/** Shapes that stand where something is still to come: `pulsing` for their box, `shape` for each line of them. */
export const useStencilStyles = makeStyles({
  pulsing: {
    animationName: { '0%': { opacity: 1 }, '50%': { opacity: 0.5 }, '100%': { opacity: 1 } },
    animationDuration: '1.6s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  shape: {
    boxSizing: 'border-box',
    height: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    // High contrast takes backgrounds away.
    '@media (forced-colors: active)': { border: '1px solid GrayText' },
  },
});
