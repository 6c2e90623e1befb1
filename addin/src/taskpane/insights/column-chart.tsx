import { GroupedVerticalBarChart } from '@fluentui/react-charts';
import { makeStyles } from '@griffel/react';
import { useEffect, useRef, useState } from 'react';
import { ChartPicture } from './chart-picture.tsx';
import { CHART_HEIGHT } from './chart-place.tsx';
import type { ChartSeries } from './chart-place.tsx';

const useStyles = makeStyles({
  place: { position: 'relative' },
  hints: { position: 'absolute', display: 'flex', direction: 'ltr' },
  hint: { flexGrow: 1, flexBasis: 0 },
});

/** Around the columns, in pixels: the numbers of the scale and the names of the groups stand there. */
const MARGINS = { top: 8, right: 4, bottom: 28, left: 32 };

/** Lines of the scale at most; a count has no halves. */
const MOST_TICKS = 4;

export interface ColumnChartProps {
  series: readonly ChartSeries[];
  /** One value for each series. `hint`: all of them in words. */
  groups: readonly { label: string; values: readonly number[]; hint: string }[];
  locale: string;
}

/**
 * Columns side by side in groups, with Fluent's charts. A picture only (docs/decisions/0136): its numbers stand in a table
 * beside it.
 */
export function ColumnChart({ series, groups, locale }: ColumnChartProps) {
  const styles = useStyles();
  const { place, width } = useWidth();
  const format = new Intl.NumberFormat(locale, { notation: 'compact' });
  const data = groups.map(({ label, values }) => ({
    name: label,
    series: series.map(({ label: legend, color }, index) => ({ key: legend, legend, color, data: values[index] ?? 0 })),
  }));
  return (
    <div ref={place} className={styles.place} style={{ height: CHART_HEIGHT }} aria-hidden="true">
      {width > 0 && (
        <ChartPicture>
          <GroupedVerticalBarChart
            data={data}
            culture={locale}
            width={width}
            height={CHART_HEIGHT}
            margins={MARGINS}
            hideLegend
            hideTooltip
            hideLabels
            barWidth="auto"
            maxBarWidth={16}
            xAxisInnerPadding={0.35}
            xAxisOuterPadding={0.1}
            yAxisTickCount={Math.min(
              MOST_TICKS,
              Math.max(...data.flatMap((group) => group.series.map((bar) => bar.data)), 1),
            )}
            yAxisTickFormat={(value: number) => (Number.isInteger(value) ? format.format(value) : '')}
          />
        </ChartPicture>
      )}
      <div
        className={styles.hints}
        style={{ top: MARGINS.top, right: MARGINS.right, bottom: MARGINS.bottom, left: MARGINS.left }}
      >
        {groups.map(({ label, hint }) => (
          <span key={label} className={styles.hint} title={hint} />
        ))}
      </div>
    </div>
  );
}

/** The chart is drawn in pixels, and anew when its place changes. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { place, width };
}
