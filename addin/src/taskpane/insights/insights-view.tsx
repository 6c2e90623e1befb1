import { makeStyles } from '@griffel/react';
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import type { DigestRow } from '@readback/core';
import { figuresOf, isWithin } from '@readback/core/overview';
import { useMemo, useState } from 'react';
import { CoverageCard } from '../coverage/coverage-card.tsx';
import { DigestFrame } from '../digest/digest-frame.tsx';
import { Blank } from '../look/blank.tsx';
import { Choice } from '../look/choice.tsx';
import { NetworkCredit } from '../look/network-credit.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useLaterTexts, useTexts } from '../texts/use-texts.ts';
import { LinksFigure } from './links-figure.tsx';
import { Rates } from './rates.tsx';
import { useWeeks } from './use-weeks.ts';
import { WeeksFigure } from './weeks-figure.tsx';
import type { Counted } from './weeks-figure.tsx';

/** As many columns can be told apart in the narrowest pane. */
const WEEKS = 8;

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
});

/** What becomes of the own mails in general: coverage, rates, weeks, links. */
export function InsightsView() {
  const { t } = useLaterTexts();
  const empty = <Blank icon={<DataTrendingRegular />} title={t('insights.empty')} text={t('insights.emptyText')} />;
  return <DigestFrame empty={empty}>{(rows) => <Insights rows={rows} />}</DigestFrame>;
}

function Insights({ rows }: { rows: readonly DigestRow[] }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const [counted, setCounted] = useState<Counted>('people');
  const edges = useWeeks(WEEKS);
  const recent = useMemo(() => rows.filter((row) => isWithin(row, edges[0] ?? 0, edges.at(-1) ?? 0)), [rows, edges]);
  const figures = useMemo(() => figuresOf(recent), [recent]);
  return (
    <div className={surfaces.page}>
      <h1 className={surfaces.title} tabIndex={-1}>
        {t('insights.title')}
      </h1>
      <CoverageCard rows={rows} />
      <section className={surfaces.section}>
        <div className={styles.head}>
          <h2 className={surfaces.heading}>{t('insights.lastWeeks', { count: WEEKS })}</h2>
          <Choice
            label={t('insights.counted')}
            options={[
              ['people', t('insights.people')],
              ['raw', t('insights.raw')],
            ]}
            value={counted}
            pick={setCounted}
          />
        </div>
        <Rates figures={figures} counted={counted} />
      </section>
      <WeeksFigure rows={recent} edges={edges} counted={counted} title={t('insights.weeks')} file="readback-weeks" />
      <LinksFigure rows={recent} counted={counted} />
      <NetworkCredit />
    </div>
  );
}
