import { useEffect } from 'react';
import { formatExact } from '../look/format-time.ts';
import { Waiting } from '../look/waiting.tsx';
import { usePane } from '../pane-context.ts';
import { useTexts } from '../texts/use-texts.ts';
import { formatBrief } from './brief-time.ts';
import { useMailListStyles } from './mail-list-styles.ts';
import { useMailRowStyles } from './mail-row-styles.ts';
import { useSearchBarStyles } from './search-bar.tsx';

const DAY_MS = 86_400_000;

/** So long ago that each has a form of its own. */
const DAYS_AGO = [0, 1, 40];

/**
 * The shape of the list while its mails are on their way. Meanwhile the browser has nothing to do: what drawing them needs
 * whatever they are, rules of style and formats of dates, is made here.
 */
export function WaitingMails() {
  const { clock } = usePane();
  const { locale } = useTexts();
  useMailListStyles();
  useMailRowStyles();
  useSearchBarStyles();
  useEffect(() => {
    const now = clock.current();
    for (const days of DAYS_AGO) formatBrief(new Date(now.getTime() - days * DAY_MS), now, locale);
    formatExact(now, locale);
  }, [clock, locale]);
  return <Waiting rows={5} />;
}
