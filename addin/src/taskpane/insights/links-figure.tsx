import { mergeClasses } from '@griffel/react';
import type { DigestRow } from '@readback/core';
import { mostClickedLinks } from '@readback/core/overview';
import type { ClickedLink } from '@readback/core/overview';
import { useMemo } from 'react';
import { addressText } from '../look/address-text.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ChartFigure } from './chart-figure.tsx';
import { Bars, SERIES_COLORS } from './chart-place.tsx';
import type { Counted } from './weeks-figure.tsx';

/** As many as fit below each other without scrolling far. */
const MOST_LINKS = 8;

/** The links that were followed most. */
export function LinksFigure({ rows, counted }: { rows: readonly DigestRow[]; counted: Counted }) {
  const { t, locale } = useTexts();
  const surfaces = useSurfaces();
  const isRaw = counted === 'raw';
  const links = useMemo(() => mostClicked(rows, isRaw), [rows, isRaw]);
  const title = t('insights.links');
  const note = mergeClasses(surfaces.small, surfaces.muted);
  if (links.length === 0) {
    return (
      <section className={surfaces.section}>
        <h2 className={surfaces.heading}>{title}</h2>
        <p className={note}>{t('insights.noLinks')}</p>
      </section>
    );
  }
  const valueOf = (link: ClickedLink): number => (isRaw ? link.clicks : link.mailsByPerson);
  const unit = isRaw ? t('insights.linkClicksColumn') : t('insights.linkMailsColumn');
  const table = {
    columns: [t('insights.linkColumn'), unit],
    rows: links.map((link) => [link.destination, valueOf(link)] as const),
  };
  return (
    <ChartFigure title={title} file="readback-links" table={table}>
      <p className={note}>{isRaw ? t('insights.linksRawNote') : t('insights.linksNote')}</p>
      <Bars
        bars={links.map((link) => ({ label: addressText(link.destination), value: valueOf(link) }))}
        color={SERIES_COLORS.clicked}
        unit={unit}
        locale={locale}
      />
    </ChartFigure>
  );
}

function mostClicked(rows: readonly DigestRow[], isRaw: boolean): readonly ClickedLink[] {
  const all = mostClickedLinks(rows, rows.length);
  const links = isRaw ? [...all].sort((a, b) => b.clicks - a.clicks) : all.filter((link) => link.mailsByPerson > 0);
  return links.slice(0, MOST_LINKS);
}
