import { linkMark } from '@readback/core';
import type { DraftState, MailboxAccess } from '@readback/core';
import { findDraft, openDraft, settleDraft } from '../../host/compose-draft.ts';
import type { ComposeDesk } from '../../host/compose-draft.ts';
import { readMailFacts } from '../../host/draft-facts.ts';
import { valueOr } from '../../host/outcome.ts';
import { viewDraft } from './draft-view.ts';
import type { DraftView } from './draft-view.ts';

/** What the sender changes about one mail. */
export type DraftChange = { what: 'opens' | 'links'; on: boolean } | { what: 'link'; destination: string; on: boolean };

/** The switches of one draft. */
export interface DraftSwitches {
  /** What will happen on Send, as the draft stands. */
  read(): Promise<DraftView>;
  /** Makes a change and answers with what will happen then. Rejects with SwitchNotSaved. */
  change(change: DraftChange): Promise<DraftView>;
}

/** Outlook didn't keep a switch: what was there before still holds. */
export class SwitchNotSaved extends Error {
  constructor() {
    super("Outlook didn't keep the switch");
    this.name = 'SwitchNotSaved';
  }
}

/**
 * Opens the switches of the mail that is being written. One thing at a time: each change reads the state, changes it and
 * writes it back, so two at once would lose one.
 */
export function openDraftSwitches(desk: ComposeDesk, access: MailboxAccess): DraftSwitches {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };

  const read = async (state: DraftState): Promise<DraftView> => {
    const { item, mailbox } = desk;
    const [facts, composeType, body] = await Promise.all([
      readMailFacts(item, mailbox, access.settings),
      item.readComposeType(),
      item.readBody(),
    ]);
    const reading = {
      facts: { ...facts, client: mailbox.client() },
      // An unknown type counts as a reply, as in the send handler.
      reply: valueOr(composeType, 'reply') !== 'new',
      html: facts.format === 'html' ? valueOr(body, null) : null,
    };
    return viewDraft(reading, access, state);
  };

  return {
    read: () => inTurn(async () => read(await openDraft(desk, access))),
    change: (change) =>
      inTurn(async () => {
        const wanted = applyChange(await openDraft(desk, access), change);
        await settleDraft(desk, access, wanted);
        const kept = await findDraft(desk, access);
        if (kept === null || !isApplied(kept, change)) throw new SwitchNotSaved();
        return read(kept);
      }),
  };
}

function applyChange(state: DraftState, change: DraftChange): DraftState {
  if (change.what !== 'link') return { ...state, [change.what]: change.on };
  const mark = linkMark(change.destination);
  const others = state.leave.filter((each) => each !== mark);
  return { ...state, leave: change.on ? others : [...others, mark] };
}

function isApplied(state: DraftState, change: DraftChange): boolean {
  if (change.what !== 'link') return state[change.what] === change.on;
  return state.leave.includes(linkMark(change.destination)) !== change.on || state.links === false;
}
