import { openBlobAccount } from './blob-account.ts';
import type { BlobAccount, BlobRequest, GetToken } from './blob-account.ts';
import type { KeptRelayList, RelayStore } from './refresh-relay-list.ts';

const CONTAINER = 'readback';
const BLOB = 'apple-relay-ranges';

/** Supported by every Azure Storage, and by Azurite. */
const API_VERSION = '2023-11-03';

/** Longer than a list that is right ever takes; a store that never answers must not hold the caller. */
const LIMIT_MS = 20_000;

/** The blob's metadata that holds the ETag of Apple's server, as base64: metadata travels as headers of plain letters. */
const SOURCE = 'x-ms-meta-source';

/**
 * Keeps Apple's list in the storage account of the ledger, as one blob; null where the setting tells of no blobs. Speaks to
 * storage itself: its SDK would make every cold start of the app slower, for one request a day (decision 0095).
 * @param tables the ledger's `TABLES_CONNECTION`: a connection string, or the address of the account's tables.
 */
export function createRelayBlob(tables: string, getToken: GetToken = askManagedIdentity): RelayStore | null {
  const account = openBlobAccount(tables, getToken);
  return account && storeIn(account);
}

function storeIn(account: BlobAccount): RelayStore {
  const container = `${account.address}/${CONTAINER}`;
  const blob = `${container}/${BLOB}`;
  return {
    async load(): Promise<KeptRelayList | null> {
      const answer = await ask(account, { method: 'GET', url: blob });
      if (answer.status === 404) return null;
      requireDone(answer);
      return { file: new Uint8Array(await answer.arrayBuffer()), etag: readEtag(answer.headers.get(SOURCE)) };
    },
    async save({ file, etag }) {
      const source = etag === null ? {} : { [SOURCE]: Buffer.from(etag).toString('base64') };
      const headers = { 'content-type': 'application/octet-stream', 'x-ms-blob-type': 'BlockBlob', ...source };
      const put = async (): Promise<Response> => await ask(account, { method: 'PUT', url: blob, headers, body: file });
      const answer = await put();
      if (answer.status !== 404) return requireDone(answer);
      const made = await ask(account, { method: 'PUT', url: `${container}?restype=container` });
      // 409: another instance was faster.
      if (made.status !== 409) requireDone(made);
      requireDone(await put());
    },
  };
}

interface Call {
  method: BlobRequest['method'];
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array;
}

async function ask(account: BlobAccount, { method, url, headers = {}, body }: Call): Promise<Response> {
  const dated = { ...headers, 'x-ms-date': new Date().toUTCString(), 'x-ms-version': API_VERSION };
  const signed = await account.sign({ method, url: new URL(url), headers: dated, bodyLength: body?.length ?? 0 });
  return await fetch(signed.url, {
    method,
    headers: signed.headers,
    redirect: 'error',
    signal: AbortSignal.timeout(LIMIT_MS),
    ...(body === undefined ? {} : { body }),
  });
}

/** Its code says what went wrong; the body of the answer may name the account. */
class RelayBlobError extends Error {
  override readonly name = 'RelayBlobError';
  readonly code: number;

  constructor(status: number) {
    super(`Storage answered ${status}`);
    this.code = status;
  }
}

function requireDone({ ok, status }: Response): void {
  if (!ok) throw new RelayBlobError(status);
}

function readEtag(text: string | null): string | null {
  return text === null ? null : Buffer.from(text, 'base64').toString();
}

/** The identity SDK is loaded where it is needed: at a cold start it costs as much as everything else together. */
async function askManagedIdentity(scope: string): Promise<string> {
  const { ManagedIdentityCredential } = await import('@azure/identity');
  return (await new ManagedIdentityCredential().getToken(scope)).token;
}
