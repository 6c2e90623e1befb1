import { launchHandler } from './handler-launch.ts';
import type { Launch } from './handler-launch.ts';
import { createLiveDraft } from './live-draft.ts';
import type { DraftStart, LiveDraft } from './live-draft.ts';
import type { ManifestEvent } from './manifest.ts';
import { restoreScheduled } from './saving.ts';
import type { World } from './world.ts';

/** Opens a draft's window and raises the compose events that the manifest asks for. */
export function openDraft(world: World, start: DraftStart): LiveDraft {
  const draft = createLiveDraft(world, start);
  world.drafts.push(draft);
  if (start.kind === 'reopened') restoreScheduled(world, draft);
  raiseAll(world, draft, start.kind);
  world.changed();
  return draft;
}

/** Opens a draft again whose send was taken back, as a stored draft opens. */
export function openAnew(world: World, draft: LiveDraft): void {
  draft.sessionData = new Map();
  raiseAll(world, draft, 'reopened');
}

function raiseAll(world: World, draft: LiveDraft, kind: LiveDraft['kind']): void {
  for (const event of composeEvents(world, kind)) raise(world, draft, event);
}

/** OnNewMessageCompose isn't raised for a draft that is opened again; OnMessageCompose is (event-based-activation.md). */
function composeEvents(world: World, kind: LiveDraft['kind']): readonly ManifestEvent[] {
  const wanted = kind === 'reopened' ? ['OnMessageCompose'] : ['OnNewMessageCompose', 'OnMessageCompose'];
  const asked = world.client === 'mobile' ? world.manifest?.mobileEvents : world.manifest?.events;
  return (asked ?? []).filter(({ type }) => wanted.includes(type) && world.facts.events.includes(type));
}

function raise(world: World, draft: LiveDraft, event: ManifestEvent): void {
  const { quirks, clock, facts } = world;
  if (quirks.plays('compose-event-missing', draft.number)) return;
  const start = (): Launch => {
    const launch = launchHandler(world, { event, draft, purpose: 'event' });
    clock.after(facts.handlerMinutes * 60_000, () => launch.kill());
    return launch;
  };
  const first = start();
  if (!quirks.plays('compose-event-twice', draft.number)) return;
  clock.after(200, () => {
    first.kill();
    start();
  });
}
