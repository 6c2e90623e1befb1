import { installOffice, removeOffice } from './pane-office.fixture.ts';
import { onItemChanged, openItem, startPane } from './pane.ts';

afterEach(removeOffice);

describe('starting the pane', () => {
  it('is ready inside Outlook', async () => {
    installOffice();
    await expect(startPane()).resolves.toBe('ready');
  });

  it('tells a browser without Outlook from a script that did not load', async () => {
    installOffice({ host: null });
    await expect(startPane()).resolves.toBe('outside');
    removeOffice();
    await expect(startPane()).resolves.toBe('no-script');
  });
});

describe('the item beside the pane', () => {
  it.each([
    ['nothing selected', null, 'none'],
    ['an appointment', { itemType: 'appointment', subject: 'Meeting' }, 'none'],
    ['a message that is read', { itemType: 'message', subject: 'Offer' }, 'read'],
    ['a message without a subject', { itemType: 'message', subject: '' }, 'read'],
    ['a message that is written', { itemType: 'message', subject: { getAsync: () => {} } }, 'compose'],
  ])('%s', (_, item, kind) => {
    installOffice({ item });
    expect(openItem()).toBe(kind);
  });

  it('is followed where a pane can be pinned', () => {
    const { handlers } = installOffice();
    const listener = (): void => {};
    onItemChanged(listener);
    expect(handlers.get('item')).toBe(listener);
  });

  it('is left alone where it cannot', () => {
    const { handlers } = installOffice({ sets: [] });
    onItemChanged(() => {});
    expect(handlers.size).toBe(0);
  });
});
