import { MAX_PAGE_ROWS, type ListRequest, type Row, type ScanPage } from '../store/row-store.ts';
import { ask, type LedgerParts } from './ledger-parts.ts';

type Wanted = Omit<ListRequest, 'limit'>;

/** Every row of a partition that a request names, a page at a time. */
export async function* listPages(parts: LedgerParts, partition: string, wanted: Wanted): AsyncIterable<readonly Row[]> {
  let { after } = wanted.range;
  for (let more = true; more;) {
    const request = { ...wanted, range: { ...wanted.range, after }, limit: MAX_PAGE_ROWS };
    const page = await ask(parts, (signal) => parts.store.list(partition, request, signal));
    yield page.rows;
    after = page.rows.at(-1)?.key ?? after;
    more = page.more;
  }
}

/** Every row of all partitions that a request names, a page at a time. */
export async function* scanPages(parts: LedgerParts, wanted: Wanted): AsyncIterable<readonly Row[]> {
  let token: string | null = null;
  do {
    const page = await scanPage(parts, wanted, token);
    yield page.rows;
    token = page.next;
  } while (token !== null);
}

function scanPage(parts: LedgerParts, wanted: Wanted, token: string | null): Promise<ScanPage> {
  return ask(parts, (signal) => parts.store.scan({ ...wanted, limit: MAX_PAGE_ROWS }, token, signal));
}
