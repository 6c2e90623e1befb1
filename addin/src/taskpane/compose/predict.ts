import type { DraftChange } from './draft-switches.ts';
import type { DraftView, SwitchView } from './draft-view.ts';

/** What the pane shows at once after a change, until Outlook has answered. */
export function predict(view: DraftView, change: DraftChange): DraftView {
  if (change.what !== 'link') {
    const { what, on } = change;
    return { ...view, [what]: predictSwitch(on), wish: { ...view.wish, [what]: on } };
  }
  return {
    ...view,
    linkList: view.linkList.map((link) =>
      link.destination === change.destination && link.fate !== 'untracked'
        ? { ...link, fate: change.on ? 'tracked' : 'left' }
        : link,
    ),
  };
}

function predictSwitch(on: boolean): SwitchView {
  return on ? { position: 'on', reason: null } : { position: 'off', reason: 'mail' };
}
