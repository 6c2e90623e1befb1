import type { KeptRelayList, RelayStore } from './refresh-relay-list.ts';

const CONTAINER = 'readback';
const BLOB = 'apple-relay-ranges';

/** Longer than a list that is right ever takes; a store that never answers must not hold the caller. */
const LIMIT_MS = 20_000;

/**
 * Keeps Apple's list in the storage account of the ledger, as one blob.
 * @param tables the ledger's `TABLES_CONNECTION`: a connection string, or the address of the account's tables.
 */
export function createRelayBlob(tables: string): RelayStore {
  const open = async () => {
    const { BlobServiceClient } = await import('@azure/storage-blob');
    if (!isAddress(tables)) return BlobServiceClient.fromConnectionString(tables).getContainerClient(CONTAINER);
    const { DefaultAzureCredential } = await import('@azure/identity');
    const address = tables.replace('.table.', '.blob.');
    return new BlobServiceClient(address, new DefaultAzureCredential()).getContainerClient(CONTAINER);
  };
  return {
    async load(): Promise<KeptRelayList | null> {
      const blob = (await open()).getBlockBlobClient(BLOB);
      const abortSignal = AbortSignal.timeout(LIMIT_MS);
      if (!(await blob.exists({ abortSignal }))) return null;
      const { metadata } = await blob.getProperties({ abortSignal });
      return { file: await blob.downloadToBuffer(0, undefined, { abortSignal }), etag: readEtag(metadata?.['source']) };
    },
    async save({ file, etag }) {
      const container = await open();
      const abortSignal = AbortSignal.timeout(LIMIT_MS);
      await container.createIfNotExists({ abortSignal });
      const metadata = etag === null ? {} : { source: Buffer.from(etag).toString('base64') };
      await container.getBlockBlobClient(BLOB).uploadData(file, { abortSignal, metadata });
    },
  };
}

function isAddress(tables: string): boolean {
  return tables.startsWith('https://') || tables.startsWith('http://');
}

/** Metadata travels as headers, where an ETag's quotes don't fit: it is kept as base64. */
function readEtag(text: string | undefined): string | null {
  return text === undefined ? null : Buffer.from(text, 'base64').toString();
}
