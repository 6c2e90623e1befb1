import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MessageDetail } from '@readback/core';
import { Notice } from '../look/notice.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useWhen } from '../look/use-when.ts';
import { BigCount } from './big-count.tsx';
import { HitList } from './hit-list.tsx';
import { LinkClicks } from './link-clicks.tsx';
import type { LoadedMessage } from './use-message.ts';
import { UntrackedNotes } from './untracked-notes.tsx';
import { useRecipientLine } from './use-recipient-line.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  counts: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '8px' },
  subject: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
  },
  notes: { display: 'flex', flexDirection: 'column', rowGap: '8px', ':empty': { display: 'none' } },
  foot: { color: tokens.colorNeutralForeground3 },
});

/** What happened to one message of the sender's own. */
export function MessageStory({ loaded }: { loaded: LoadedMessage }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { message } = loaded;
  return (
    <>
      <MessageHead message={message} />
      <div className={styles.notes}>
        {!message.sent && <Notice kind="info" title={t('message.unproven')} text={t('message.unprovenText')} />}
        <UntrackedNotes message={message} />
      </div>
      <div className={styles.counts}>
        <BigCount of="opens" value={message.opens} label={t('message.opens', { count: message.opens })} />
        <BigCount of="clicks" value={message.clicks} label={t('message.clicks', { count: message.clicks })} />
      </div>
      <HitList loaded={loaded} />
      <LinkClicks links={message.links} />
      <p className={mergeClasses(surfaces.small, styles.foot)}>{t('message.raw')}</p>
    </>
  );
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
      <h1 className={mergeClasses(surfaces.title, styles.subject)} tabIndex={-1} dir="auto">
        {message.subject || t('message.noSubject')}
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
