import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { GriffelStyle } from '@griffel/react';

/** What each row of a list looks like that opens something. */
export const ROW_BUTTON = {
  appearance: 'none',
  border: 'none',
  fontFamily: 'inherit',
  textAlign: 'start',
  color: 'inherit',
  backgroundColor: tokens.colorTransparentBackground,
  boxSizing: 'border-box',
  width: '100%',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  columnGap: '12px',
  rowGap: '2px',
  padding: '10px 8px',
  cursor: 'pointer',
  borderRadius: tokens.borderRadiusMedium,
  ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
} as const satisfies GriffelStyle;

/** A row of a list that opens something, and the lines in it. */
export const useRowButton = makeStyles({
  row: ROW_BUTTON,
  first: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  end: { textAlign: 'end', whiteSpace: 'nowrap' },
});
