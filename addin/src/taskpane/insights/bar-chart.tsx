import { HorizontalBarChart, HorizontalBarChartVariant } from '@fluentui/react-charts';
import { makeStyles } from '@griffel/react';
import { ChartPicture } from './chart-picture.tsx';
import { BAR_HEIGHT } from './chart-place.tsx';

const useStyles = makeStyles({
  // Labels of links are long; Fluent's chart would let them push the numbers out.
  place: { overflow: 'hidden' },
});

export interface BarChartProps {
  bars: readonly { label: string; value: number }[];
  color: string;
  /** What the values count. */
  unit: string;
  locale: string;
}

/** Bars one below the other, with Fluent's charts. A picture only, as in column-chart.tsx. */
export function BarChart({ bars, color, unit, locale }: BarChartProps) {
  const styles = useStyles();
  // The number stands behind the end of its bar.
  const most = Math.max(...bars.map(({ value }) => value), 1) * 1.2;
  const data = bars.map(({ label, value }) => ({
    chartTitle: label,
    chartData: [{ legend: unit, color, horizontalBarChartdata: { x: value, total: most } }],
  }));
  return (
    <div className={styles.place} style={{ minHeight: bars.length * BAR_HEIGHT }}>
      <ChartPicture>
        <HorizontalBarChart
          data={data}
          culture={locale}
          hideTooltip
          barHeight={10}
          variant={HorizontalBarChartVariant.AbsoluteScale}
        />
      </ChartPicture>
    </div>
  );
}
