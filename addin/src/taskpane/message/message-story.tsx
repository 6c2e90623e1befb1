import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MessageDetail } from '@readback/core';
import { Notice } from '../look/notice.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useWhen } from '../look/use-when.ts';
import { BigCount } from './big-count.tsx';
import { HitList } from './hit-list.tsx';
import { LinkClicks } from './link-clicks.tsx';
import { NetworkCredit } from './network-credit.tsx';
import type { LoadedMessage } from './use-message.ts';
import { whatCounts } from './what-counts.ts';
import { UntrackedNotes } from './untracked-notes.tsx';
import { useRecipientLine } from './use-recipient-line.ts';
import { useReason } from '../texts/use-reason.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  counts: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', gap: '8px' },
  notes: { display: 'flex', flexDirection: 'column', rowGap: '8px', ':empty': { display: 'none' } },
  foot: { color: tokens.colorNeutralForeground3 },
});

/** A headline that the empty list of hits says in more words. */
const NOTHING_SEEN = 'headline-nothing';

/** What happened to one message of the sender's own. */
export function MessageStory({ loaded }: { loaded: LoadedMessage }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const say = useReason();
  const { message } = loaded;
  const { opens, clicks } = whatCounts(message);
  return (
    <>
      <MessageHead message={message} />
      <div className={styles.notes}>
        {!message.sent && <Notice kind="info" title={t('message.unproven')} text={t('message.unprovenText')} />}
        <UntrackedNotes message={message} />
      </div>
      {(opens || clicks) && (
        <>
          {message.headline.code !== NOTHING_SEEN && <p className={surfaces.text}>{say(message.headline)}</p>}
          <div className={styles.counts}>
            {opens && (
              <BigCount of="opens" value={message.opens} label={t('message.opens', { count: message.opens })} />
            )}
            {clicks && (
              <BigCount of="clicks" value={message.clicks} label={t('message.clicks', { count: message.clicks })} />
            )}
          </div>
          <HitList loaded={loaded} hasOpens={opens} />
          <LinkClicks links={message.links} />
          <p className={mergeClasses(surfaces.small, styles.foot)}>{t('message.raw')}</p>
          {loaded.hits.length > 0 && <NetworkCredit />}
        </>
      )}
    </>
  );
}

/** A subject may have thousands of characters; the start says which mail it is. */
const LONGEST_SUBJECT = 120;

function shortSubject(subject: string): string {
  return subject.length <= LONGEST_SUBJECT ? subject : `${subject.slice(0, LONGEST_SUBJECT).trimEnd()}…`;
}

function MessageHead({ message }: { message: MessageDetail }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const when = useWhen();
  const sentAt = when(message.sentAt);
  const deliverAfter = when(message.deliverAfter);
  const recipients = useRecipientLine(message.recipients);
  const small = mergeClasses(surfaces.small, surfaces.muted);
  return (
    <header className={styles.head}>
      <h1 className={surfaces.title} tabIndex={-1} dir="auto" title={message.subject ?? undefined}>
        {shortSubject(message.subject ?? '') || t('message.noSubject')}
      </h1>
      {recipients !== '' && <p className={small}>{recipients}</p>}
      {sentAt && (
        <p className={small}>
          <time dateTime={sentAt.iso} title={sentAt.exact}>
            {t('message.sent', { when: sentAt.relative })}
          </time>
        </p>
      )}
      {deliverAfter && <p className={small}>{t('message.deliver', { when: deliverAfter.exact })}</p>}
    </header>
  );
}
