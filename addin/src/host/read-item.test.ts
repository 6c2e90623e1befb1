import { createManualTimers } from './manual-timers.fixture.ts';
import { fail, succeed } from './outcome.ts';
import { installOffice, removeOffice } from './pane-office.fixture.ts';
import { openReadItem } from './read-item.ts';

afterEach(removeOffice);

const SENT = new Date('2026-11-21T09:00:00Z');
const answer = (value: unknown) => (_: unknown, callback: (result: object) => void) =>
  callback({ status: 'succeeded', value });
const person = (emailAddress: string, displayName = '') => ({ emailAddress, displayName });

const message = {
  subject: 'Offer',
  from: person('Ann@contoso.com', 'Ann'),
  to: [person('anna@example.com', 'Anna'), person('')],
  cc: [person('ben@example.com')],
  dateTimeCreated: SENT,
  internetMessageId: '<offer@contoso.com>',
  conversationId: 'c1',
  body: { getAsync: answer('<p>Hello</p>') },
  loadCustomPropertiesAsync: (callback: (result: object) => void) =>
    callback({ status: 'succeeded', value: { get: (name: string) => (name === 'readback' ? '{}' : undefined) } }),
};

function open(item: object | null) {
  const timers = createManualTimers();
  installOffice({ item });
  return { item: openReadItem({ timers, limitMs: () => 8_000 }), timers };
}

describe('a message that is read', () => {
  it('tells what it is, with every recipient that has an address', () => {
    expect(open(message).item).toMatchObject({
      subject: 'Offer',
      from: 'Ann@contoso.com',
      recipients: [
        { address: 'anna@example.com', name: 'Anna' },
        { address: 'ben@example.com', name: null },
      ],
      createdAt: SENT.getTime(),
      internetMessageId: '<offer@contoso.com>',
      conversationId: 'c1',
    });
  });

  it.each([
    ['a draft, which nobody sent yet', { from: undefined }, { from: null }],
    [
      'one that only the sender is known of',
      { from: undefined, sender: person('x@y.example') },
      { from: 'x@y.example' },
    ],
    ['one without recipients', { to: undefined, cc: undefined }, { recipients: [] }],
    ['one without a time', { dateTimeCreated: undefined }, { createdAt: null }],
    ['one with a broken time', { dateTimeCreated: new Date(NaN) }, { createdAt: null }],
    ['a time from another window', { dateTimeCreated: { valueOf: (): number => 5 } }, { createdAt: 5 }],
  ])('is %s', (_, change, expected) => {
    expect(open({ ...message, ...change }).item).toMatchObject(expected);
  });

  it('gives its text and what the add-in kept on it', async () => {
    const { item } = open(message);
    await expect(item?.readBody()).resolves.toEqual(succeed('<p>Hello</p>'));
    await expect(item?.readProperty('readback')).resolves.toEqual(succeed('{}'));
    await expect(item?.readProperty('other')).resolves.toEqual(succeed(null));
  });

  it('gives up on a text that never comes', async () => {
    const { item, timers } = open({ ...message, body: { getAsync: () => {} } });
    const text = item?.readBody();
    await timers.advance(8_000);
    await expect(text).resolves.toEqual(fail('timeout'));
  });

  it('says that Outlook refused', async () => {
    const refuse = (callback: (result: object) => void) => callback({ status: 'failed', error: { code: 9020 } });
    const { item } = open({ ...message, loadCustomPropertiesAsync: refuse });
    await expect(item?.readProperty('readback')).resolves.toEqual(fail('failed', '9020'));
  });

  it.each([
    ['nothing', null],
    ['a message that is written', { subject: { getAsync: () => {} } }],
  ])('is not %s', (_, item) => {
    expect(open(item).item).toBeNull();
  });
});
