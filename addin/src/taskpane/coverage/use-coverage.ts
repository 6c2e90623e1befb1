import type { DigestRow } from '@readback/core';
import { coverageOf } from '@readback/core/overview';
import type { Coverage } from '@readback/core/overview';
import { useMemo } from 'react';
import { useWeeks } from '../insights/use-weeks.ts';
import type { Period } from './coverage-sentence.ts';

const WEEKS: Readonly<Record<Period, number>> = { week: 1, month: 4 };

/** How many mails of this week, or of the last four with it, were tracked. */
export function useCoverage(rows: readonly DigestRow[], period: Period): Coverage {
  const edges = useWeeks(WEEKS[period]);
  return useMemo(() => coverageOf(rows, edges[0] ?? 0, edges.at(-1) ?? 0), [rows, edges]);
}
