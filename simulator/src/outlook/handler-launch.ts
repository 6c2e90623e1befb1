import type { LiveDraft } from './live-draft.ts';
import type { ManifestEvent } from './manifest.ts';
import type { HandlerRun } from './outlook.ts';
import { createSession } from './session.ts';
import { faceOf } from './target.ts';
import type { Session } from './session.ts';
import type { Runtime } from './runtime-host.ts';
import { wait } from './world.ts';
import type { World } from './world.ts';

/** A handler that was started. */
export interface Launch {
  readonly run: LiveRun;
  readonly session: Session;
  /** Settles with the first `event.completed`, or when it is known that there will be none. Never rejects. */
  readonly end: Promise<LaunchEnd>;
  /** Ends the runtime, whatever it is doing. */
  kill(): void;
}

/** `unavailable`: the files couldn't be loaded, or the function isn't associated. */
export type LaunchEnd = { kind: 'completed'; options: Readonly<Record<string, unknown>> } | { kind: 'unavailable' };

/** A run while it is written. */
type LiveRun = { -readonly [Key in keyof HandlerRun]: HandlerRun[Key] };

/** How long loading a handler's files takes from a warm cache, and where Outlook is slow. */
const LOAD_MS = 120;
const SLOW_LOAD_MS = 3_000;
/** How long a runtime lives on after `event.completed`: nobody promises any of it. */
const AFTERLIFE_MS = 2_000;

/** What is to run. */
export interface LaunchStart {
  event: ManifestEvent;
  draft: LiveDraft;
  purpose: 'event' | 'function';
}

/** Opens a runtime, loads the add-in's file and calls the function that the manifest names. */
export function launchHandler(world: World, start: LaunchStart): Launch {
  const { event, draft, purpose } = start;
  const kind = purpose === 'event' ? world.facts.handlerRuntime : 'browser';
  const session = createSession(world, { purpose, kind, eventType: event.type, target: { draft } });
  const run = createRun(event);
  world.runs.push(run);
  const place: Place = { runtime: null };
  session.onEnd = () => place.runtime?.close();
  const kill = (): void => session.end();
  const fail = (reason: string): LaunchEnd => {
    run.failure = reason;
    kill();
    world.changed();
    return { kind: 'unavailable' };
  };
  const end = new Promise<LaunchEnd>((resolve) => {
    session.onLaunch = (what, options) => {
      if (what === 'missing') resolve(fail(`No function is associated with ${event.functionName}.`));
      else if (isFirst(run, world, options)) {
        resolve({ kind: 'completed', options });
        if (world.quirks.plays('ends-when-completed')) kill();
        else world.clock.after(AFTERLIFE_MS, kill);
      }
      world.changed();
    };
    begin(world, start, { session, run, place }).catch((error: unknown) => resolve(fail(sayError(error))));
  });
  return { run, session, end, kill };
}

interface Place {
  runtime: Runtime | null;
}

function createRun({ type: eventType, functionName }: ManifestEvent): LiveRun {
  return { eventType, functionName, startedAt: null, completedAt: null, completions: 0, options: null, failure: null };
}

function isFirst(run: LiveRun, world: World, options: Readonly<Record<string, unknown>>): boolean {
  run.completions += 1;
  if (run.completions > 1) return false;
  run.completedAt = world.clock.now();
  run.options = options;
  return true;
}

async function begin(
  world: World,
  { event, draft, purpose }: LaunchStart,
  { session, run, place }: { session: Session; run: LiveRun; place: Place },
): Promise<void> {
  await wait(world.clock, world.quirks.plays('slow-load') ? SLOW_LOAD_MS : LOAD_MS);
  const onError = (error: unknown): void => {
    run.failure ??= sayError(error);
  };
  const opened = await world.options.runtimes.open({
    ...filesOf(world, purpose),
    link: session.link,
    onError,
  });
  if (session.isOver()) {
    opened.close();
    return;
  }
  place.runtime = opened;
  run.startedAt = world.clock.now();
  const { type: eventType, functionName } = event;
  const id = `launch-${draft.number}-${eventType}`;
  session.tell({ type: 'launch', id, functionName, eventType, item: faceOf({ draft }) });
}

function filesOf({ manifest }: World, purpose: LaunchStart['purpose']): { page: string; script: string | null } {
  const page = purpose === 'function' ? manifest?.functionFile : manifest?.runtime?.page;
  if (page === null || page === undefined) throw new Error('The manifest names no page for it.');
  return { page, script: manifest?.runtime?.script ?? null };
}

// Not `instanceof`: errors of a runtime come from another realm.
function sayError(error: unknown): string {
  const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : undefined;
  return typeof message === 'string' ? message : 'Something was thrown that is no error.';
}
