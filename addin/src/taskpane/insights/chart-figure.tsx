import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import { toCsv } from './csv.ts';
import { downloadText } from './download-text.ts';

const useStyles = makeStyles({
  figure: { margin: 0, display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  // Wide tables are moved sideways in their own place.
  scroll: {
    overflowX: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums', overflowWrap: 'normal' },
  cell: {
    padding: '6px 8px',
    textAlign: 'end',
    verticalAlign: 'bottom',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  first: { textAlign: 'start', paddingInlineStart: 0, minWidth: '72px', overflowWrap: 'anywhere' },
});

/** The numbers behind a chart. */
export interface ChartTable {
  columns: readonly string[];
  /** The first cell of each names it. */
  rows: readonly (readonly [name: string, ...values: (number | string)[]])[];
}

interface ChartFigureProps {
  title: string;
  table: ChartTable;
  /** Name of the CSV file, without its ending. */
  file: string;
  /** The chart. */
  children: ReactNode;
}

/** A chart with its numbers: as a table, which is always there for screen readers, and as a file. */
export function ChartFigure({ title, table, file, children }: ChartFigureProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const [isShown, setShown] = useState(false);
  const id = useId();
  const save = (): void => downloadText(`${file}.csv`, 'text/csv;charset=utf-8', toCsv([table.columns, ...table.rows]));
  return (
    <section className={surfaces.section} aria-labelledby={id}>
      <h2 id={id} className={surfaces.heading}>
        {title}
      </h2>
      <figure className={styles.figure} aria-labelledby={id}>
        {children}
        <div className={styles.actions}>
          <Button size="small" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? t('insights.hideTable') : t('insights.showTable')}
          </Button>
          <Button size="small" onClick={save}>
            {t('insights.download')}
          </Button>
        </div>
        <NumberTable title={title} table={table} isShown={isShown} />
      </figure>
    </section>
  );
}

function NumberTable({ title, table, isShown }: { title: string; table: ChartTable; isShown: boolean }) {
  const { locale } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const format = new Intl.NumberFormat(locale);
  const [name, ...columns] = table.columns;
  return (
    <div
      className={isShown ? styles.scroll : surfaces.unseen}
      // What can be moved sideways has to be reached with the keyboard.
      {...(isShown ? { role: 'group', 'aria-label': title, tabIndex: 0 } : {})}
    >
      <table className={mergeClasses(surfaces.small, styles.table)}>
        <caption className={surfaces.unseen}>{title}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.first)}>
              {name}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.cell}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first, ...values]) => (
            <tr key={first}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)} dir="auto">
                {first}
              </th>
              {values.map((value, index) => (
                <td key={columns[index]} className={styles.cell}>
                  {typeof value === 'number' ? format.format(value) : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
