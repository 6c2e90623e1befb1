import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MessageSummary } from '@readback/core';
import { Count } from '../look/count.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useWhen } from '../look/use-when.ts';
import { useRecipientLine } from '../message/use-recipient-line.ts';
import { useReason } from '../texts/use-reason.ts';
import { useTexts } from '../texts/use-texts.ts';

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
  subject: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  counts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(44px, auto))',
    columnGap: '4px',
    alignItems: 'center',
  },
  time: { textAlign: 'end', whiteSpace: 'nowrap' },
  headline: { gridColumn: '1 / -1' },
});

interface MessageRowProps {
  message: MessageSummary;
  onOpen: (messageId: string) => void;
}

/** One message of the list; opens what happened to it. */
export function MessageRow({ message, onOpen }: MessageRowProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const say = useReason();
  const sentAt = useWhen()(message.sentAt);
  const recipients = useRecipientLine(message.recipients);
  const small = mergeClasses(surfaces.small, surfaces.muted);
  return (
    <button type="button" className={styles.row} onClick={() => onOpen(message.id)}>
      <span className={mergeClasses(styles.subject, styles.line)} dir="auto">
        {message.subject || t('message.noSubject')}
      </span>
      <span className={styles.counts}>
        <Count of="opens" value={message.opens} label={t('activity.opens', { count: message.opens })} />
        <Count of="clicks" value={message.clicks} label={t('activity.clicks', { count: message.clicks })} />
      </span>
      <span className={mergeClasses(small, styles.line)} dir="auto">
        {recipients}
      </span>
      <span className={mergeClasses(small, styles.time)} title={sentAt?.exact}>
        {message.sent ? sentAt?.relative : t('message.unproven')}
      </span>
      {message.opens + message.clicks > 0 && (
        <span className={mergeClasses(small, styles.line, styles.headline)}>{say(message.headline)}</span>
      )}
    </button>
  );
}
