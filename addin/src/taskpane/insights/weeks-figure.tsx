import type { DigestRow } from '@readback/core';
import { figuresByTime } from '@readback/core/overview';
import type { Figures } from '@readback/core/overview';
import { useMemo } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import type { Texts } from '../texts/texts.ts';
import { ChartFigure } from './chart-figure.tsx';
import type { ChartTable } from './chart-figure.tsx';
import { Columns, SERIES_COLORS } from './chart-place.tsx';

/** What is counted: what people did, or whatever came in. */
export type Counted = 'people' | 'raw';

interface Column {
  label: string;
  value: (figures: Figures) => number;
  /** Its colour in the chart; null: only the table has it. */
  color: string | null;
}

interface WeeksFigureProps {
  rows: readonly DigestRow[];
  /** Where the weeks begin, and where the last one ends; see `weekEdges`. */
  edges: readonly number[];
  counted: Counted;
  title: string;
  file: string;
}

/** What became of the mails, by the week in which they were sent. */
export function WeeksFigure({ rows, edges, counted, title, file }: WeeksFigureProps) {
  const texts = useTexts();
  const { t, locale } = texts;
  const weeks = useMemo(() => figuresByTime(rows, edges), [rows, edges]);
  const columns = columnsOf(counted, t);
  const drawn = columns.flatMap(({ label, value, color }) => (color === null ? [] : [{ label, value, color }]));
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' });
  const format = new Intl.NumberFormat(locale);
  const groups = weeks.map((week, index) => {
    const values = drawn.map(({ value }) => value(week));
    const words = drawn.map(({ label }, each) => `${label}: ${format.format(values[each] ?? 0)}`);
    const label = short.format(edges[index]);
    return { label, values, hint: `${t('insights.weekColumn')} ${label}\n${words.join('\n')}` };
  });
  return (
    <ChartFigure title={title} file={file} table={tableOf(weeks, edges, columns, texts)}>
      <Columns series={drawn} groups={groups} locale={locale} />
    </ChartFigure>
  );
}

function tableOf(
  weeks: readonly Figures[],
  edges: readonly number[],
  columns: readonly Column[],
  { t, locale }: Texts,
): ChartTable {
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return {
    columns: [t('insights.weekColumn'), ...columns.map(({ label }) => label)],
    rows: weeks.map((week, index) => [long.format(edges[index]), ...columns.map(({ value }) => value(week))]),
  };
}

function columnsOf(counted: Counted, t: Texts['t']): readonly Column[] {
  const sent = { label: t('insights.sentColumn'), value: ({ mails }: Figures) => mails, color: SERIES_COLORS.sent };
  if (counted === 'raw') {
    return [
      sent,
      { label: t('insights.loadsColumn'), value: ({ rawOpens }) => rawOpens, color: SERIES_COLORS.opened },
      { label: t('insights.followsColumn'), value: ({ rawClicks }) => rawClicks, color: SERIES_COLORS.clicked },
    ];
  }
  return [
    sent,
    { label: t('insights.openedColumn'), value: ({ opened }) => opened, color: SERIES_COLORS.opened },
    { label: t('insights.clickedColumn'), value: ({ clicked }) => clicked, color: SERIES_COLORS.clicked },
    { label: t('insights.unknowableColumn'), value: ({ unknowable }) => unknowable, color: SERIES_COLORS.unknowable },
    { label: t('insights.likelyColumn'), value: ({ openedLikely }) => openedLikely, color: null },
    { label: t('insights.likelyClickedColumn'), value: ({ clickedLikely }) => clickedLikely, color: null },
    { label: t('insights.unseenColumn'), value: ({ unseen }) => unseen, color: null },
  ];
}
