import { mergeClasses } from '@griffel/react';
import { CursorClickRegular } from '@fluentui/react-icons/svg/cursor-click';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { memo } from 'react';
import type { Ref } from 'react';
import { formatNumber } from '../look/format-number.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useRecipientLine } from '../message/use-recipient-line.ts';
import { useReason } from '../texts/use-reason.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ListTime } from './list-time.tsx';
import { personsIn } from './mail-line.ts';
import type { MailLine, PersonCount } from './mail-line.ts';
import { useMailRowStyles } from './mail-row-styles.ts';

interface MailRowProps {
  line: MailLine;
  isNew: boolean;
  onOpen: (line: MailLine) => void;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** One mail of the activity; opens what happened to it. */
export const MailRow = memo(function MailRow({ line, isNew, onOpen, ref }: MailRowProps) {
  const { t } = useTexts();
  const styles = useMailRowStyles();
  const surfaces = useSurfaces();
  const headline = useHeadline(line);
  const recipients = useRecipientLine(line.recipients, line.recipientCount);
  const persons = line.headline && personsIn(line.headline);
  const small = mergeClasses(surfaces.small, surfaces.muted);
  return (
    <button ref={ref} type="button" className={styles.row} onClick={() => onOpen(line)}>
      {isNew && <span className={styles.dot} aria-hidden="true" />}
      {isNew && <span className={surfaces.unseen}>{t('activity.new')}: </span>}
      <span className={mergeClasses(styles.subject, styles.line, isNew ? styles.unseen : styles.seen)} dir="auto">
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
});

function useHeadline({ headline, sent, tracked }: MailLine): string {
  const { t } = useTexts();
  const say = useReason();
  const isNothing = headline === null || headline.code === 'headline-nothing';
  if (isNothing && !tracked) return t('activity.untracked');
  const said = isNothing ? t('activity.noSign') : say(headline);
  return sent ? said : `${t('message.unproven')} ${said}`;
}

function Persons({ count: { what, times, isLikely } }: { count: PersonCount }) {
  const { t, locale } = useTexts();
  const styles = useMailRowStyles();
  const surfaces = useSurfaces();
  const Icon = what === 'opens' ? EyeRegular : CursorClickRegular;
  const label = {
    opens: isLikely ? t('activity.likelyOpens', { count: times }) : t('activity.personOpens', { count: times }),
    clicks: isLikely ? t('activity.likelyClicks', { count: times }) : t('activity.personClicks', { count: times }),
  }[what];
  const number = formatNumber(times, locale);
  return (
    <span className={styles.persons} title={label}>
      <Icon fontSize={16} aria-hidden="true" />
      <span className={surfaces.unseen}>{label}.</span>
      <span aria-hidden="true">{isLikely ? `~${number}` : number}</span>
    </span>
  );
}
