import { createMessageId, encodeHex, readStoredMailbox } from '@readback/core';
import { storedMailbox } from '../../host/fake-desk.fixture.ts';
import { ApiError } from '../api/api-error.ts';
import type { SentItem } from './catch-up.ts';
import { createFakeApi, detailOf } from '../api/fake-api.fixture.ts';
import type { FakeApi } from '../api/fake-api.fixture.ts';
import type { Identity, SendNote } from './identify.ts';
import { isRecordOf, lookUp } from './look-up.ts';
import type { OwnTrace } from './own-traces.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SENT = Date.UTC(2026, 10, 21, 9);
const NOW = SENT + HOUR;
const iso = (time: number) => new Date(time).toISOString();

/** The id of a mail that was begun at that time. */
const idAt = (time: number) => encodeHex(createMessageId(time, [Uint8Array.of(1)]));
const ID = idAt(SENT - 5 * MINUTE);
const OLDER = idAt(SENT - 3 * DAY);

const access = readStoredMailbox(storedMailbox());
if (access === null) throw new Error('the stored mailbox is whole');
const { signing } = access;

const item: SentItem = {
  from: 'me@contoso.com',
  internetMessageId: '<offer@contoso.com>',
  subject: 'Offer',
  recipients: [{ address: 'Anna@Example.com', name: 'Anna' }],
  createdAt: SENT,
};
const trace = (messageId: string, over: Partial<OwnTrace> = {}): OwnTrace => ({
  messageId,
  verified: true,
  picture: true,
  links: [{ position: 0, destination: 'https://example.com/' }],
  ...over,
});
const note = (over: Partial<SendNote> = {}): SendNote => ({
  messageId: ID,
  at: SENT,
  subject: 'mark',
  opens: true,
  links: false,
  opensReason: null,
  linksReason: 'reply',
  pixelPlace: 'end',
  ...over,
});

type OwnIdentity = Extract<Identity, { kind: 'own' }>;
const own = (over: Partial<OwnIdentity> = {}): OwnIdentity => ({
  kind: 'own',
  candidates: [],
  trace: null,
  note: null,
  unsent: false,
  ...over,
});
const find = (api: FakeApi, identity: OwnIdentity, of = item) =>
  lookUp(api, identity, of, { now: NOW, address: 'me@Contoso.com', signing });

describe('finding the record of a sent mail', () => {
  it('takes the newest candidate that the server knows', async () => {
    const api = createFakeApi(detailOf(ID));
    const found = await find(api, own({ candidates: [idAt(SENT - MINUTE), ID], trace: trace(ID) }));
    expect(found).toMatchObject({ kind: 'found', message: { id: ID }, caughtUp: false });
    expect(api.registered).toEqual([]);
  });

  it('registers a tracked mail that the server never heard of, from what the body holds', async () => {
    const api = createFakeApi();
    const found = await find(api, own({ candidates: [ID], trace: trace(ID, { picture: false }) }));
    expect(found).toMatchObject({ kind: 'found', message: { id: ID }, caughtUp: true });
    expect(api.registered).toEqual([
      {
        id: ID,
        registration: {
          opens: false,
          links: true,
          ageMs: HOUR,
          deliverAfter: null,
          subject: 'Offer',
          recipients: item.recipients,
          trackedLinks: [{ position: 0, destination: 'https://example.com/' }],
          opensReason: 'unknown',
          linksReason: null,
          pixelPlace: null,
          quotes: [],
          senderDomain: 'contoso.com',
        },
      },
    ]);
  });

  it("registers it in the send handler's words, where it left a note", async () => {
    const api = createFakeApi();
    await find(api, own({ candidates: [ID], note: note({ at: SENT + MINUTE }) }));
    expect(api.registered[0]?.registration).toMatchObject({
      opens: true,
      links: false,
      ageMs: HOUR - MINUTE,
      opensReason: null,
      linksReason: 'reply',
      pixelPlace: 'end',
      trackedLinks: [],
    });
  });

  it('tells the server nothing about a mail that was not to be tracked', async () => {
    const api = createFakeApi();
    const refused = note({ opens: false, links: false, opensReason: 'mail', linksReason: 'mail' });
    await expect(find(api, own({ candidates: [ID], note: refused }))).resolves.toEqual({
      kind: 'untracked',
      note: refused,
    });
    expect(api.registered).toEqual([]);
  });

  it('does not register what only an earlier key could vouch for', async () => {
    const api = createFakeApi();
    const unproven = own({ candidates: [ID], trace: trace(ID, { verified: false }) });
    await expect(find(api, unproven)).resolves.toEqual({ kind: 'nothing' });
    expect(api.registered).toEqual([]);
  });

  it('says so when the server does not take the registration', async () => {
    const api = createFakeApi();
    api.registerMessage = () => Promise.reject(new ApiError('tracking-off'));
    await expect(find(api, own({ candidates: [ID], trace: trace(ID) }))).resolves.toEqual({ kind: 'unheard' });
  });

  it('does not bring back what its sender deleted', async () => {
    const api = createFakeApi();
    api.registerMessage = () => Promise.reject(new ApiError('deleted'));
    await expect(find(api, own({ candidates: [ID], trace: trace(ID) }))).resolves.toEqual({ kind: 'deleted' });
  });

  it('passes on that the server cannot be reached at all', async () => {
    const api = createFakeApi();
    api.readMessage = () => Promise.reject(new ApiError('offline'));
    await expect(find(api, own({ candidates: [ID], trace: trace(ID) }))).rejects.toMatchObject({ code: 'offline' });
  });

  it('does not take the record of a quoted mail for that of the mail', async () => {
    const quoted = detailOf(OLDER, { subject: 'Offer', sentAt: iso(SENT - 3 * DAY) });
    const found = await find(createFakeApi(quoted), own({ candidates: [OLDER], trace: trace(OLDER) }));
    expect(found).toMatchObject({ kind: 'quotes', message: { id: OLDER } });
  });

  it('registers a reply by its note though it quotes a mail that the server knows', async () => {
    const api = createFakeApi(detailOf(OLDER, { subject: 'Offer', sentAt: iso(SENT - 3 * DAY) }));
    const found = await find(api, own({ candidates: [ID, OLDER], trace: trace(OLDER), note: note() }));
    expect(found).toMatchObject({ kind: 'found', message: { id: ID }, caughtUp: true });
    // The quoted mail's links are not this mail's.
    expect(api.registered[0]?.registration).toMatchObject({ trackedLinks: [], quotes: [OLDER] });
  });

  it('calls a draft a draft', async () => {
    await expect(find(createFakeApi(), own({ candidates: [ID], unsent: true }))).resolves.toEqual({ kind: 'draft' });
  });

  it('searches by subject, time and recipient where the item tells nothing', async () => {
    const others = [1, 2, 3].map((hours) => detailOf(idAt(SENT + hours * HOUR), { subject: `Other ${hours}` }));
    const api = createFakeApi(...others, detailOf(ID));
    await expect(find(api, own())).resolves.toMatchObject({ kind: 'found', message: { id: ID } });
    expect(api.lists).toBe(2);
  });

  it.each([
    ['another recipient', detailOf(ID, { recipients: [{ address: 'ben@example.com', name: null }] })],
    ['another subject', detailOf(ID, { subject: 'Offers' })],
    ['another day', detailOf(idAt(SENT - 2 * DAY), { sentAt: iso(SENT - 2 * DAY) })],
    ['no subject', detailOf(ID, { subject: null })],
  ])('does not find a mail with %s', async (_, message) => {
    await expect(find(createFakeApi(message), own())).resolves.toEqual({ kind: 'nothing' });
  });

  it('tells the server of a mail without a sign of Readback, and finds it again', async () => {
    const api = createFakeApi();
    await expect(find(api, own())).resolves.toEqual({ kind: 'nothing' });
    const [told] = api.registered;
    expect(told?.registration).toMatchObject({ opensReason: 'elsewhere', linksReason: 'elsewhere' });
    api.lists = 0;
    await expect(find(api, own())).resolves.toMatchObject({ kind: 'found', message: { id: told?.id } });
    expect([api.registered.length, api.lists]).toEqual([1, 0]);
  });

  it('says what it knows of such a mail where the server does not take it', async () => {
    const api = createFakeApi();
    api.registerMessage = () => Promise.reject(new ApiError('tracking-off'));
    await expect(find(api, own())).resolves.toEqual({ kind: 'nothing' });
  });

  it('gives up the search after a few pages', async () => {
    const api = createFakeApi(
      ...Array.from({ length: 40 }, (_, at) => detailOf(idAt(SENT + at * DAY), { subject: 'x' })),
    );
    await expect(find(api, own())).resolves.toEqual({ kind: 'nothing' });
    expect(api.lists).toBe(5);
  });
});

describe('whether a record is about the mail', () => {
  const long = 'x'.repeat(250);
  it.each([
    ['made while it was written', SENT - 4 * MINUTE, {}, true],
    ['made when it was sent', SENT, {}, true],
    ['made by a clock that is minutes off', SENT - 14 * MINUTE, {}, true],
    ['that waited in the outbox', SENT + 50 * MINUTE, {}, true],
    ['that was scheduled', SENT + DAY, { deliverAfter: iso(SENT + DAY) }, true],
    ['of the day after', SENT + DAY, {}, false],
    ['of the day before', SENT - DAY, {}, false],
    ['whose time nobody knows', null, {}, true],
    ['whose time the server does not know', SENT + DAY, { sentAt: null }, true],
  ])('%s: for an item %s', (_, createdAt, change, expected) => {
    expect(isRecordOf(detailOf(ID, change), { ...item, createdAt })).toBe(expected);
  });

  it.each([
    ['Offer ', 'Offer', true],
    ['RE: Offer', 'Offer', false],
    ['', 'Offer', false],
    [long, `${long} and more`, true],
    [long, 'x', false],
  ])('kept as "%s", shown as "%s": %s', (kept, shown, expected) => {
    expect(isRecordOf(detailOf(ID, { subject: kept }), { ...item, subject: shown })).toBe(expected);
  });
});
