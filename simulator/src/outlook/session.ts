import { CLIENTS } from './client-profile.ts';
import type { RuntimeKind } from './client-profile.ts';
import { performCall } from './host-calls.ts';
import type { HostEvent, HostLink, Outcome, RuntimeStart } from './host-link.ts';
import { HOST_ERRORS } from './host-errors.ts';
import { faceOf, numberOf } from './target.ts';
import type { Target } from './target.ts';
import type { World } from './world.ts';

/** One runtime as Outlook holds it. */
export interface Session {
  readonly link: HostLink;
  readonly purpose: RuntimeStart['purpose'];
  target: Target;
  /** The event that this runtime handles; empty for panes and commands. */
  readonly eventType: string;
  tell(event: HostEvent): void;
  /** From here on nothing is answered and nothing is told. */
  end(): void;
  isOver(): boolean;
  /** Hears `event.completed`, and that the function isn't associated. */
  onLaunch: ((what: 'completed' | 'missing', options: Readonly<Record<string, unknown>>) => void) | null;
  /** Hears that the session has ended. */
  onEnd: (() => void) | null;
  /** Hears that the pane wants to close. */
  onClose: (() => void) | null;
}

/** What kind of runtime is to open. */
export interface SessionStart {
  purpose: RuntimeStart['purpose'];
  kind: RuntimeKind;
  eventType?: string;
  target: Target;
}

/** Milliseconds from a call of Office.js to its answer. */
const LATENCY_MS = 4;

export function createSession(world: World, { purpose, kind, eventType = '', target }: SessionStart): Session {
  let over = false;
  let listener: ((event: HostEvent) => void) | null = null;
  const waiting: HostEvent[] = [];
  const session: Session = {
    link: {
      start: describeStart(world, purpose, kind, target),
      call: (member, args, itemNumber) => call(member, args, itemNumber),
      listen: (heard) => {
        listener = heard;
        for (const event of waiting.splice(0)) heard(event);
      },
    },
    purpose,
    eventType,
    target,
    tell: (event) => {
      if (over) return;
      if (listener === null) waiting.push(event);
      else listener(event);
    },
    end: () => {
      if (over) return;
      over = true;
      world.sessions.delete(session);
      session.onEnd?.();
    },
    isOver: () => over,
    onLaunch: null,
    onEnd: null,
    onClose: null,
  };
  const call = (member: string, args: readonly unknown[], itemNumber: number): Promise<Outcome> =>
    new Promise((resolve) => {
      if (over) return;
      world.clock.after(LATENCY_MS, () => {
        if (over) return;
        performCall({ world, session, member, args, itemNumber }).then(
          (outcome) => {
            if (!over && world.options.faults?.[member] !== 'silent') resolve(outcome);
          },
          () => resolve({ ok: false, error: HOST_ERRORS.internal }),
        );
      });
    });
  world.sessions.add(session);
  return session;
}

function describeStart(
  world: World,
  purpose: RuntimeStart['purpose'],
  kind: RuntimeKind,
  target: Target,
): RuntimeStart {
  const { profile, client, quirks, manifest } = world;
  const facts = CLIENTS[client];
  return {
    client,
    kind,
    purpose,
    hostName: client === 'web' && world.options.newWindows === true ? 'newOutlookWindows' : facts.hostName,
    platform: facts.platform,
    version: facts.version,
    sets: facts.sets,
    language: profile.language,
    // Never in handlers, and not on phones (outlook-platform §9).
    theme: purpose === 'event' || client === 'mobile' ? null : profile.theme,
    user: {
      displayName: profile.user.name,
      emailAddress: profile.user.address,
      timeZone: profile.timeZone,
      accountType: profile.accountType,
    },
    roamingSettings: world.roaming.read(purpose),
    permission: manifest?.permission ?? 'Restricted',
    readyRuns: !(kind === 'javascript' && quirks.plays('ready-never-runs')),
    quirks: quirks.active.filter(({ id }) => quirks.plays(id, numberOf(target))).map(({ id }) => id),
    faults: world.options.faults ?? {},
    item: faceOf(target),
  };
}
