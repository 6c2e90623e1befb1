import type { IncomingMessage, ServerResponse } from 'node:http';
import { findFunction } from './find-function.ts';
import type { RpcHttpResponse } from './rpc.ts';
import { readBody, readTarget, shapeRequest } from './shape-request.ts';
import type { WorkerThread } from './worker-thread.ts';

/** What the host answers with, before it is sent. */
export interface HostAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** Stands for the Functions host: finds the function of a request and calls the app. */
export interface FunctionsHost {
  /** What the app answers; 404 where it has no such route. */
  answer(request: IncomingMessage): Promise<HostAnswer>;
  /** Runs a function that no request triggers, as `POST /admin/functions/{name}` of the real host does. False: there is none. */
  trigger(functionName: string): Promise<boolean>;
}

/** `FUNCTIONS_REQUEST_BODY_SIZE_LIMIT` where it isn't set, in bytes. */
const BODY_LIMIT = 104_857_600;

const EMPTY = new Uint8Array(0);

/** Puts the host before a running app. */
export function createFunctionsHost(
  worker: WorkerThread,
  origin: string,
  onLog: (text: string) => void,
): FunctionsHost {
  return {
    answer: async (request) => {
      const { method, path, query } = readTarget(request);
      if (path === null) return plain(400);
      const found = findFunction(worker.functions, method, path);
      if (found === null) return plain(404);
      const body = await readBody(request, BODY_LIMIT);
      if (body === 'too-large') return plain(413);
      try {
        const http = shapeRequest(request, { path, query, found }, { origin, body });
        return readResponse(await worker.invoke(found.name, { http }));
      } catch (error) {
        onLog(`${found.name} failed: ${error instanceof Error ? error.message : String(error)}`);
        return plain(500);
      }
    },
    trigger: async (functionName) => {
      const isThere = worker.functions.some(({ name }) => name === functionName);
      if (isThere) await worker.invoke(functionName, { json: JSON.stringify(TIMER_FACTS) });
      return isThere;
    },
  };
}

/** What the host tells a timer's function. */
const TIMER_FACTS = { IsPastDue: false, Schedule: { AdjustForDST: true }, ScheduleStatus: null };

/** Sends an answer; a HEAD request gets no body, but the length of the one it would get. */
export function sendAnswer(response: ServerResponse, answer: HostAnswer): void {
  const hasBody = answer.status !== 204 && answer.status !== 304;
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(hasBody ? { 'content-length': String(answer.body.length) } : {}),
  });
  response.end(hasBody ? answer.body : undefined);
}

/** An answer of the host itself. */
export function plain(status: number): HostAnswer {
  return { status, headers: {}, body: EMPTY };
}

function readResponse(response: RpcHttpResponse | null): HostAnswer {
  if (response === null) return plain(204);
  const { body } = response;
  return {
    status: Number(response.statusCode ?? 200),
    headers: response.headers ?? {},
    body: body?.bytes ?? (body?.string === undefined ? EMPTY : new TextEncoder().encode(body.string)),
  };
}
