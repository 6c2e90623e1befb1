import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { MessageDetail } from '@readback/core';
import type { ReactNode } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { useWhen } from '../look/use-when.ts';
import { useReason } from '../texts/use-reason.ts';
import { useTexts } from '../texts/use-texts.ts';
import { HeadlineIcon } from './headline-icon.tsx';
import { RawCounts } from './raw-counts.tsx';
import { splitSentence } from './split-sentence.ts';
import { useRecipientLine } from './use-recipient-line.ts';
import { whatCounts } from '../timeline/what-counts.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  answer: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr) auto', columnGap: '12px', alignItems: 'start' },
  words: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    minWidth: 0,
    minHeight: '44px',
    justifyContent: 'center',
  },
  headline: { textWrap: 'pretty' },
  short: {
    '@media (min-width: 401px)': { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  },
  rest: {
    // Lines of another height don't stand in one with it.
    display: 'block',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightRegular,
  },
  // As large as its button, which comes later.
  menu: { minWidth: '32px', minHeight: '32px' },
  mail: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  subject: { fontWeight: tokens.fontWeightSemibold },
});

/** So many characters are read at a glance even when they are large. */
const SHORT = 30;

interface StoryHeadProps {
  message: MessageDetail;
  /** What else can be done with the message. */
  menu: ReactNode;
}

/** The answer in one sentence, and which mail it is about. */
export function StoryHead({ message, menu }: StoryHeadProps) {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { first, rest, text } = useAnswer(message);
  const isShort = rest === '' && first.length <= SHORT;
  return (
    <header className={styles.head}>
      <div className={styles.answer}>
        <HeadlineIcon code={message.headline.code} />
        <div className={styles.words}>
          <h1 className={mergeClasses(surfaces.title, styles.headline, isShort && styles.short)} tabIndex={-1}>
            {first}
            {rest !== '' && <span className={styles.rest}> {rest}</span>}
          </h1>
          {text !== '' && <p className={mergeClasses(surfaces.text, surfaces.muted)}>{text}</p>}
          <RawCounts message={message} />
        </div>
        <div className={styles.menu}>{menu}</div>
      </div>
      <Mail message={message} />
    </header>
  );
}

interface Answer {
  first: string;
  /** Of the same sentence. */
  rest: string;
  /** What it means. */
  text: string;
}

/** A headline for which this view has more words. */
const NOTHING_SEEN = 'headline-nothing';

/** Until something proves that the mail left, nothing else can be said of it. */
function useAnswer(message: MessageDetail): Answer {
  const { t } = useTexts();
  const say = useReason();
  const { opens, clicks } = whatCounts(message);
  const answer = (first: string, text: string): Answer => ({ first, rest: '', text });
  if (!message.sent) return answer(t('message.unproven'), t('message.unprovenText'));
  if (!opens && !clicks) return answer(t('message.untracked'), '');
  if (message.headline.code !== NOTHING_SEEN) return { ...splitSentence(say(message.headline)), text: '' };
  const isAtEnd = opens && message.pixelPlace === 'end';
  const text = opens ? t('message.nothingText') : t('message.nothingClicksText');
  return answer(t('message.nothing'), isAtEnd ? `${text} ${t('message.atEnd')}` : text);
}

/** A subject may have thousands of characters; the start says which mail it is. */
const LONGEST_SUBJECT = 120;

function shortSubject(subject: string): string {
  return subject.length <= LONGEST_SUBJECT ? subject : `${subject.slice(0, LONGEST_SUBJECT).trimEnd()}…`;
}

function Mail({ message }: { message: MessageDetail }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const when = useWhen();
  const sentAt = when(message.sentAt);
  const deliverAfter = when(message.deliverAfter);
  const recipients = useRecipientLine(message.recipients);
  const small = mergeClasses(surfaces.small, surfaces.muted);
  return (
    <div className={styles.mail}>
      <p className={mergeClasses(surfaces.text, styles.subject)} dir="auto" title={message.subject ?? undefined}>
        {shortSubject(message.subject ?? '') || t('message.noSubject')}
      </p>
      {recipients !== '' && (
        <p className={small} dir="auto">
          {recipients}
        </p>
      )}
      {sentAt && (
        <p className={small}>
          <time dateTime={sentAt.iso} title={sentAt.exact}>
            {t('message.sent', { when: sentAt.relative })}
          </time>
        </p>
      )}
      {deliverAfter && <p className={small}>{t('message.deliver', { when: deliverAfter.exact })}</p>}
    </div>
  );
}
