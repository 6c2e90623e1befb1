import { hasBack, START, tabOf, viewOf, walk } from './route.ts';
import type { Tab } from './route.ts';

const opened = { tab: 'activity', contact: null, messageId: 'ff' } as const;

const TABS: readonly Tab[] = ['item', 'activity', 'contacts', 'insights', 'probe'];

describe('finding the way in the pane', () => {
  it.each([
    ['compose', 'compose'],
    ['read', 'read'],
    ['none', 'activity'],
  ] as const)('starts with what Outlook shows: %s', (item, name) => {
    expect(viewOf(START, item)).toEqual({ name });
  });

  it('shows a message that was opened from the list, and goes back to the list', () => {
    const inList = walk(START, { type: 'pick', tab: 'activity' });
    const onMessage = walk(inList, { type: 'open', messageId: 'ff' });
    expect(viewOf(onMessage, 'read')).toEqual({ name: 'message', messageId: 'ff' });
    expect(viewOf(walk(onMessage, { type: 'back' }), 'read')).toEqual({ name: 'activity' });
  });

  it('goes back from a contact’s mail to the contact, and from there to the list', () => {
    const onContact = walk(START, { type: 'open-contact', address: 'ada@x.example' });
    expect(viewOf(onContact, 'read')).toEqual({ name: 'contacts', contact: 'ada@x.example' });
    const onMessage = walk(onContact, { type: 'open', messageId: 'ff' });
    expect(viewOf(onMessage, 'read')).toEqual({ name: 'message', messageId: 'ff' });
    const back = walk(onMessage, { type: 'back' });
    expect(back).toEqual(onContact);
    expect(viewOf(walk(back, { type: 'back' }), 'read')).toEqual({ name: 'contacts', contact: null });
  });

  it.each(TABS)('leaves everything behind that was opened when %s is picked', (tab) => {
    const deep = { tab: 'contacts', contact: 'ada@x.example', messageId: 'ff' } as const;
    expect(walk(deep, { type: 'pick', tab })).toEqual({ tab, contact: null, messageId: null });
  });

  it('leaves who reads in Activity alone when another mail is selected', () => {
    expect(walk(opened, { type: 'item-changed' })).toEqual(opened);
  });

  it('follows the selected mail otherwise', () => {
    const quoted = walk(START, { type: 'open', messageId: 'ff' });
    expect(viewOf(walk(quoted, { type: 'item-changed' }), 'read')).toEqual({ name: 'read' });
  });

  it('shows the mail again when its tab is picked', () => {
    expect(viewOf(walk(opened, { type: 'pick', tab: 'item' }), 'compose')).toEqual({ name: 'compose' });
  });
});

describe('what the tabs show of it', () => {
  it.each([
    ['item', 'none', 'activity'],
    ['item', 'read', 'item'],
    ['insights', 'none', 'insights'],
    ['probe', 'none', 'probe'],
  ] as const)('marks for %s beside %s the tab %s', (tab, item, current) => {
    expect(tabOf({ ...START, tab }, item)).toBe(current);
  });

  it.each([
    [{ name: 'message', messageId: 'ff' }, true],
    [{ name: 'contacts', contact: 'ada@x.example' }, true],
    [{ name: 'contacts', contact: null }, false],
    [{ name: 'insights' }, false],
  ] as const)('offers a way back from %j: %s', (view, isOffered) => {
    expect(hasBack(view)).toBe(isOffered);
  });
});
