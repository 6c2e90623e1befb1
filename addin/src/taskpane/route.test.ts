import { START, viewOf, walk } from './route.ts';

const opened = { tab: 'activity', messageId: 'ff' } as const;

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
