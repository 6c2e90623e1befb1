import type { ComposeItem } from './compose-item.ts';
import { createManualTimers } from './manual-timers.fixture.ts';
import { openComposeItem } from './office-compose-item.ts';

type Callback = (result: object) => void;

/** An Office.js method that answers so, whatever it is asked. */
function answering(value: unknown) {
  return (...args: (Callback | object | string | null)[]): void => {
    const callback = args.at(-1);
    if (typeof callback === 'function') callback({ status: 'succeeded', value });
  };
}

function refusing(code: number) {
  return (...args: (Callback | object | string | null)[]): void => {
    const callback = args.at(-1);
    if (typeof callback === 'function') callback({ status: 'failed', error: { code } });
  };
}

/** Opens the item of an Office that has these members, and all requirement sets up to this one. */
function open(item: object, { catalog = {}, newest = 16 } = {}): ComposeItem {
  const office = {
    context: {
      mailbox: { item: { subject: { getAsync: answering('Offer') }, body: {}, ...item } },
      requirements: { isSetSupported: (_: string, version: string) => Number(version.split('.')[1]) <= newest },
      sensitivityLabelsCatalog: catalog,
    },
  };
  Object.defineProperty(globalThis, 'Office', { value: office, configurable: true });
  const opened = openComposeItem({ timers: createManualTimers(), limitMs: () => 1_000 });
  if (opened === null) throw new Error('There is an item.');
  return opened;
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
});

describe('openComposeItem', () => {
  it.each([
    ['nothing is open', null],
    ['a mail is read: its subject is a text', { subject: 'Offer' }],
  ])('opens nothing while %s', (_, item) => {
    Object.defineProperty(globalThis, 'Office', { value: { context: { mailbox: { item } } }, configurable: true });
    expect(openComposeItem({ timers: createManualTimers(), limitMs: () => 1_000 })).toBeNull();
  });
});

const people = (address: unknown): object => ({ getAsync: answering([{ emailAddress: address, displayName: '' }]) });

describe('a compose item reads', () => {
  it.each<[string, object, (item: ComposeItem) => Promise<unknown>, unknown]>([
    ['the subject', {}, (item) => item.readSubject(), 'Offer'],
    ['the format', { body: { getTypeAsync: answering('text') } }, (item) => item.readFormat(), 'text'],
    [
      'the sender',
      { from: { getAsync: answering({ emailAddress: 'a@b.example' }) } },
      (item) => item.readSender(),
      'a@b.example',
    ],
    [
      'all recipients, without those that have no address',
      { to: people('a@b.example'), cc: people(''), bcc: people('c@b.example') },
      (item) => item.readRecipients(),
      [
        { address: 'a@b.example', name: null },
        { address: 'c@b.example', name: null },
      ],
    ],
    [
      'attachments',
      {
        getAttachmentsAsync: answering([
          { isInline: true, attachmentType: 'file' },
          { isInline: false, attachmentType: 'cloud' },
        ]),
      },
      (item) => item.readAttachments(),
      [
        { inline: true, cloud: false },
        { inline: false, cloud: true },
      ],
    ],
    [
      'a new mail',
      { getComposeTypeAsync: answering({ composeType: 'newMail' }) },
      (item) => item.readComposeType(),
      'new',
    ],
    ['no delay', { delayDeliveryTime: { getAsync: answering(0) } }, (item) => item.readDeliveryTime(), null],
    [
      'a date that is none',
      { delayDeliveryTime: { getAsync: answering(new Date(NaN)) } },
      (item) => item.readDeliveryTime(),
      null,
    ],
    ['a delay', { delayDeliveryTime: { getAsync: answering(new Date(5)) } }, (item) => item.readDeliveryTime(), 5],
    [
      'what was never kept in the session',
      { sessionData: { getAllAsync: answering({}) } },
      (item) => item.readSession('x'),
      null,
    ],
    [
      'what was kept in the session',
      { sessionData: { getAllAsync: answering({ x: 'y' }) } },
      (item) => item.readSession('x'),
      'y',
    ],
    [
      'what was never kept on the item',
      { loadCustomPropertiesAsync: answering({ get: () => undefined }) },
      (item) => item.readProperty('x'),
      null,
    ],
  ])('%s', async (_, members, read, value) => {
    await expect(read(open(members))).resolves.toEqual({ ok: true, value });
  });

  const strange = [undefined, null, 7, 'text', {}];

  it.each<[string, (value: unknown) => object, (item: ComposeItem) => Promise<unknown>]>([
    ['format', (value) => ({ body: { getTypeAsync: answering(value) } }), (item) => item.readFormat()],
    ['sender', (value) => ({ from: { getAsync: answering(value) } }), (item) => item.readSender()],
    ['recipients', (value) => ({ to: { getAsync: answering(value) } }), (item) => item.readRecipients()],
    ['attachments', (value) => ({ getAttachmentsAsync: answering(value) }), (item) => item.readAttachments()],
    ['compose type', (value) => ({ getComposeTypeAsync: answering(value) }), (item) => item.readComposeType()],
    ['property', (value) => ({ loadCustomPropertiesAsync: answering(value) }), (item) => item.readProperty('x')],
  ])('no %s from an answer that is something else', async (_, members, read) => {
    const outcomes = await Promise.all(
      strange.filter((value) => value !== 'text').map((value) => read(open(members(value)))),
    );
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false });
  });

  it('nothing that this Outlook is too old for', async () => {
    const item = open({ from: { getAsync: answering({ emailAddress: 'a@b.example' }) } }, { newest: 6 });
    await expect(item.readSender()).resolves.toEqual({ ok: false, failure: 'unsupported', detail: '1.7' });
  });

  it('nothing where a member is missing, and says so instead of throwing', async () => {
    await expect(open({}).readSender()).resolves.toMatchObject({ ok: false, failure: 'threw' });
  });
});

describe('the label of a compose item', () => {
  const labelled = { sensitivityLabel: { getAsync: answering('AAAA') } };

  it.each<[string, object, object, unknown]>([
    ['is told', labelled, { getIsEnabledAsync: answering(true) }, { ok: true, value: 'AAAA' }],
    [
      'is none where the mail has none',
      { sensitivityLabel: { getAsync: answering('') } },
      { getIsEnabledAsync: answering(true) },
      { ok: true, value: null },
    ],
    [
      'is none where labels are switched off',
      labelled,
      { getIsEnabledAsync: answering(false) },
      { ok: true, value: null },
    ],
    [
      'is none where Outlook refuses the question',
      labelled,
      { getIsEnabledAsync: refusing(5) },
      { ok: true, value: null },
    ],
    ['is unknown where the question throws', labelled, {}, { ok: false, failure: 'threw', detail: 'TypeError' }],
    [
      'is unknown where labels are on and this one is refused',
      { sensitivityLabel: { getAsync: refusing(5) } },
      { getIsEnabledAsync: answering(true) },
      { ok: false, failure: 'failed', detail: '5' },
    ],
  ])('%s', async (_, members, catalog, outcome) => {
    await expect(open(members, { catalog }).readLabel()).resolves.toEqual(outcome);
  });
});

describe('a compose item writes', () => {
  it('takes back what was handed to append-on-send with null', async () => {
    const handed: unknown[] = [];
    const appendOnSendAsync = (data: unknown, options: object, callback: Callback): void => {
      handed.push(data, options);
      callback({ status: 'succeeded' });
    };
    await open({ body: { appendOnSendAsync } }).appendOnSend(null);
    expect(handed).toEqual([null, { coercionType: 'html' }]);
  });

  it('shows no more text above the mail than Outlook takes', async () => {
    const shown: unknown[] = [];
    const replaceAsync = (_key: string, details: object, callback: Callback): void => {
      shown.push(Reflect.get(details, 'message'));
      callback({ status: 'succeeded' });
    };
    await open({ notificationMessages: { replaceAsync } }).notify('x'.repeat(500));
    expect(shown).toEqual(['x'.repeat(150)]);
  });

  it('keeps a property only once it is saved', async () => {
    const kept = { set: () => undefined, saveAsync: refusing(9020) };
    const outcome = await open({ loadCustomPropertiesAsync: answering(kept) }).writeProperty('x', 'y');
    expect(outcome).toEqual({ ok: false, failure: 'failed', detail: '9020' });
  });
});
