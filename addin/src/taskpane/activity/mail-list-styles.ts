import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';

/** Of a list of mails: a line between them, and 12 px more at both sides than what stands around it. */
export const useMailListStyles = makeStyles({
  list: { position: 'relative', marginInline: '-12px' },
  item: {
    position: 'relative',
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: '12px',
      bottom: 0,
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  /** Where its number puts it, whichever others are on the page. */
  placed: { position: 'absolute', insetInline: 0, top: 0 },
  arriving: {
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: '400ms',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});
