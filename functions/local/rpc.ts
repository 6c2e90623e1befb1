/**
 * The messages between host and worker, as far as HTTP and timers need them: names and shapes of Azure's own protocol
 * (Azure/azure-functions-language-worker-protobuf, FunctionRpc.proto), which `@azure/functions` reads and writes.
 */
export interface RpcHttpRequest {
  url: string;
  method: string;
  nullableHeaders: Readonly<Record<string, { value: string }>>;
  nullableQuery: Readonly<Record<string, { value: string }>>;
  nullableParams: Readonly<Record<string, { value: string }>>;
  /** Null: the request has none, or doesn't say its length. */
  body: { bytes: Uint8Array } | null;
}

/** What a handler answered. */
export interface RpcHttpResponse {
  statusCode?: string;
  headers?: Readonly<Record<string, string>>;
  body?: { bytes?: Uint8Array; string?: string } | null;
}

/** How a function is called: one of these is its trigger. */
export interface RpcBinding {
  type: string;
  direction: string;
  /** HTTP only. Absent: the function's name. */
  route?: string;
  methods?: readonly string[];
}

/** A function as the app registers it. */
export interface FunctionMetadata {
  name: string;
  bindings: Readonly<Record<string, RpcBinding>>;
}

/** What a call brings: the request of an HTTP trigger, or the facts of a timer. */
export type TriggerInput = { http: RpcHttpRequest } | { json: string };

/** From the host to the worker. */
export type HostMessage =
  { type: 'invoke'; id: number; functionName: string; input: TriggerInput } | { type: 'terminate' };

/** From the worker to the host. */
export type WorkerMessage =
  | { type: 'ready'; functions: readonly FunctionMetadata[] }
  | { type: 'answer'; id: number; response: RpcHttpResponse | null }
  | { type: 'failure'; id: number; message: string }
  | { type: 'log'; text: string }
  | { type: 'terminated' };

/** What the worker is started with. */
export interface WorkerStart {
  /** Path of the app's `main.js`. */
  main: string;
  /** The public keys that the local identity provider signs with, in place of Entra's. */
  keys: { keys: readonly object[] };
}
