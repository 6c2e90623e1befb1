import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { ROW_BUTTON } from '../look/row-button.ts';

/** From here on, a page is wide enough for two columns. */
const WIDE = '@media (min-width: 720px)';

/** Of one mail in the activity: who, what, when, and what came of it. */
export const useMailRowStyles = makeStyles({
  row: {
    ...ROW_BUTTON,
    position: 'relative',
    gridTemplateAreas: '"subject when" "recipients persons" "headline headline"',
    padding: '10px 12px 11px',
    [WIDE]: {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) 104px',
      gridTemplateAreas: '"subject headline when" "recipients headline persons"',
    },
  },
  // In the margin, so that all subjects begin where the heading does.
  dot: {
    position: 'absolute',
    insetInlineStart: 0,
    top: '16px',
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandBackground,
    // High contrast takes backgrounds away; a colour of the system's stays.
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  subject: { gridArea: 'subject', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  unseen: { fontWeight: tokens.fontWeightBold },
  seen: { fontWeight: tokens.fontWeightMedium },
  // Also a subject that is written from right to left begins where the others do.
  line: { textAlign: 'left', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  recipients: { gridArea: 'recipients' },
  when: { gridArea: 'when', textAlign: 'end', whiteSpace: 'nowrap', alignSelf: 'center' },
  persons: {
    gridArea: 'persons',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: '4px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  headline: { gridArea: 'headline', [WIDE]: { alignSelf: 'center' } },
});
