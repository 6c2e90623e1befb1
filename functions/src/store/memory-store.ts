import {
  MAX_WRITES,
  type Condition,
  type ListRequest,
  type Row,
  type RowStore,
  type RowValues,
  type Write,
} from './row-store.ts';

/** A store that ends with the process, for tests and trials. */
export function createMemoryStore(): RowStore {
  const partitions = new Map<string, Map<string, Row>>();
  let written = 0;

  const rowsOf = (partition: string): Map<string, Row> => partitions.get(partition) ?? new Map<string, Row>();

  const put = (rows: Map<string, Row>, row: Omit<Row, 'etag'>): string => {
    const etag = String((written += 1));
    rows.set(row.key, { ...row, etag });
    return etag;
  };

  const apply = (partition: string, rows: Map<string, Row>, write: Write): string | null => {
    if (write.kind === 'delete') {
      rows.delete(write.key);
      return null;
    }
    const before = write.kind === 'merge' ? rows.get(write.key)?.values : undefined;
    return put(rows, { partition, key: write.key, values: { ...before, ...write.values } });
  };

  return {
    read: async (partition, key) => rowsOf(partition).get(key) ?? null,

    list: async (partition, request) => {
      const rows = select([...rowsOf(partition).values()], request);
      return { rows: rows.slice(0, request.limit), more: rows.length > request.limit };
    },

    scan: async (request, token) => {
      const everything = [...partitions.values()].flatMap((rows) => [...rows.values()]);
      const start = Number(token ?? 0);
      const rows = select(everything, request);
      const end = start + request.limit;
      return { rows: rows.slice(start, end), next: end < rows.length ? String(end) : null };
    },

    commit: async (partition, writes) => {
      const reason = refusalOf(writes);
      if (reason !== null) return { outcome: 'refused', reason };
      const rows = rowsOf(partition);
      const index = writes.findIndex((write) => !fits(rows.get(write.key), write));
      if (index >= 0) return { outcome: 'conflict', index };
      partitions.set(partition, rows);
      return { outcome: 'committed', etags: writes.map((write) => apply(partition, rows, write)) };
    },

    remove: async (partition, key, { etag }) => {
      const rows = rowsOf(partition);
      const row = rows.get(key);
      if (row !== undefined && row.etag !== etag) return false;
      rows.delete(key);
      return true;
    },
  };
}

/** What Azure refuses: more than 100 writes, two of one row, 64 KiB of UTF-16 in a text, 4 MiB in all. */
function refusalOf(writes: readonly Write[]): string | null {
  if (writes.length > MAX_WRITES) return 'too-many-writes';
  if (new Set(writes.map(({ key }) => key)).size < writes.length) return 'row-written-twice';
  const texts = writes.flatMap((write) => (write.kind === 'delete' ? [] : Object.values(write.values)));
  if (texts.some((value) => typeof value === 'string' && value.length > 32_768)) return 'text-too-long';
  return Buffer.byteLength(JSON.stringify(writes)) > 4 * 2 ** 20 ? 'too-large' : null;
}

function fits(row: Row | undefined, write: Write): boolean {
  switch (write.kind) {
    case 'insert':
      return row === undefined;
    case 'replace':
      return row?.etag === write.etag;
    case 'delete':
      return row !== undefined;
    case 'merge':
      return true;
  }
}

function select(rows: readonly Row[], { range, where, select: names }: ListRequest): readonly Row[] {
  return rows
    .filter(({ key }) => key > range.after && key < range.before)
    .filter(({ values }) => where === undefined || where.some((all) => all.every((one) => meets(values, one))))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((row) => (names === undefined ? row : { ...row, values: pick(row.values, names) }));
}

function meets(values: RowValues, { name, is, value }: Condition): boolean {
  const found = values[name];
  if (found === undefined || typeof found !== typeof value) return false;
  return is === 'equal' ? found === value : found < value;
}

function pick(values: RowValues, names: readonly string[]): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
