import type { MailboxStorage } from './outlook.ts';
import type { QuirkBook } from './quirks.ts';
import type { RuntimeStart } from './host-link.ts';

type Bag = Readonly<Record<string, unknown>>;

/** The add-in's roaming settings on the server, as the runtimes of this Outlook see them. */
export interface RoamingSettings {
  /** The copy that a runtime gets when it opens. */
  read(purpose: RuntimeStart['purpose']): Bag;
  /** A runtime saves its copy: all of it. */
  write(purpose: RuntimeStart['purpose'], bag: Bag): void;
}

const ROAMING = 'roamingSettings';

/** `roaming-two-bags`, `roaming-stale` and `roaming-whole-bag` play here. */
export function createRoamingSettings(storage: MailboxStorage, quirks: QuirkBook): RoamingSettings {
  const stored = (): Bag => toBag(storage.get(ROAMING));
  const atStart = stored();
  let handlersOwn: Bag = {};
  const hasOwn = (purpose: RuntimeStart['purpose']): boolean => purpose === 'event' && quirks.plays('roaming-two-bags');
  return {
    read: (purpose) => {
      if (hasOwn(purpose)) return handlersOwn;
      return purpose === 'event' && quirks.plays('roaming-stale') ? atStart : stored();
    },
    write: (purpose, bag) => {
      if (hasOwn(purpose)) handlersOwn = bag;
      else storage.set(ROAMING, quirks.plays('roaming-whole-bag') ? bag : { ...stored(), ...bag });
    },
  };
}

function toBag(value: unknown): Bag {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
