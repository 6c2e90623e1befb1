import { makeStyles, mergeClasses } from '@griffel/react';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useDeferredValue, useMemo } from 'react';
import { ErrorBlank, StaleNotice } from '../api/error-views.tsx';
import { useDigest } from '../digest/use-digest.ts';
import { Blank } from '../look/blank.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { Waiting } from '../look/waiting.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { Feed } from './feed.ts';
import { FILTER_NAMES } from './mail-filter-names.ts';
import { findMails, indexMails } from './mail-filter.ts';
import { lineOfDigest, timeOfDigest } from './mail-line.ts';
import type { MailLine } from './mail-line.ts';
import { MailList } from './mail-list.tsx';
import type { MailSearch } from './search-bar.tsx';

const useStyles = makeStyles({ count: { minHeight: '16px' } });

interface FoundMailsProps {
  search: MailSearch;
  feed: Feed | undefined;
  isNew: (line: MailLine) => boolean;
  onOpen: (line: MailLine) => void;
  onShowAll: () => void;
}

/** The mails that fit a search or a filter, out of all there are. */
export function FoundMails({ search, feed, isNew, onOpen, onShowAll }: FoundMailsProps) {
  const { t, locale } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { rows, isComplete, problem, updatedAt, retry } = useDigest();
  const known = feed?.lines;
  const mails = useMemo(() => rows && indexMails(rows, (row) => timeOfDigest(row, known?.get(row.id))), [rows, known]);
  // Typing goes first; the list follows as fast as it can.
  const { text, filter } = useDeferredValue(search);
  const lines = useMemo(
    () => mails && findMails(mails, filter, text).map((row) => lineOfDigest(row, known?.get(row.id))),
    [mails, filter, text, known],
  );
  if (lines === null) return problem ? <ErrorBlank error={problem} retry={retry} /> : <Waiting rows={5} inPage />;
  const count = lines.length;
  const number = new Intl.NumberFormat(locale).format(count);
  const summary = isComplete ? t('activity.found', { count, number }) : t('activity.searching', { count, number });
  return (
    <>
      {problem && <StaleNotice error={problem} since={updatedAt} retry={retry} />}
      <p
        role="status"
        className={
          count === 0 && isComplete ? surfaces.unseen : mergeClasses(surfaces.small, surfaces.muted, styles.count)
        }
      >
        {summary}
      </p>
      {count === 0 && isComplete && <NothingFound search={{ text, filter }} onShowAll={onShowAll} />}
      {count > 0 && <MailList name="found" lines={lines} isNew={isNew} onOpen={onOpen} />}
    </>
  );
}

function NothingFound({ search: { text, filter }, onShowAll }: { search: MailSearch; onShowAll: () => void }) {
  const { t } = useTexts();
  const words = { search: text.trim(), filter: t(FILTER_NAMES[filter]) };
  const whys = {
    all: t('activity.nothingSearched', words),
    clicked: t('activity.nothingClicked'),
    opened: t('activity.nothingOpened'),
    none: t('activity.nothingNone'),
    unknowable: t('activity.nothingUnknowable'),
    corrected: t('activity.nothingCorrected'),
  };
  return (
    <Blank
      icon={<SearchRegular />}
      title={t('activity.nothingFound')}
      text={words.search !== '' && filter !== 'all' ? t('activity.nothingInFilter', words) : whys[filter]}
      actions={[{ label: t('activity.showAll'), run: onShowAll }]}
    />
  );
}
