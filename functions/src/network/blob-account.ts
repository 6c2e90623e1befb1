import { createHmac } from 'node:crypto';

/** The blobs of a storage account: where they are, and how a request to them is signed. */
export interface BlobAccount {
  /** Without a slash at the end; of Azurite with the account's name in its path. */
  address: string;
  /** Signs a request; may ask Azure for a token first. */
  sign(request: BlobRequest): Promise<SignedRequest>;
}

/** A request as far as a signature covers it. Names of headers in lower case. */
export interface BlobRequest {
  method: 'GET' | 'PUT';
  url: URL;
  headers: Readonly<Record<string, string>>;
  bodyLength: number;
}

export interface SignedRequest {
  url: URL;
  headers: Readonly<Record<string, string>>;
}

/** A token of the app's managed identity for a resource. */
export type GetToken = (scope: string) => Promise<string>;

/** The one account that Microsoft documents for Azurite; no secret. */
const DEVELOPMENT =
  'AccountName=devstoreaccount1;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;' +
  'AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const SCOPE = 'https://storage.azure.com/.default';

/**
 * The blobs that belong to the tables of a `TABLES_CONNECTION`; null where it tells nothing of blobs, such as a
 * connection string with an address for tables alone.
 * @param tables address of an account's tables, for the app's managed identity, or a connection string.
 */
export function openBlobAccount(tables: string, getToken: GetToken): BlobAccount | null {
  if (/^https?:/i.test(tables)) return withToken(blobsBeside(tables), getToken);
  const parts = readConnection(tables === 'UseDevelopmentStorage=true' ? DEVELOPMENT : tables);
  const address = addressOf(parts);
  if (parts.has('SharedAccessSignature')) return withSignature(address, parts.get('SharedAccessSignature') ?? '');
  return withKey(address, parts.get('AccountName') ?? '', parts.get('AccountKey') ?? '');
}

/** `AccountKey=a2V5==;…`: values hold `=` themselves. */
function readConnection(text: string): ReadonlyMap<string, string> {
  const parts = text.split(';').filter((part) => part.includes('='));
  return new Map(
    parts.map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]),
  );
}

function addressOf(parts: ReadonlyMap<string, string>): string | null {
  const tables = parts.get('TableEndpoint');
  if (parts.has('BlobEndpoint')) return parts.get('BlobEndpoint') ?? null;
  if (tables !== undefined) return blobsBeside(tables);
  const protocol = parts.get('DefaultEndpointsProtocol') ?? 'https';
  return `${protocol}://${parts.get('AccountName')}.blob.${parts.get('EndpointSuffix') ?? 'core.windows.net'}`;
}

/** Azure names the services of an account alike; null for an address of another kind. */
function blobsBeside(tables: string): string | null {
  return /^https?:\/\/[\w-]+\.table\./i.test(tables) ? tables.replace(/\.table\./i, '.blob.') : null;
}

function withToken(address: string | null, getToken: GetToken): BlobAccount | null {
  if (address === null) return null;
  return {
    address: trimmed(address),
    sign: async ({ url, headers }) => ({
      url,
      headers: { ...headers, authorization: `Bearer ${await getToken(SCOPE)}` },
    }),
  };
}

/** A shared access signature stands in the query. */
function withSignature(address: string | null, signature: string): BlobAccount | null {
  if (address === null) return null;
  const sign = ({ url, headers }: BlobRequest): SignedRequest => {
    const signed = new URL(url);
    signed.search = [url.search.slice(1), signature.replace(/^\?/, '')].filter((part) => part !== '').join('&');
    return { url: signed, headers };
  };
  return { address: trimmed(address), sign: async (request) => sign(request) };
}

function withKey(address: string | null, account: string, key: string): BlobAccount | null {
  if (address === null) return null;
  const secret = Buffer.from(key, 'base64');
  const authorize = (request: BlobRequest): string => {
    const signature = createHmac('sha256', secret).update(textToSign(request, account)).digest('base64');
    return `SharedKey ${account}:${signature}`;
  };
  return {
    address: trimmed(address),
    sign: async (request) => ({ url: request.url, headers: { ...request.headers, authorization: authorize(request) } }),
  };
}

/** https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key, "Blob Storage", version 2015-02-21 on. */
function textToSign({ method, url, headers, bodyLength }: BlobRequest, account: string): string {
  const plain = ['content-encoding', 'content-language'].map((name) => headers[name] ?? '');
  const length = bodyLength === 0 ? '' : String(bodyLength);
  const further = ['content-md5', 'content-type', 'date', 'if-modified-since', 'if-match', 'if-none-match'];
  const last = ['if-unmodified-since', 'range'];
  const lines = [method, ...plain, length, ...[...further, ...last].map((name) => headers[name] ?? '')];
  const own = Object.entries(headers).filter(([name]) => name.startsWith('x-ms-'));
  const ownLines = own.map(([name, value]) => `${name}:${value}`).sort();
  const query = [...url.searchParams].map(([name, value]) => `${name.toLowerCase()}:${value}`).sort();
  return [...lines, ...ownLines, [`/${account}${url.pathname}`, ...query].join('\n')].join('\n');
}

function trimmed(address: string): string {
  return address.replace(/\/+$/, '');
}
