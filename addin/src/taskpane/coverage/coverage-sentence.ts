import type { Coverage } from '@readback/core/overview';
import type { Texts } from '../texts/texts.ts';

/** The time that is looked at. */
export type Period = 'week' | 'month';

/** As many reasons stand in the sentence; the others are counted together. */
const MOST_REASONS = 3;

/** "38 of 52 mails this week were tracked; 9 went from your phone or elsewhere, 3 had pasted pictures." */
export function coverageSentence(coverage: Coverage, period: Period, { t, locale }: Texts): string {
  const { mails: count, tracked, untracked } = coverage;
  const format = new Intl.NumberFormat(locale);
  const values = { count, mails: format.format(count), tracked: format.format(tracked) };
  const inWeek = period === 'week';
  if (count === 0) return inWeek ? t('coverage.noneInWeek') : t('coverage.noneInMonth');
  if (tracked === count) return inWeek ? t('coverage.allInWeek', values) : t('coverage.allInMonth', values);
  // With one reason more there is a place for it instead of "1 for another reason".
  const shown = untracked.length > MOST_REASONS + 1 ? untracked.slice(0, MOST_REASONS) : untracked;
  const reasons = shown.map(({ group, mails }) =>
    t(`coverageGroup.${group}`, { count: mails, mails: format.format(mails) }),
  );
  const others = untracked.slice(shown.length).reduce((sum, { mails }) => sum + mails, 0);
  if (others > 0) reasons.push(t('coverage.others', { count: others, mails: format.format(others) }));
  const head = inWeek ? t('coverage.inWeek', values) : t('coverage.inMonth', values);
  return `${head}; ${reasons.join(', ')}.`;
}
