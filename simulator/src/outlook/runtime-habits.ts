import type { RuntimeStart } from './host-link.ts';

/** Runs `run` after so many milliseconds; the answer cancels it. */
type After = (milliseconds: number, run: () => void) => unknown;

/** Shortest timer of a hidden page of new Outlook (office-js#4826). */
const TIMER_FLOOR_MS = 900;
/** How long a request that never reaches the network takes to fail (office-js#4889). */
const FAILING_REQUEST_MS = 6_000;

/** Milliseconds that a timer takes at least in this runtime. */
export function timerFloor({ purpose, quirks }: RuntimeStart): number {
  return purpose === 'event' && quirks.includes('timers-late') ? TIMER_FLOOR_MS : 0;
}

/**
 * `fetch` as this runtime has it: the JavaScript-only one takes absolute addresses only (event-based-activation.md), and in
 * some Outlooks a handler's request fails late without having reached the network.
 */
export function createRuntimeFetch<Answer>(
  { kind, purpose, quirks }: RuntimeStart,
  fetch: (input: string, init?: object) => Promise<Answer>,
  after: After,
): (input: unknown, init?: object) => Promise<Answer> {
  return (input, init) => {
    const url = String(input);
    if (kind === 'javascript' && !/^https?:\/\//i.test(url)) return Promise.reject(new TypeError('Failed to fetch'));
    if (purpose !== 'event' || !quirks.includes('network-fails-late')) return fetch(url, init);
    return new Promise((_, reject) => {
      after(FAILING_REQUEST_MS, () => reject(new TypeError('Failed to fetch')));
    });
  };
}

/**
 * Globals that the JavaScript-only runtime of classic Outlook lacks (docs/testing/runtimes.md; office-js#3783, #4450, #5869;
 * those that nobody documents count as absent).
 */
export const ABSENT_WITHOUT_PAGE: readonly string[] = [
  'document',
  'location',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'URL',
  'URLSearchParams',
  'DOMParser',
  'crypto',
  'Crypto',
  'atob',
  'btoa',
  'TextEncoder',
  'TextDecoder',
  'Intl',
  'WebAssembly',
  'Blob',
  'FileReader',
  'structuredClone',
];
