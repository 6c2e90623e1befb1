import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { CursorClickRegular } from '@fluentui/react-icons/svg/cursor-click';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { useSurfaces } from '../look/surfaces.ts';
import { useRecipientLine } from '../message/use-recipient-line.ts';
import { useReason } from '../texts/use-reason.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ListTime } from './list-time.tsx';
import { personsIn } from './mail-line.ts';
import type { MailLine, PersonCount } from './mail-line.ts';

/** From here on, a page is wide enough for two columns. */
const WIDE = '@media (min-width: 720px)';

const useStyles = makeStyles({
  row: {
    appearance: 'none',
    border: 'none',
    fontFamily: 'inherit',
    textAlign: 'start',
    color: 'inherit',
    backgroundColor: tokens.colorTransparentBackground,
    boxSizing: 'border-box',
    width: '100%',
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gridTemplateAreas: '"subject when" "recipients persons" "headline headline"',
    columnGap: '12px',
    rowGap: '2px',
    padding: '10px 12px 11px',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
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

interface MailRowProps {
  line: MailLine;
  isNew: boolean;
  onOpen: (line: MailLine) => void;
}

/** One mail of the activity; opens what happened to it. */
export function MailRow({ line, isNew, onOpen }: MailRowProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const headline = useHeadline(line);
  const recipients = useRecipientLine(line.recipients, line.recipientCount);
  const persons = line.headline && personsIn(line.headline);
  const small = mergeClasses(surfaces.small, surfaces.muted);
  return (
    <button type="button" className={styles.row} onClick={() => onOpen(line)}>
      {isNew && <span className={styles.dot} aria-hidden="true" />}
      <span className={mergeClasses(styles.subject, styles.line, isNew ? styles.unseen : styles.seen)} dir="auto">
        {isNew && <span className={surfaces.unseen}>{t('activity.new')}: </span>}
        {line.subject || t('message.noSubject')}
      </span>
      <ListTime at={line.at} className={mergeClasses(small, styles.when)} />
      <span className={mergeClasses(small, styles.recipients, styles.line)} dir="auto">
        {recipients}
      </span>
      {persons && <Persons count={persons} />}
      <span className={mergeClasses(small, styles.headline)}>{headline}</span>
    </button>
  );
}

function useHeadline({ headline, sent }: MailLine): string {
  const { t } = useTexts();
  const say = useReason();
  const said = headline === null || headline.code === 'headline-nothing' ? t('activity.noSign') : say(headline);
  return sent ? said : `${t('message.unproven')} ${said}`;
}

function Persons({ count: { what, times, isLikely } }: { count: PersonCount }) {
  const { t, locale } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const Icon = what === 'opens' ? EyeRegular : CursorClickRegular;
  const label = {
    opens: isLikely ? t('activity.likelyOpens', { count: times }) : t('activity.personOpens', { count: times }),
    clicks: isLikely ? t('activity.likelyClicks', { count: times }) : t('activity.personClicks', { count: times }),
  }[what];
  const number = new Intl.NumberFormat(locale).format(times);
  return (
    <span className={styles.persons} title={label}>
      <Icon fontSize={16} aria-hidden="true" />
      <span className={surfaces.unseen}>{label}.</span>
      <span aria-hidden="true">{isLikely ? `~${number}` : number}</span>
    </span>
  );
}
