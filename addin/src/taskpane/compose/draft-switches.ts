import { linkMark } from '@readback/core';
import type { DraftState, MailboxAccess } from '@readback/core';
import { findDraft, noticeFor, openDraft, saveSwitches, settleDraft } from '../../host/compose-draft.ts';
import type { ComposeDesk } from '../../host/compose-draft.ts';
import { readMailFacts } from '../../host/draft-facts.ts';
import { valueOr } from '../../host/outcome.ts';
import { letRun } from '../let-run.ts';
import type { KeepBar } from './create-bar.ts';
import { viewDraft } from './draft-view.ts';
import type { DraftReading, DraftView } from './draft-view.ts';

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

/** Opens the switches of the mail that is being written. */
export function openDraftSwitches(desk: ComposeDesk, access: MailboxAccess, keepBar: KeepBar): DraftSwitches {
  const inTurn = createTurns();
  /** For which state of the mail the picture was last handed to Outlook, or taken back. */
  let settledFor = '';

  const readAndSettle = async (state: DraftState): Promise<DraftView> => {
    const reading = await readDraft(desk, access);
    const standing = JSON.stringify([reading.facts, state.opens, state.links, state.leave]);
    // The compose handler may have had no key, or never ran (office-js#6488); and plain text may have become HTML since.
    const settled = standing === settledFor ? state : (await settleDraft(desk, access, state)).state;
    settledFor = standing;
    const { view, decision } = viewDraft(reading, access, settled);
    letRun(keepBar(noticeFor(desk, access, { state: settled, decision })));
    return view;
  };

  return {
    read: () => inTurn(async () => readAndSettle(await openDraft(desk, access))),
    change: (change) =>
      inTurn(async () => {
        await saveSwitches(desk, applyChange(await openDraft(desk, access), change));
        const kept = await findDraft(desk, access);
        if (kept === null || !isApplied(kept, change)) throw new SwitchNotSaved();
        return readAndSettle(kept);
      }),
  };
}

/** One thing at a time: each change reads the state, changes it and writes it back, so two at once would lose one. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}

async function readDraft({ item, mailbox }: ComposeDesk, access: MailboxAccess): Promise<DraftReading> {
  const [facts, composeType, body] = await Promise.all([
    readMailFacts(item, mailbox, access.settings),
    item.readComposeType(),
    item.readBody(),
  ]);
  return {
    facts: { ...facts, client: mailbox.client() },
    // An unknown type counts as a reply, as in the send handler.
    reply: valueOr(composeType, 'reply') !== 'new',
    html: facts.format === 'html' ? valueOr(body, null) : null,
  };
}

function applyChange(state: DraftState, change: DraftChange): DraftState {
  if (change.what !== 'link') return { ...state, [change.what]: change.on };
  const mark = linkMark(change.destination);
  const others = state.leave.filter((each) => each !== mark);
  return { ...state, leave: change.on ? others : [...others, mark] };
}

/** With more links switched off than a draft can keep, all links of the mail are off (`formatDraft`): that holds too. */
function isApplied(state: DraftState, change: DraftChange): boolean {
  if (change.what !== 'link') return state[change.what] === change.on;
  return state.leave.includes(linkMark(change.destination)) !== change.on || (!change.on && state.links === false);
}
