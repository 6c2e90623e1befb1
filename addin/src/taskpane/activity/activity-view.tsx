import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { MailMultipleRegular } from '@fluentui/react-icons/svg/mail-multiple';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { ErrorBlank, StaleNotice } from '../api/error-views.tsx';
import { lazyView } from '../loading/lazy-view.ts';
import { Blank } from '../look/blank.tsx';
import { NetworkCredit } from '../look/network-credit.tsx';
import { Notice } from '../look/notice.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { Waiting } from '../look/waiting.tsx';
import { seeMessage } from '../preferences/edit-preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CoverageLine } from '../coverage/coverage-line.tsx';
import { ActivityHead } from './activity-head.tsx';
import { FreshPill } from './fresh-pill.tsx';
import { lineOfFeed } from './mail-line.ts';
import type { MailLine } from './mail-line.ts';
import { MailList } from './mail-list.tsx';
import { SearchBar } from './search-bar.tsx';
import type { MailSearch } from './search-bar.tsx';
import { useAtTop } from './use-at-top.ts';
import { useFeed } from './use-feed.ts';
import type { FeedSight } from './use-feed.ts';
import { useMarks } from './use-marks.ts';
import { WaitingMails } from './waiting-mails.tsx';

// Only who searches pays for it.
const FoundMails = lazyView(async () => (await import('./found-mails.tsx')).FoundMails);

const useStyles = makeStyles({
  page: { rowGap: '12px' },
  more: { textAlign: 'center', color: tokens.colorNeutralForeground3 },
});

const NO_SEARCH: MailSearch = { text: '', filter: 'all' };

/** All own messages, the newest event first; follows by itself what happens to them. */
export function ActivityView({ onOpen }: { onOpen: (messageId: string) => void }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { change } = usePreferences();
  const sight = useFeed();
  const { feed, problem, since, retry } = sight;
  const { isNew, markAll } = useMarks(feed);
  const [search, setSearch] = useKeptSearch();
  if (feed === undefined) return problem ? <ErrorBlank error={problem} retry={retry} /> : <WaitingMails />;
  const open = ({ messageId, entryId }: MailLine): void => {
    if (entryId !== null) change(seeMessage(messageId, entryId), { isQuiet: true });
    onOpen(messageId);
  };
  const isSearching = search.text.trim() !== '' || search.filter !== 'all';
  return (
    <div className={mergeClasses(surfaces.page, styles.page)}>
      {problem && <StaleNotice error={problem} since={since} retry={retry} />}
      {feed.lines.size === 0 ? (
        <Blank icon={<MailMultipleRegular />} title={t('activity.empty')} text={t('activity.emptyText')} />
      ) : (
        <>
          <ActivityHead markAll={markAll} />
          <SearchBar search={search} onChange={setSearch} />
          {isSearching ? (
            <Suspense fallback={<Waiting rows={5} inPage />}>
              <FoundMails
                search={search}
                feed={feed}
                isNew={isNew}
                onOpen={open}
                onShowAll={() => setSearch(NO_SEARCH)}
              />
            </Suspense>
          ) : (
            <>
              <AllMails sight={sight} isNew={isNew} onOpen={open} />
              <CoverageLine />
            </>
          )}
          <NetworkCredit />
        </>
      )}
    </div>
  );
}

interface AllMailsProps {
  sight: FeedSight;
  isNew: (line: MailLine) => boolean;
  onOpen: (line: MailLine) => void;
}

function AllMails({ sight: { feed, showFresh, more }, isNew, onOpen }: AllMailsProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const isAtTop = useAtTop();
  const lines = useMemo(() => feed?.order.flatMap((id) => feed.lines.get(id) ?? []).map(lineOfFeed) ?? [], [feed]);
  const count = feed?.fresh.length ?? 0;
  useEffect(() => {
    if (isAtTop === true && count > 0) showFresh();
  });
  const readMore = more !== null && !more.isReading && !more.failed ? more.read : undefined;
  return (
    <>
      <FreshPill count={isAtTop === false ? count : 0} show={() => goUp(showFresh)} />
      <MailList name="all" lines={lines} isNew={isNew} onOpen={onOpen} onNearEnd={readMore} />
      {more?.isReading && <p className={mergeClasses(surfaces.small, styles.more)}>{t('activity.reading')}</p>}
      {more?.failed && (
        <Notice
          kind="warning"
          title={t('activity.moreFailed')}
          action={{ label: t('activity.more'), run: more.read }}
        />
      )}
    </>
  );
}

function goUp(showFresh: () => void): void {
  showFresh();
  window.scrollTo({ top: 0 });
  // The pill that was pressed is gone; reading goes on at the start.
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

/** What was looked for stays when a mail is opened and closed. */
function useKeptSearch(): [MailSearch, (search: MailSearch) => void] {
  const queries = useQueryClient();
  const [search, setSearch] = useState(() => queries.getQueryData<MailSearch>(['place', 'search']) ?? NO_SEARCH);
  return [
    search,
    (next) => {
      queries.setQueryData(['place', 'search'], next);
      // Another search begins at its top.
      queries.removeQueries({ queryKey: ['place', 'found'] });
      setSearch(next);
    },
  ];
}
