import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';

/** A tab, and the one that is shown. */
export const useTabStyles = makeStyles({
  tab: {
    appearance: 'none',
    border: 'none',
    fontFamily: 'inherit',
    backgroundColor: tokens.colorTransparentBackground,
    position: 'relative',
    flexShrink: 0,
    padding: '6px 6px 10px',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: '6px',
      bottom: '4px',
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      // High contrast takes backgrounds away; a colour of the system's stays.
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
});
