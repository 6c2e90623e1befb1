import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { Figures } from '@readback/core/overview';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { Counted } from './weeks-figure.tsx';

const useStyles = makeStyles({
  rates: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(6em, 100%), 1fr))',
    gap: '8px',
    margin: 0,
  },
  rate: { display: 'flex', flexDirection: 'column', padding: '10px 12px', minWidth: 0 },
  value: {
    order: -1,
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase600,
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  part: { margin: 0 },
});

interface Rate {
  label: string;
  value: string;
  /** The numbers that the value is made of. */
  of?: string;
}

/** The most telling numbers of some mails, those of people beside what can't be known. */
export function Rates({ figures, counted }: { figures: Figures; counted: Counted }) {
  const { t, locale } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const small = mergeClasses(surfaces.small, surfaces.muted);
  const rates = useRates(figures, counted);
  const format = new Intl.NumberFormat(locale);
  const { openedLikely, clickedLikely, unseen } = figures;
  return (
    <>
      <dl className={styles.rates}>
        {rates.map(({ label, value, of }) => (
          <div key={label} className={mergeClasses(surfaces.card, styles.rate)}>
            <dt className={surfaces.small}>{label}</dt>
            <dd className={styles.value}>{value}</dd>
            {of !== undefined && <dd className={mergeClasses(small, styles.part)}>{of}</dd>}
          </div>
        ))}
      </dl>
      {counted === 'raw' && <p className={small}>{t('insights.rawNote')}</p>}
      {counted === 'people' && openedLikely + clickedLikely > 0 && (
        <p className={small}>
          {t('insights.likely', { opened: format.format(openedLikely), clicked: format.format(clickedLikely) })}
        </p>
      )}
      {counted === 'people' && unseen > 0 && (
        <p className={small}>{t('insights.unseen', { count: unseen, mails: format.format(unseen) })}</p>
      )}
    </>
  );
}

function useRates(figures: Figures, counted: Counted): readonly Rate[] {
  const { t, locale } = useTexts();
  const format = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  if (counted === 'raw') {
    return [
      { label: t('insights.loads'), value: format.format(figures.rawOpens) },
      { label: t('insights.follows'), value: format.format(figures.rawClicks) },
    ];
  }
  const { mails, opened, clicked, withLinks, unknowable } = figures;
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : percent.format(part / whole));
  const numbers = (part: number, whole: number) => ({ part: format.format(part), whole: format.format(whole) });
  return [
    { label: t('insights.opened'), value: share(opened, mails), of: t('insights.openedOf', numbers(opened, mails)) },
    {
      label: t('insights.clicked'),
      value: share(clicked, withLinks),
      of: t('insights.clickedOf', numbers(clicked, withLinks)),
    },
    {
      label: t('insights.unknowable'),
      value: share(unknowable, mails),
      of: t('insights.openedOf', numbers(unknowable, mails)),
    },
  ];
}
