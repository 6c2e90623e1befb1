import { errorFacts } from '../log.ts';
import type { Log } from '../log.ts';
import { collapseRelayCsv, readRelayList } from './relay-list.ts';

/** Where the collapsed list is kept between downloads. */
export interface RelayStore {
  /** Null: none was kept yet. */
  load(): Promise<KeptRelayList | null>;
  save(list: KeptRelayList): Promise<void>;
}

export interface KeptRelayList {
  file: Uint8Array;
  /** Of the download it was made from; null: Apple sent none. */
  etag: string | null;
}

/** What the weekly refresh works with. */
export interface RelayRefresh {
  store: RelayStore;
  /** Apple's address in production (https://mask-api.icloud.com/egress-ip-ranges.csv). */
  url: string;
  fetch: typeof fetch;
  log: Log;
  minRows?: number;
}

export const APPLE_RELAY_URL = 'https://mask-api.icloud.com/egress-ip-ranges.csv';

/** Twelve megabytes come in seconds; a server that stalls must not hold the timer. */
const DOWNLOAD_LIMIT_MS = 60_000;

/** Apple's list was 12 MB in 2026. */
const MAX_BYTES = 64_000_000;

export type RefreshOutcome = 'replaced' | 'unchanged' | 'kept';

/** Downloads Apple's list when it changed, and keeps the old one whenever anything about the new one is wrong. */
export async function refreshRelayList({ store, url, fetch, log, minRows }: RelayRefresh): Promise<RefreshOutcome> {
  try {
    const etag = knownEtag(await store.load());
    const headers: Record<string, string> = etag === null ? {} : { 'If-None-Match': etag };
    const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(DOWNLOAD_LIMIT_MS) });
    if (answer.status === 304) return 'unchanged';
    if (!answer.ok) return keep(log, `answered ${answer.status}`);
    const bytes = await readAtMost(MAX_BYTES, answer);
    if (bytes === null) return keep(log, `sent more than ${MAX_BYTES} bytes`);
    const collapsed = await collapseRelayCsv(new TextDecoder().decode(bytes), minRows);
    if (!collapsed.ok) return keep(log, collapsed.problem);
    await store.save({ file: collapsed.file, etag: answer.headers.get('etag') });
    log('relay-list-replaced', { rows: collapsed.rows });
    return 'replaced';
  } catch (error) {
    log('relay-list-kept', errorFacts(error));
    return 'kept';
  }
}

/** Null where the list must be fetched in any case: none is kept, or one that this version can't read. */
function knownEtag(kept: KeptRelayList | null): string | null {
  return kept === null || readRelayList(kept.file) === null ? null : kept.etag;
}

/** The body; null when there is more of it. */
async function readAtMost(limit: number, { body }: Response): Promise<Uint8Array | null> {
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = body?.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    pieces.push(piece.value);
    length += piece.value.length;
    if (length > limit) return null;
  }
  return Buffer.concat(pieces);
}

function keep(log: Log, problem: string): RefreshOutcome {
  log('relay-list-kept', { problem });
  return 'kept';
}
