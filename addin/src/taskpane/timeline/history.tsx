import { Button } from '@fluentui/react-button';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { MessageDetail } from '@readback/core';
import { useId, useMemo, useRef, useState } from 'react';
import { Choice } from '../look/choice.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import { createSessionGrouper } from './group-sessions.ts';
import { HitEntry } from './hit-entry.tsx';
import { SessionEntry } from './session-entry.tsx';
import { SpokenNews } from './spoken-news.tsx';
import { useCorrections } from './use-corrections.ts';
import type { LoadedMessage } from '../message/use-message.ts';
import { useReadingPlace } from './use-reading-place.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  more: { alignSelf: 'center' },
});

/** What happened to a message, newest first: session by session, or every hit as it came in. */
export function History({ loaded }: { loaded: LoadedMessage }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { message, loadMore, isLoadingMore } = loaded;
  const corrections = useCorrections(message.id);
  const [grouper] = useState(createSessionGrouper);
  const [detail, setDetail] = useState<'sessions' | 'hits'>('sessions');
  const { apply } = corrections;
  const hits = apply(loaded.hits);
  const sessions = useMemo(() => grouper.group(hits), [grouper, hits]);
  const list = useRef<HTMLOListElement>(null);
  useReadingPlace(list);
  const id = useId();
  const news = <SpokenNews sessions={sessions} />;
  // The headline says that nothing was seen, and what that means.
  if (hits.length + message.overflow === 0) return news;
  return (
    <section className={surfaces.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={surfaces.heading}>
          {t('message.history')}
        </h2>
        <Choice
          label={t('message.detail')}
          options={[
            ['sessions', t('message.sessions')],
            ['hits', t('message.everyHit')],
          ]}
          value={detail}
          pick={setDetail}
        />
      </div>
      {news}
      <ol ref={list} className={surfaces.list}>
        {detail === 'hits'
          ? hits.map((hit) => <HitEntry key={hit.id} hit={hit} message={message} corrections={corrections} />)
          : sessions.map((session) => (
              <SessionEntry key={session.key} session={session} message={message} corrections={corrections} />
            ))}
      </ol>
      <Overflow message={message} />
      {loadMore && (
        <Button className={styles.more} disabledFocusable={isLoadingMore} onClick={loadMore}>
          {t('message.more')}
        </Button>
      )}
    </section>
  );
}

function Overflow({ message }: { message: MessageDetail }) {
  const { t } = useTexts();
  const surfaces = useSurfaces();
  if (message.overflow === 0) return null;
  return (
    <p className={mergeClasses(surfaces.small, surfaces.muted)}>{t('message.overflow', { count: message.overflow })}</p>
  );
}
