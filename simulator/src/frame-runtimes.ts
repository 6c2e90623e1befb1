import type { HostLink } from './outlook/host-link.ts';
import { serveLink } from './outlook/link-messages.ts';
import type { Channel } from './outlook/link-messages.ts';
import type { Runtime, RuntimeHost } from './outlook/runtime-host.ts';

/** Where the add-in's files are, as this page reaches them. */
export interface FrameRuntimesOptions {
  /** Address of the built shim, `…/office.js`: it is also the worker's script. */
  shim: string;
  /** The address under which a file of the manifest is served here; pages with the shim in place of Microsoft's office.js. */
  locate: (url: string) => string;
  /** The hidden frames go into this element. */
  container: HTMLElement;
  /** After this long a page that doesn't report counts as not loaded. Default: 15 s. */
  loadLimitMs?: number;
}

const LOAD_LIMIT_MS = 15_000;

/** Runs the add-in's files in hidden frames, and in workers where the client has no page for them. */
export function createFrameRuntimes(options: FrameRuntimesOptions): RuntimeHost {
  return {
    open: ({ page, script, link, onError }) =>
      link.start.kind === 'javascript'
        ? openWorker(options, link, { script: options.locate(script ?? page), onError })
        : openFrame(options, link, { page: options.locate(page), onError }),
  };
}

/**
 * Connects a frame with its link. To be called before the frame gets its `src`. `onLoaded` is called when all of the page has run.
 */
export function connectFrame(
  frame: HTMLIFrameElement,
  link: HostLink,
  listener: { onLoaded?: () => void; onError: (error: Error) => void },
): () => void {
  frame.name = JSON.stringify({ start: link.start, script: null });
  const hearing = new AbortController();
  const channel: Channel = {
    send: (message) => frame.contentWindow?.postMessage(message, window.location.origin),
    listen: (hear) =>
      window.addEventListener(
        'message',
        ({ data, source }) => {
          if (source !== null && source === frame.contentWindow) hear(data);
        },
        { signal: hearing.signal },
      ),
  };
  serveLink(link, channel, { onLoaded: () => listener.onLoaded?.(), onError: listener.onError });
  return () => hearing.abort();
}

function openFrame(
  { container, loadLimitMs = LOAD_LIMIT_MS }: FrameRuntimesOptions,
  link: HostLink,
  { page, onError }: { page: string; onError: (error: unknown) => void },
): Promise<Runtime> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  return new Promise((resolve, reject) => {
    let hasLoaded = false;
    const onLoaded = (): void => {
      hasLoaded = true;
      resolve({ close });
    };
    const close = (): void => {
      disconnect();
      frame.remove();
    };
    const disconnect = connectFrame(frame, link, { onLoaded, onError });
    setTimeout(() => {
      if (hasLoaded) return;
      close();
      reject(new Error(`${page} can’t be loaded.`));
    }, loadLimitMs);
    frame.src = page;
    container.append(frame);
  });
}

function openWorker(
  { shim }: FrameRuntimesOptions,
  link: HostLink,
  { script, onError }: { script: string; onError: (error: unknown) => void },
): Promise<Runtime> {
  const name = JSON.stringify({ start: link.start, script: new URL(script, window.location.href).href });
  const worker = new Worker(shim, { name });
  return new Promise((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    const channel: Channel = {
      send: (message) => worker.postMessage(message),
      listen: (hear) => worker.addEventListener('message', ({ data }) => hear(data)),
    };
    serveLink(link, channel, { onLoaded: () => resolve({ close: () => worker.terminate() }), onError });
  });
}
