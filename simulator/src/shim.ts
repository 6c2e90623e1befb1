import type { RuntimeStart } from './outlook/host-link.ts';
import { connectLink } from './outlook/link-messages.ts';
import type { Channel } from './outlook/link-messages.ts';
import { createOffice } from './office/office.ts';
import { ABSENT_WITHOUT_PAGE, createRuntimeFetch, timerFloor } from './outlook/runtime-habits.ts';

/**
 * What stands in for Microsoft's office.js: the same globals, played by the page that embeds this frame or started this
 * worker. What Office.js knows from the beginning comes in the name of the frame or worker, since that is there at once.
 */
interface RuntimeName {
  start: RuntimeStart;
  /** What a worker has to run; null in frames, whose page names its scripts itself. */
  script: string | null;
}

/** The part of a worker's globals that is used; the project compiles for pages. */
interface WorkerScope {
  name: string;
  postMessage(message: unknown): void;
  addEventListener(type: 'message', hear: (event: MessageEvent) => void): void;
  importScripts?: (url: string) => void;
}

type Scope = typeof globalThis & Partial<WorkerScope>;

const scope: Scope = globalThis;
const isWorker = typeof scope.importScripts === 'function';

// The name was written by the simulator's own page; another page's frames have other names.
function isRuntimeName(value: unknown): value is RuntimeName {
  return typeof value === 'object' && value !== null && 'start' in value && 'script' in value;
}

function readName(name: string): RuntimeName | null {
  try {
    const value: unknown = JSON.parse(name);
    return isRuntimeName(value) ? value : null;
  } catch {
    return null;
  }
}

function openChannel(): Channel {
  if (isWorker) {
    const post = scope.postMessage.bind(scope);
    return {
      send: (message) => post(message),
      listen: (hear) => addEventListener('message', ({ data }) => hear(data)),
    };
  }
  const { parent } = window;
  return {
    send: (message) => parent.postMessage(message, window.location.origin),
    listen: (hear) =>
      addEventListener('message', ({ data, source }) => {
        if (source === parent) hear(data);
      }),
  };
}

function begin({ start, script }: RuntimeName): void {
  const channel = openChannel();
  const onError = (error: unknown): void => {
    const message = error instanceof Error ? error.message : 'Something was thrown that is no error.';
    channel.send({ kind: 'thrown', message });
  };
  const setTimer = scope.setTimeout.bind(scope);
  const fetch = scope.fetch.bind(scope);
  addEventListener('error', ({ error }: ErrorEvent) => onError(error));
  addEventListener('unhandledrejection', ({ reason }) => onError(reason));
  Object.assign(scope, createOffice(connectLink(channel, start), onError), {
    fetch: createRuntimeFetch(start, fetch, (milliseconds, run) => setTimer(run, milliseconds)),
    setTimeout: (run: TimerHandler, milliseconds = 0, ...args: unknown[]) =>
      setTimer(run, Math.max(timerFloor(start), milliseconds), ...args),
  });
  if (isWorker) runScript(script);
  else addEventListener('load', () => channel.send({ kind: 'loaded' }));
  if (isWorker) channel.send({ kind: 'loaded' });
}

/** A worker becomes the JavaScript-only runtime: what that lacks goes, and then its one file runs. */
function runScript(script: string | null): void {
  const load = scope.importScripts?.bind(scope);
  for (const name of [...ABSENT_WITHOUT_PAGE, 'importScripts']) {
    Object.defineProperty(scope, name, { value: undefined, configurable: true, writable: true });
  }
  Object.assign(scope, { window: scope });
  if (script !== null) load?.(script);
}

const runtime = readName(isWorker ? (scope.name ?? '') : window.name);
if (runtime === null) standAlone();
else begin(runtime);

/** The page stands by itself in a browser tab: as where the real Office.js finds no host. */
function standAlone(): void {
  const nowhere = { host: null, platform: null };
  const Office = { onReady: () => Promise.resolve(nowhere), context: {}, actions: { associate: () => undefined } };
  Object.assign(scope, { Office });
}
