import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FolderName, Mail } from '../outlook/mail.ts';
import type { Draft } from '../outlook/outlook.ts';
import type { Choices } from '../page/choices.ts';
import type { OpenOutlook } from './open-outlook.ts';

/** What stands in the reading area. */
export type Shown = { kind: 'nothing' } | { kind: 'mail'; id: string } | { kind: 'draft'; number: number };

/** What the person sees of the window. */
export interface Sight {
  folder: FolderName;
  shown: Shown;
  /** Whether the add-in's pane stands beside mails that are read, and whether it follows the selection. */
  readPane: boolean;
  pinned: boolean;
  /** Drafts with the pane beside them. */
  composePanes: readonly number[];
  /** What just happened; null: nothing worth telling. */
  toast: 'sent' | 'held' | 'takenBack' | 'carrierFailed' | 'pictureTooLarge' | null;
}

export type Step =
  | { type: 'folder'; folder: FolderName }
  | { type: 'show'; shown: Shown }
  | { type: 'toggle-pane' }
  | { type: 'close-pane' }
  | { type: 'pin' }
  /** The draft with this number has left. */
  | { type: 'sent'; number: number }
  | { type: 'toast'; toast: Sight['toast'] };

export const FIRST_SIGHT: Sight = {
  folder: 'inbox',
  shown: { kind: 'nothing' },
  readPane: false,
  pinned: true,
  composePanes: [],
  toast: null,
};

/** Goes one step. */
export function walk(sight: Sight, step: Step): Sight {
  switch (step.type) {
    case 'folder':
      return leave(sight, { ...sight, folder: step.folder, shown: { kind: 'nothing' } });
    case 'show':
      return leave(sight, { ...sight, shown: step.shown });
    case 'toggle-pane':
      return setPane(sight, !hasPane(sight));
    case 'close-pane':
      return setPane(sight, false);
    case 'pin':
      return { ...sight, pinned: !sight.pinned };
    case 'sent': {
      const isShown = sight.shown.kind === 'draft' && sight.shown.number === step.number;
      return { ...sight, toast: 'sent', ...(isShown ? { shown: { kind: 'nothing' } } : {}) };
    }
    case 'toast':
      return { ...sight, toast: step.toast };
  }
}

/** Whether the pane stands beside what is shown. */
export function hasPane({ shown, readPane, composePanes }: Sight): boolean {
  return shown.kind === 'draft' ? composePanes.includes(shown.number) : readPane;
}

/** A pane that isn't pinned belongs to the mail that it was opened beside. */
function leave(before: Sight, after: Sight): Sight {
  return before.pinned || before.shown.kind === 'draft' ? after : { ...after, readPane: false };
}

function setPane(sight: Sight, isOpen: boolean): Sight {
  const { shown } = sight;
  if (shown.kind !== 'draft') return { ...sight, readPane: isOpen };
  const others = sight.composePanes.filter((number) => number !== shown.number);
  return { ...sight, composePanes: isOpen ? [...others, shown.number] : others };
}

/** What every part of the window works with. */
export interface Desk extends OpenOutlook {
  choices: Choices;
  sight: Sight;
  go: (step: Step) => void;
}

const Context = createContext<Desk | null>(null);

export const DeskProvider = Context.Provider;

/** Draws again whenever something in Outlook changes. Throws outside of DeskProvider. */
export function useDesk(): Desk {
  const desk = useContext(Context);
  if (desk === null) throw new Error('A part of the window was rendered outside of it.');
  useSyncExternalStore(desk.watch, desk.version);
  return desk;
}

/** The draft in the reading area; null where there is none. */
export function shownDraft({ outlook, sight: { shown } }: Pick<Desk, 'outlook' | 'sight'>): Draft | null {
  if (shown.kind !== 'draft') return null;
  const draft = outlook.drafts.find(({ number }) => number === shown.number);
  return draft !== undefined && isOpen(draft) ? draft : null;
}

/** The mail in the reading area; null where there is none. */
export function shownMail({ outlook, sight: { shown } }: Pick<Desk, 'outlook' | 'sight'>): Mail | null {
  return shown.kind === 'mail' ? outlook.find(shown.id) : null;
}

/** Whether it has a window: while it waits for its undo time it has none. */
export function isOpen({ state }: Draft): boolean {
  return state === 'open' || state === 'sending';
}
