import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { DigestRow } from '@readback/core';
import type { Coverage } from '@readback/core/overview';
import { useId, useState } from 'react';
import { Choice } from '../look/choice.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import { coverageSentence } from './coverage-sentence.ts';
import type { Period } from './coverage-sentence.ts';
import { useCoverage } from './use-coverage.ts';

const useStyles = makeStyles({
  card: { padding: '12px 16px', rowGap: '10px' },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  // What was said before has no less room: the page below stays where it is.
  sentence: { minHeight: `calc(2 * ${tokens.lineHeightBase300})` },
  summary: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  reasons: { display: 'flex', flexDirection: 'column', rowGap: '8px', paddingTop: '8px' },
});

/** How many mails were tracked, why the others weren't, and what can't be counted. */
export function CoverageCard({ rows }: { rows: readonly DigestRow[] }) {
  const texts = useTexts();
  const { t } = texts;
  const styles = useStyles();
  const surfaces = useSurfaces();
  const [period, setPeriod] = useState<Period>('week');
  const coverage = useCoverage(rows, period);
  const id = useId();
  return (
    <section className={mergeClasses(surfaces.section, surfaces.card, styles.card)} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={surfaces.heading}>
          {t('coverage.title')}
        </h2>
        <Choice
          label={t('coverage.title')}
          options={[
            ['week', t('coverage.week')],
            ['month', t('coverage.month')],
          ]}
          value={period}
          pick={setPeriod}
        />
      </div>
      <p className={mergeClasses(surfaces.text, styles.sentence)} aria-live="polite">
        {coverageSentence(coverage, period, texts)}
      </p>
      <details>
        <summary className={styles.summary}>{t('coverage.reasons')}</summary>
        <Reasons coverage={coverage} />
      </details>
    </section>
  );
}

function Reasons({ coverage }: { coverage: Coverage }) {
  const { t, locale } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const counted = (count: number) => ({ count, mails: new Intl.NumberFormat(locale).format(count) });
  const small = mergeClasses(surfaces.small, surfaces.muted);
  return (
    <div className={styles.reasons}>
      {coverage.untracked.length > 0 && (
        <ul className={mergeClasses(surfaces.list, styles.reasons)}>
          {coverage.untracked.map(({ group, mails }) => (
            <li key={group}>
              <p className={surfaces.small}>{t(`coverageGroup.${group}`, counted(mails))}</p>
              <p className={small}>{t(`coverageAdvice.${group}`)}</p>
            </li>
          ))}
        </ul>
      )}
      {coverage.opensOnly > 0 && <p className={small}>{t('coverage.opensOnly', counted(coverage.opensOnly))}</p>}
      {coverage.clicksOnly > 0 && <p className={small}>{t('coverage.clicksOnly', counted(coverage.clicksOnly))}</p>}
      <p className={small}>{t('coverage.limits')}</p>
    </div>
  );
}
