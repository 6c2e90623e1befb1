import type * as z from 'zod';
import { errorFacts, type Log } from '../log.ts';
import type { Row } from '../store/row-store.ts';
import { readText } from './chunked-text.ts';
import { DamagedRow } from './damaged-row.ts';

/** The properties of a row that the shape names. Throws a `DamagedRow` when they aren't as it says. */
export function parseValues<T>(row: Row, shape: z.ZodType<T>): T {
  return readWith(row, () => shape.parse(row.values));
}

/** What was written in chunks as the JSON of a list; empty where nothing was. Throws a `DamagedRow`. */
export function readJsonList<T>(row: Row, name: string, shape: z.ZodType<readonly T[]>): readonly T[] {
  const text = readText(row.values, name);
  return text === '' ? [] : readWith(row, () => shape.parse(JSON.parse(text)));
}

/** What `read` gives; what it throws becomes a `DamagedRow`. */
export function readWith<T>(row: Row, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new DamagedRow(row, error);
  }
}

/** What `read` gives; null where the row can't be read. */
export function readOrNull<T>(row: Row, read: (row: Row) => T): T | null {
  try {
    return read(row);
  } catch (error) {
    if (error instanceof DamagedRow) return null;
    throw error;
  }
}

/** What `read` gives of each row. One that can't be read is passed over with a log line: it must not hide all others. */
export function readEach<T>(log: Log, rows: readonly Row[], read: (row: Row) => T): readonly T[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof DamagedRow)) throw error;
      log('row-passed-over', { partition: row.partition, key: row.key, ...errorFacts(error) });
      return [];
    }
  });
}
