import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';

/** A row of a list that opens something, and the lines in it. */
export const useRowButton = makeStyles({
  row: {
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
  },
  first: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  end: { textAlign: 'end', whiteSpace: 'nowrap' },
});
