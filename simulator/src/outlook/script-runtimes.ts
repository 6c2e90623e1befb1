import type { Clock } from './clock.ts';
import { createOffice } from '../office/office.ts';
import { ABSENT_WITHOUT_PAGE, createRuntimeFetch, timerFloor } from './runtime-habits.ts';
import type { RuntimeHost, RuntimeRequest } from './runtime-host.ts';

/** The part of Node's `vm` that is needed; the simulator itself doesn't import Node. */
export interface ScriptEngine {
  createContext(globals: object): object;
  runInContext(code: string, context: object, options: { filename: string }): unknown;
}

/** What the runtimes of a test are made of. */
export interface ScriptRuntimesOptions {
  engine: ScriptEngine;
  clock: Clock;
  /** URL → source. A page's entry is the script that the page loads. A missing entry can't be loaded. */
  files: Readonly<Record<string, string>>;
  /** The network as the add-in sees it. */
  fetch: (input: string, init?: object) => Promise<unknown>;
  /** Globals of a page (`URL`, `crypto`, `TextEncoder` …); runtimes of kind `javascript` don't get them. */
  browserGlobals?: Readonly<Record<string, unknown>>;
}

/** Runs the add-in's built files in `vm` contexts, with nothing but what each kind of runtime has. */
export function createScriptRuntimes(options: ScriptRuntimesOptions): RuntimeHost {
  const { engine, files } = options;
  return {
    open: async (request) => {
      const { link, onError } = request;
      const isPage = link.start.kind === 'browser';
      const isBare = !isPage && link.start.quirks.includes('runtime-without-page');
      const url = isPage ? request.page : (request.script ?? request.page);
      const source = files[url];
      if (source === undefined) throw new Error(`${url} can’t be loaded.`);
      const life = createLife(options, request);
      const globals: Record<string, unknown> = {
        ...createOffice(link, onError),
        ...life.globals,
        console: SILENT,
        ...(isBare ? {} : options.browserGlobals),
      };
      const context = engine.createContext(globals);
      // Both runtimes have `window` and `self`; in the JavaScript-only one there is nothing of a page in them.
      globals['window'] = context;
      globals['self'] = context;
      if (isBare) engine.runInContext(WITHOUT_PAGE, context, { filename: 'runtime' });
      engine.runInContext(source, context, { filename: url });
      return { close: life.end };
    },
  };
}

// V8 itself brings some of them along.
const WITHOUT_PAGE = `for (const name of ${JSON.stringify(ABSENT_WITHOUT_PAGE)}) delete globalThis[name];`;

const SILENT = {
  log: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};

/** Timers and network that stop when the runtime ends. */
function createLife({ clock, fetch }: ScriptRuntimesOptions, { link, onError }: RuntimeRequest) {
  let over = false;
  let last = 0;
  const timers = new Map<number, () => void>();
  const floor = timerFloor(link.start);
  const guard = (run: () => void) => () => {
    if (over) return;
    try {
      run();
    } catch (error) {
      onError(error);
    }
  };
  const setTimer = (run: () => void, milliseconds = 0): number => {
    last += 1;
    const id = last;
    const cancel = clock.after(Math.max(floor, milliseconds), () => {
      timers.delete(id);
      guard(run)();
    });
    timers.set(id, cancel);
    return id;
  };
  const clearTimer = (id: number): void => {
    timers.get(id)?.();
    timers.delete(id);
  };
  return {
    globals: {
      setTimeout: setTimer,
      clearTimeout: clearTimer,
      fetch: createRuntimeFetch(
        link.start,
        aliveOnly(fetch, () => over),
        (milliseconds, run) => clock.after(milliseconds, guard(run)),
      ),
    },
    end: () => {
      over = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}

/** Answers of the network don't reach a runtime that has ended. */
function aliveOnly(fetch: ScriptRuntimesOptions['fetch'], isOver: () => boolean): ScriptRuntimesOptions['fetch'] {
  return (input, init) =>
    new Promise((resolve, reject) => {
      fetch(input, init).then(
        (response) => {
          if (!isOver()) resolve(response);
        },
        (error: unknown) => {
          if (!isOver()) reject(error instanceof Error ? error : new TypeError('Failed to fetch'));
        },
      );
    });
}
