import type { IncomingMessage } from 'node:http';
import { decodePath, encodePath } from './kestrel-path.ts';
import type { FoundFunction } from './find-function.ts';
import type { RpcHttpRequest } from './rpc.ts';

/** Only here: the client's address for a request, so that hits from anywhere can be played. */
const LOCAL_ADDRESS_HEADER = 'x-local-client-ip';

/** Where a request points to, as Azure's web server reads it. */
export interface RequestTarget {
  method: string;
  /** Decoded; null: refused with 400. */
  path: string | null;
  /** With its question mark, as it came; empty where there is none. */
  query: string;
}

/** Reads the first line of a request. */
export function readTarget(request: IncomingMessage): RequestTarget {
  const target = request.url ?? '/';
  // Absolute form: RFC 9112 §3.2.2.
  const rest = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/#.*$/, '');
  const mark = rest.indexOf('?');
  const rawPath = mark < 0 ? rest : rest.slice(0, mark);
  return {
    method: request.method ?? 'GET',
    path: decodePath(rawPath === '' ? '/' : rawPath),
    query: mark < 0 ? '' : rest.slice(mark),
  };
}

/**
 * Reads a whole body, as the host does before it calls the app; null where the request doesn't say its length, which the
 * host takes for no body (azure.md 10). Rejects when the client goes away. 'too-large' beyond the limit.
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Uint8Array | null | 'too-large'> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limitBytes) return 'too-large';
  const pieces: Buffer[] = [];
  for await (const piece of request) if (announced > 0 && Buffer.isBuffer(piece)) pieces.push(piece);
  return announced > 0 ? new Uint8Array(Buffer.concat(pieces)) : null;
}

/** The request as the host hands it to the worker (GrpcMessageConversionExtensions.cs). */
export function shapeRequest(
  request: IncomingMessage,
  target: { path: string; query: string; found: FoundFunction },
  facts: { origin: string; body: Uint8Array | null },
): RpcHttpRequest {
  const { protocol, host: ownHost } = new URL(facts.origin);
  const url = `${protocol}//${request.headers.host ?? ownHost}${encodePath(target.path)}${target.query}`;
  return {
    url,
    method: request.method ?? 'GET',
    nullableHeaders: nullable(headersForApp(request)),
    nullableQuery: nullable(Object.fromEntries(new URLSearchParams(target.query))),
    nullableParams: nullable(target.found.params),
    body: facts.body === null ? null : { bytes: facts.body },
  };
}

/** The headers, with the client's address as App Service's front end writes it, over whatever the client sent. */
function headersForApp(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (!name.startsWith('x-local-')) headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  }
  const played = request.headers[LOCAL_ADDRESS_HEADER];
  headers['client-ip'] = typeof played === 'string' ? played : socketAddress(request);
  return headers;
}

function socketAddress(request: IncomingMessage): string {
  const { remoteAddress = '127.0.0.1', remotePort = 0 } = request.socket;
  return remoteAddress.includes(':') ? `[${remoteAddress}]:${remotePort}` : `${remoteAddress}:${remotePort}`;
}

function nullable(values: Readonly<Record<string, string>>): Record<string, { value: string }> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
}
