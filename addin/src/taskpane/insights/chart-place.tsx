import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { Suspense } from 'react';
import { lazyView } from '../loading/lazy-view.ts';
import type { BarChartProps } from './bar-chart.tsx';
import type { ColumnChartProps } from './column-chart.tsx';

/** What a chart shows side by side. */
export interface ChartSeries {
  label: string;
  color: string;
}

/** Colours by what they stand for, the same in every chart; each at least 3:1 against the page, in both themes. */
export const SERIES_COLORS = {
  sent: tokens.colorNeutralForeground4,
  opened: tokens.colorBrandForeground1,
  clicked: tokens.colorPaletteGreenForeground3,
  unknowable: tokens.colorPaletteMarigoldForeground2,
} as const;

/** Heights in pixels, known before a chart is there: nothing moves when it comes. */
export const CHART_HEIGHT = 200;
export const BAR_HEIGHT = 44;

// Fluent's charts are heavier than all the rest of the pane: they are loaded when there is something to draw.
const LazyColumns = lazyView(async () => (await import('./column-chart.tsx')).ColumnChart);
const LazyBars = lazyView(async () => (await import('./bar-chart.tsx')).BarChart);

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  entry: { display: 'flex', alignItems: 'center', columnGap: '6px' },
  color: { width: '12px', height: '12px', borderRadius: tokens.borderRadiusSmall, forcedColorAdjust: 'none' },
});

/** Columns, and what their colours mean. */
export function Columns(props: ColumnChartProps) {
  const styles = useStyles();
  return (
    <>
      <Suspense fallback={<div style={{ height: CHART_HEIGHT }} />}>
        <LazyColumns {...props} />
      </Suspense>
      <ul className={styles.legend} aria-hidden="true">
        {props.series.map(({ label, color }) => (
          <li key={label} className={styles.entry}>
            <span className={styles.color} style={{ backgroundColor: color }} />
            {label}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Bars one below the other. */
export function Bars(props: BarChartProps) {
  return (
    <Suspense fallback={<div style={{ height: props.bars.length * BAR_HEIGHT }} />}>
      <LazyBars {...props} />
    </Suspense>
  );
}
