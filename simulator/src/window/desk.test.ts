import { FIRST_SIGHT, hasPane, walk } from './desk.ts';
import type { Sight, Step } from './desk.ts';

const go = (...steps: Step[]): Sight => steps.reduce(walk, FIRST_SIGHT);

const mail = (id: string): Step => ({ type: 'show', shown: { kind: 'mail', id } });
const draft = (number: number): Step => ({ type: 'show', shown: { kind: 'draft', number } });
const pane: Step = { type: 'toggle-pane' };

describe('walk', () => {
  it('keeps a pinned pane beside whatever is read', () => {
    expect(hasPane(go(mail('a'), pane, mail('b')))).toBe(true);
    expect(hasPane(go(mail('a'), pane, { type: 'folder', folder: 'sent' }))).toBe(true);
  });

  it('closes a pane that isn’t pinned when another mail is picked', () => {
    expect(hasPane(go(mail('a'), pane, { type: 'pin' }, mail('b')))).toBe(false);
  });

  it('has a pane for each draft by itself', () => {
    const first = go(draft(1), pane);
    expect([hasPane(first), hasPane(walk(first, draft(2))), hasPane(walk(first, mail('a')))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(hasPane([draft(2), draft(1)].reduce(walk, first))).toBe(true);
  });

  it('brings back the pane of the reading area after writing', () => {
    expect(hasPane(go(mail('a'), pane, { type: 'pin' }, { type: 'pin' }, draft(1), mail('a')))).toBe(true);
  });

  it('closes the pane where it stands', () => {
    const sight = go(mail('a'), pane, draft(1), pane, { type: 'close-pane' });
    expect([hasPane(sight), hasPane(walk(sight, mail('a')))]).toEqual([false, true]);
  });

  it('leaves the window of a mail that was sent, and no other', () => {
    expect(go(draft(1), { type: 'sent', number: 1 })).toMatchObject({ shown: { kind: 'nothing' }, toast: 'sent' });
    expect(go(draft(2), { type: 'sent', number: 1 }).shown).toEqual({ kind: 'draft', number: 2 });
  });

  it('shows nothing of the folder that was left', () => {
    expect(go(mail('a'), { type: 'folder', folder: 'drafts' }).shown).toEqual({ kind: 'nothing' });
  });
});
