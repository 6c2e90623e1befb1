import {
  odata,
  RestError,
  TableClient,
  type TableEntity,
  type TableEntityResult,
  type TableServiceClientOptions,
  type TransactionAction,
} from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { allowRepeatedInserts, submitTransaction } from './repeated-inserts.ts';
import { MAX_PAGE_ROWS, StorageForbidden } from './row-store.ts';
import type { CommitResult, Condition, ListRequest, Row, RowStore, RowValue, Write } from './row-store.ts';

/** The name of the one table. */
const TABLE = 'readback';

/** The ledger tries again itself: the SDK's own retries turn "already written" into an error (azure.md §1, §8). */
const CLIENT_OPTIONS: TableServiceClientOptions = { retryOptions: { maxRetries: 0 } };

export interface TableStoreOptions {
  /** Name of the table. */
  table?: string;
  /** Who asks, where `connection` is an address. Default: the app's managed identity. */
  credential?: TokenCredential;
}

/**
 * Opens the table in a storage account; it is made at the first write. Throws when the SDK can't read the connection.
 * @param connection the account's table address (`https://NAME.table.core.windows.net`), or a connection string.
 */
export function createTableStore(connection: string, options: TableStoreOptions = {}): RowStore {
  const client = connect(connection, options);
  allowRepeatedInserts(client);
  return storeOver(client);
}

function connect(
  connection: string,
  { table = TABLE, credential = managedIdentity() }: TableStoreOptions,
): TableClient {
  if (/^https?:/i.test(connection)) return new TableClient(connection, table, credential, CLIENT_OPTIONS);
  // Azurite on this machine has no certificate.
  const allowInsecureConnection = /UseDevelopmentStorage=true|http:\/\//i.test(connection);
  return TableClient.fromConnectionString(connection, table, { ...CLIENT_OPTIONS, allowInsecureConnection });
}

/** The identity SDK is loaded where it is needed: at a cold start it costs as much as everything else together. */
function managedIdentity(): TokenCredential {
  let credential: Promise<TokenCredential> | null = null;
  const load = async (): Promise<TokenCredential> => {
    const { ManagedIdentityCredential } = await import('@azure/identity');
    return new ManagedIdentityCredential();
  };
  return { getToken: async (scopes, options) => await (await (credential ??= load())).getToken(scopes, options) };
}

function storeOver(client: TableClient): RowStore {
  return {
    read: async (partition, key, signal) => {
      try {
        return rowOf(await client.getEntity(partition, key, { abortSignal: signal }));
      } catch (error) {
        if (statusOf(error) === 404) return null;
        throw failureOf(error);
      }
    },

    list: async (partition, request, signal) => {
      const rows: Row[] = [];
      const filter = `${odata`PartitionKey eq ${partition}`} and ${filterOf(request)}`;
      for await (const page of pagesOf(client, { ...request, filter }, signal)) {
        rows.push(...page.rows);
        if (rows.length < request.limit) continue;
        const more = rows.length > request.limit || page.token !== undefined;
        return { rows: rows.slice(0, request.limit), more };
      }
      return { rows, more: false };
    },

    scan: async (request, token, signal) => {
      const asked = { ...request, filter: filterOf(request), token: token ?? undefined };
      for await (const { rows, token: next = null } of pagesOf(client, asked, signal)) return { rows, next };
      return { rows: [], next: null };
    },

    commit: async (partition, writes, signal) => {
      const result = await submit(client, { partition, writes, signal });
      if (result !== 'no-table') return result;
      await createTable(client, signal);
      const second = await submit(client, { partition, writes, signal });
      if (second === 'no-table') throw new Error(`Table ${client.tableName} vanished while it was written`);
      return second;
    },

    remove: async (partition, key, { etag, signal }) => {
      try {
        await client.deleteEntity(partition, key, { etag, abortSignal: signal });
        return true;
      } catch (error) {
        const status = statusOf(error);
        if (status === 404) return true;
        if (status === 412) return false;
        throw failureOf(error);
      }
    },
  };
}

interface Submission {
  partition: string;
  writes: readonly Write[];
  signal: AbortSignal;
}

async function submit(
  client: TableClient,
  { partition, writes, signal }: Submission,
): Promise<CommitResult | 'no-table'> {
  try {
    const actions = writes.map((write) => actionOf(partition, write));
    const { subResponses } = await submitTransaction(client, actions, signal);
    // Answers to updates name no row: only their order tells which is which.
    return { outcome: 'committed', etags: writes.map((_, index) => subResponses[index]?.etag ?? null) };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** What a failed transaction means; throws when it may have been written all the same, or nobody may write. */
function outcomeOf(error: unknown): CommitResult | 'no-table' {
  if (!(error instanceof RestError)) throw error;
  const { statusCode: status, code = '' } = error;
  if (code === 'TableNotFound') return 'no-table';
  if (code === 'TableBeingDeleted') throw error;
  if (status === 404 || status === 409 || status === 412) return { outcome: 'conflict', index: failedIndex(error) };
  if (status === 400 || status === 413) return { outcome: 'refused', reason: code === '' ? String(status) : code };
  throw failureOf(error);
}

/** What a failed request rejects with. */
function failureOf(error: unknown): unknown {
  const status = statusOf(error);
  if (!(error instanceof RestError) || (status !== 401 && status !== 403)) return error;
  // The SDK reads a code out of JSON alone, and storage refuses in XML.
  const code = error.code ?? error.response?.headers.get('x-ms-error-code') ?? String(status);
  return new StorageForbidden(code, error);
}

/** The service names the failed write only at the head of its message: `3:The specified entity already exists.` */
function failedIndex(error: RestError): number | null {
  const found = /^(\d{1,3}):/.exec(error.message);
  return found === null ? null : Number(found[1]);
}

function actionOf(partitionKey: string, write: Write): TransactionAction {
  if (write.kind === 'delete') return ['delete', { partitionKey, rowKey: write.key }];
  const entity: TableEntity = { partitionKey, rowKey: write.key, ...write.values };
  if (write.kind === 'insert') return ['create', entity];
  if (write.kind === 'merge') return ['upsert', entity, 'Merge'];
  // The ETag counts as the fourth element alone; in the entity it would be ignored, and the row overwritten.
  return ['update', entity, 'Replace', { etag: write.etag }];
}

async function createTable(client: TableClient, signal: AbortSignal): Promise<void> {
  try {
    await client.createTable({ abortSignal: signal });
  } catch (error) {
    if (statusOf(error) !== 409) throw failureOf(error);
  }
}

type PageRequest = ListRequest & { filter: string; token?: string | undefined };

interface PageOfRows {
  rows: readonly Row[];
  token: string | undefined;
}

async function* pagesOf(
  client: TableClient,
  request: PageRequest,
  abortSignal: AbortSignal,
): AsyncIterable<PageOfRows> {
  const { filter, limit, select, token } = request;
  const queryOptions = { filter, ...(select === undefined ? {} : { select: ['PartitionKey', 'RowKey', ...select] }) };
  const settings = {
    maxPageSize: Math.min(limit, MAX_PAGE_ROWS),
    ...(token === undefined ? {} : { continuationToken: token }),
  };
  try {
    for await (const page of client.listEntities({ queryOptions, abortSignal }).byPage(settings)) {
      yield { rows: page.map(rowOf), token: page.continuationToken };
    }
  } catch (error) {
    // A query finds no rows or no table: the table is made at the first write.
    if (statusOf(error) !== 404) throw failureOf(error);
  }
}

function filterOf({ range, where }: ListRequest): string {
  const keys = odata`RowKey gt ${range.after} and RowKey lt ${range.before}`;
  if (where === undefined) return keys;
  const alternatives = where.map((all) => `(${all.map(conditionOf).join(' and ')})`);
  return `${keys} and (${alternatives.join(' or ')})`;
}

function conditionOf({ name, is, value }: Condition): string {
  return `${name} ${is === 'equal' ? odata`eq ${value}` : odata`lt ${value}`}`;
}

/** Properties of kinds that the ledger never writes are left out, and what the protocol adds. */
function rowOf(entity: TableEntityResult<Record<string, unknown>>): Row {
  const { partitionKey, rowKey, etag, timestamp: _, ...rest } = entity;
  const values: Record<string, RowValue> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (name.startsWith('odata.')) continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values[name] = value;
  }
  return { partition: partitionKey ?? '', key: rowKey ?? '', etag, values };
}

function statusOf(error: unknown): number | null {
  return error instanceof RestError ? (error.statusCode ?? null) : null;
}
