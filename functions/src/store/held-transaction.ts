import type { TableClient, TableTransactionResponse, TransactionAction } from '@azure/data-tables';
import { randomUUID } from 'node:crypto';

/** A transaction that the SDK writes out and that waits to be sent. One that is never sent costs nothing further. */
export interface HeldTransaction {
  /** Sends it, once. An action's ETag is looked up by what stood for it. */
  send(etagOf: (index: number) => string, signal: AbortSignal): Promise<TableTransactionResponse>;
}

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

/** Turns a held request's text into the one to send, as soon as that is known. */
type Completion = Promise<(body: string) => string>;

/** By the requests' signals: the SDK hands nothing else on to a policy. */
const completions = new WeakMap<object, Completion>();

/** Keeps held requests back, ahead of all policies that go by the time: signatures and tokens. */
const holdPolicy: Policy = {
  name: 'readbackHoldPolicy',
  sendRequest: async (request, next) => {
    const completion = request.abortSignal === undefined ? undefined : completions.get(request.abortSignal);
    if (completion !== undefined) {
      const complete = await completion;
      if (typeof request.body !== 'string') throw new TypeError('The SDK wrote a transaction that is no text');
      request.body = complete(request.body);
    }
    return await next(request);
  },
};

/** Prepares a client for `holdTransaction`. */
export function allowHolding(client: TableClient): void {
  client.pipeline.addPolicy(holdPolicy, { phase: 'Serialize' });
}

/**
 * Lets the SDK write a transaction out while the one before it is still on its way: for a hundred rows that takes 8 ms.
 * @param actionsOf the actions, with what stands for the ETag of the one at an index until that is known.
 */
export function holdTransaction(
  client: TableClient,
  actionsOf: (etagToCome: (index: number) => string) => TransactionAction[],
): HeldTransaction {
  // Texts from outside stand in the same request: nobody else can know this one.
  const mark = randomUUID();
  const controller = new AbortController();
  let release: (complete: (body: string) => string) => void = () => undefined;
  completions.set(controller.signal, new Promise((resolve) => (release = resolve)));
  const response = client.submitTransaction(
    actionsOf((index) => `${mark}-${index}-`),
    { abortSignal: controller.signal },
  );
  // Whoever never sends it needn't hear that the SDK couldn't write it out.
  response.catch(() => undefined);
  return {
    send: (etagOf, signal) => {
      if (signal.aborted) controller.abort();
      signal.addEventListener('abort', () => controller.abort());
      release((body) => body.replaceAll(new RegExp(`${mark}-(\\d+)-`, 'g'), (_, index) => etagOf(Number(index))));
      return response;
    },
  };
}
