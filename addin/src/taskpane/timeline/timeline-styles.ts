import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';

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
  icon: {
    display: 'grid',
    placeItems: 'center',
    width: '32px',
    height: '32px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontSize: '18px',
  },
  person: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
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
