import { useState } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import { findNews } from './find-news.ts';
import type { KeyedSession } from './group-sessions.ts';
import { useAskerName } from './use-asker-name.ts';
import { whoAsked } from './who-asked.ts';

/** Reads out what came while the timeline was open: each session once, not each of its hits. */
export function SpokenNews({ sessions }: { sessions: readonly KeyedSession[] }) {
  const { t } = useTexts();
  const surfaces = useSurfaces();
  const nameAsker = useAskerName();
  const [shown, setShown] = useState(sessions);
  const [news, setNews] = useState(() => findNews(null, sessions));
  if (shown !== sessions) {
    setShown(sessions);
    const next = findNews(news, sessions);
    // What was said stays until there is something else to say: clearing it would be read out by some.
    setNews(next.fresh.length > 0 ? next : { ...next, fresh: news.fresh });
  }
  const [newest] = news.fresh;
  return (
    <p role="status" className={surfaces.unseen}>
      {newest && t('message.news', { count: news.fresh.length, who: nameAsker(whoAsked(newest.lead)) })}
    </p>
  );
}
