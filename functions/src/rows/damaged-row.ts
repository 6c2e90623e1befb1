import type { Row } from '../store/row-store.ts';

/** A row that can't be what the ledger wrote. Names the row, never what stands in it. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow';
  readonly code = 'damaged-row';

  constructor(row: Row, cause: unknown) {
    super(`Row ${row.key} of partition ${row.partition} can't be read`, { cause });
  }
}
