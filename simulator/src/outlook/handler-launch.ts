import type { LiveDraft } from './live-draft.ts';
import type { ManifestEvent } from './manifest.ts';
import type { HandlerRun } from './outlook.ts';
import { createSession, faceOf } from './session.ts';
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
export type LiveRun = { -readonly [Key in keyof HandlerRun]: HandlerRun[Key] };

/** Milliseconds that loading a handler's files takes from a warm cache. */
const LOAD = 120;
const SLOW_LOAD = 3_000;
/** How long a runtime lives on after `event.completed`: nobody promises any of it. */
const AFTERLIFE = 2_000;

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
  const run: LiveRun = {
    eventType: event.type,
    functionName: event.functionName,
    startedAt: null,
    completedAt: null,
    completions: 0,
    options: null,
    failure: null,
  };
  world.runs.push(run);
  let runtime: Runtime | null = null;
  const kill = (): void => {
    session.end();
    runtime?.close();
    runtime = null;
  };
  const end = new Promise<LaunchEnd>((resolve) => {
    session.onLaunch = (what, options) => {
      if (what === 'missing') {
        run.failure = `No function is associated with ${event.functionName}.`;
        kill();
        resolve({ kind: 'unavailable' });
        return;
      }
      run.completions += 1;
      if (run.completions > 1) return;
      run.completedAt = world.clock.now();
      run.options = options;
      resolve({ kind: 'completed', options });
      if (world.quirks.plays('ends-when-completed')) kill();
      else world.clock.after(AFTERLIFE, kill);
    };
    const fail = (error: unknown): void => {
      run.failure = error instanceof Error ? error.message : String(error);
      kill();
      resolve({ kind: 'unavailable' });
    };
    open(world, start, session, (error) => {
      run.failure ??= error instanceof Error ? error.message : String(error);
    })
      .then((opened) => {
        if (session.isOver()) return opened.close();
        runtime = opened;
        run.startedAt = world.clock.now();
        const { type: eventType, functionName } = event;
        return session.tell({
          type: 'launch',
          id: `launch-${draft.number}-${eventType}`,
          functionName,
          eventType,
          item: faceOf({ draft }),
        });
      })
      .catch(fail);
  });
  return { run, session, end, kill };
}

async function open(
  world: World,
  { purpose }: LaunchStart,
  session: Session,
  onError: (error: unknown) => void,
): Promise<Runtime> {
  await wait(world.clock, world.quirks.plays('slow-load') ? SLOW_LOAD : LOAD);
  const files = world.manifest?.runtime ?? null;
  const page = purpose === 'function' ? (world.manifest?.functionFile ?? null) : (files?.page ?? null);
  if (page === null) throw new Error('The manifest names no page for it.');
  return world.options.runtimes.open({ page, script: files?.script ?? null, link: session.link, onError });
}
