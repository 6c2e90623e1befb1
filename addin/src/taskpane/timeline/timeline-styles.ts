import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { PERSONS_ICON, ROUND_ICON } from '../look/round-icon.ts';

/** How entries of the timeline look: an icon on a line that joins them, words beside it. */
export const useTimelineStyles = makeStyles({
  entry: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    columnGap: '12px',
    paddingBottom: '20px',
    // The line that joins one entry to the next.
    ':not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '15px',
      top: '36px',
      bottom: '4px',
      // A border: high contrast takes backgrounds away.
      borderInlineStartWidth: '2px',
      borderInlineStartStyle: 'solid',
      borderInlineStartColor: tokens.colorNeutralStroke2,
    },
  },
  icon: { ...ROUND_ICON, width: '32px', height: '32px', fontSize: '18px' },
  person: PERSONS_ICON,
  words: { display: 'flex', flexDirection: 'column', rowGap: '2px', minWidth: 0, paddingTop: '5px' },
  who: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: '12px',
  },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '2px' },
  link: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  before: {
    paddingInlineStart: '8px',
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
  },
});
