/** What a property of a row may hold. Whole numbers fit into 32 bits; times are ISO 8601 strings, which sort as text. */
export type RowValue = string | number | boolean;
export type RowValues = Readonly<Record<string, RowValue>>;

/** A row as it lies in storage. */
export interface Row {
  partition: string;
  key: string;
  /** Changes with every write of the row. */
  etag: string;
  values: RowValues;
}

/** One write of a transaction. `insert` fails when the row exists, `replace` when its ETag differs; `merge` never does. */
export type Write =
  | { kind: 'insert'; key: string; values: RowValues }
  | { kind: 'replace'; key: string; values: RowValues; etag: string }
  | { kind: 'merge'; key: string; values: RowValues }
  | { kind: 'delete'; key: string };

/**
 * `conflict`: the write at `index` found its row otherwise than expected; null: the storage didn't tell which.
 * `refused`: too large, or not understood; asking again won't help. In both cases nothing was written.
 */
export type CommitResult =
  | { outcome: 'committed'; etags: readonly (string | null)[] }
  | { outcome: 'conflict'; index: number | null }
  | { outcome: 'refused'; reason: string };

/** Row keys between two bounds, neither of them included. */
export interface KeyRange {
  after: string;
  before: string;
}

/** `is: 'less'` compares texts by code units, numbers by value. A row without the property meets no condition. */
export interface Condition {
  name: string;
  is: 'equal' | 'less';
  value: RowValue;
}

export interface ListRequest {
  range: KeyRange;
  /** Rows to give at most. */
  limit: number;
  /** Alternatives, each a list of conditions that must all be met; none: every row. */
  where?: readonly (readonly Condition[])[];
  /** Properties to bring along; default: all. */
  select?: readonly string[];
}

export interface RowPage {
  rows: readonly Row[];
  /** Whether rows may follow beyond the last of these. */
  more: boolean;
}

export interface ScanPage {
  rows: readonly Row[];
  /** Null: there are no more. */
  next: string | null;
}

/**
 * The few things that the ledger asks of a storage whose rows lie in partitions, sorted by key.
 * A method that rejects says nothing about what happened: a write may have been done, or may still be. Only with
 * `StorageForbidden` nothing was.
 * Every method gives up when its signal fires.
 */
export interface RowStore {
  read(partition: string, key: string, signal: AbortSignal): Promise<Row | null>;

  list(partition: string, request: ListRequest, signal: AbortSignal): Promise<RowPage>;

  /**
   * A page of the rows of every partition whose keys lie in the range; it may be empty although others follow.
   * @param token `next` of the page before; null for the first.
   */
  scan(request: ListRequest, token: string | null, signal: AbortSignal): Promise<ScanPage>;

  /** All writes or none, at most `MAX_WRITES` on different rows; etags come by the index of the write. */
  commit(partition: string, writes: readonly Write[], signal: AbortSignal): Promise<CommitResult>;

  /** Deletes one row if it is as `etag` says, or deleted already. False: it was changed. */
  remove(partition: string, key: string, options: { etag: string; signal: AbortSignal }): Promise<boolean>;
}

/** Storage answers, and lets the app do nothing: a role or a key is missing, or its firewall stands between. */
export class StorageForbidden extends Error {
  override readonly name = 'StorageForbidden';
  /** What storage calls it, such as `AuthorizationPermissionMismatch`. */
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super(`Storage refuses this app: ${code}`, { cause });
    this.code = code;
  }
}

/** Rows that one request gives at most (Azure: "Query timeout and pagination"). */
export const MAX_PAGE_ROWS = 1_000;

/** Rows in one transaction (Azure: "Performing entity group transactions"). */
export const MAX_WRITES = 100;

/** A transaction closes at this many bytes, a quarter of what Azure takes: its parts are counted before they are encoded. */
export const MAX_COMMIT_BYTES = 1_000_000;

/** Azure's limit is 64 KiB of UTF-16 per text property; a little is left for what it counts besides. */
export const MAX_TEXT_LENGTH = 32_000;
