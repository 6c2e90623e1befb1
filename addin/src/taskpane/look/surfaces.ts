import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';

/** The widest in which lines stay readable; a page of its own says another one, since it has columns. */
const WIDEST = 'var(--readback-widest, 600px)';

/** What all views share: their page, their text, their lists. */
export const useSurfaces = makeStyles({
  page: {
    boxSizing: 'border-box',
    maxWidth: WIDEST,
    marginInline: 'auto',
    padding: '4px 16px 32px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '20px',
    overflowWrap: 'anywhere',
  },
  section: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  muted: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** Read out, not seen. */
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    padding: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    border: 0,
  },
});
