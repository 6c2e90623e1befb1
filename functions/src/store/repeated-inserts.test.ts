import { AzureNamedKeyCredential, TableClient, type TransactionAction } from '@azure/data-tables';
import fc from 'fast-check';
import { allowRepeatedInserts, submitTransaction } from './repeated-inserts.ts';

/** A client that notes what it would send, and gets an answer for each action. */
function createClient(): { client: TableClient; sent: string[]; signals: ({ aborted: boolean } | undefined)[] } {
  const sent: string[] = [];
  const signals: ({ aborted: boolean } | undefined)[] = [];
  const credential = new AzureNamedKeyCredential('account', Buffer.from('key').toString('base64'));
  const client = new TableClient('https://account.table.core.windows.net', 'readback', credential, {
    retryOptions: { maxRetries: 0 },
    httpClient: {
      sendRequest: async (request) => {
        const body = typeof request.body === 'string' ? request.body : '';
        sent.push(withoutIds(body));
        signals.push(request.abortSignal);
        const answer = '--changesetresponse_1\r\n\r\nHTTP/1.1 204 No Content\r\nETag: W/"1"\r\n\r\n';
        const count = body.split(' HTTP/1.1\r\n').length - 1;
        const bodyAsText = `${answer.repeat(count)}--changesetresponse_1--`;
        return { request, status: 202, headers: request.headers, bodyAsText };
      },
    },
  });
  allowRepeatedInserts(client);
  return { client, sent, signals };
}

/** Transactions are told apart by ids that are drawn anew for each. */
function withoutIds(body: string): string {
  return body.replaceAll(/(batch|changeset)_[\da-f-]{36}/g, '$1');
}

const signal = new AbortController().signal;

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\r\n{"a":1}', '\r\n--changeset_1\r\n', '$&$1'));

const entity = fc.record({
  partitionKey: fc.constant('0123456789abcdef'),
  rowKey: text,
  facts: text,
  n: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  own: fc.boolean(),
});

const action: fc.Arbitrary<TransactionAction> = fc.oneof(
  { weight: 5, arbitrary: entity.map((row): TransactionAction => ['create', row]) },
  entity.map((row): TransactionAction => ['upsert', row, 'Merge']),
  entity.map((row): TransactionAction => ['update', row, 'Replace', { etag: 'W/"2"' }]),
  entity.map((row): TransactionAction => ['delete', row]),
);

function inserts(count: number): TransactionAction[] {
  return Array.from({ length: count }, (_, index) => ['create', { partitionKey: 'p', rowKey: `${count}-${index}` }]);
}

describe('submitTransaction', () => {
  it('sends what the SDK would, byte for byte, and as many answers come back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (actions) => {
        const { client, sent } = createClient();
        await client.submitTransaction(actions);
        const { subResponses } = await submitTransaction(client, actions, signal);
        expect(sent[1]).toBe(sent[0]);
        expect(subResponses).toHaveLength(actions.length);
      }),
    );
  });

  it('keeps transactions apart that share a signal', async () => {
    const { client, sent } = createClient();
    await Promise.all([2, 3, 4].map((count) => submitTransaction(client, inserts(count), signal)));
    expect(sent.map((body) => body.match(/"RowKey":"[^"]+"/g))).toEqual(
      [2, 3, 4].map((count) => inserts(count).map(([, { rowKey }]) => `"RowKey":"${rowKey}"`)),
    );
  });

  it('lets the request be given up by the signal', async () => {
    const { client, signals } = createClient();
    const controller = new AbortController();
    await submitTransaction(client, inserts(1), controller.signal);
    await submitTransaction(client, inserts(3), controller.signal);
    expect(signals.map((seen) => seen?.aborted)).toEqual([false, false]);
    controller.abort();
    expect(signals.map((seen) => seen?.aborted)).toEqual([true, true]);
  });
});
