import type { Hit } from '@readback/core';
import fc from 'fast-check';
import { readHit } from '../rows/hit-row.ts';
import { parseActivityId, parseHitId, parseMessageId, type MessageId } from '../rows/ids.ts';
import { STORED_HITS } from '../rows/stored-message.ts';
import type { RowStore } from '../store/row-store.ts';
import {
  clickAt,
  countRequests,
  createTestClock,
  createTestLedger,
  DAY_MS,
  expectFoldedState,
  mailboxId,
  messageId,
  NOON,
  openAt,
  opened,
  ownerOf,
  registrationOf,
  rowsIn,
  scanAt,
  type TestLedger,
} from './ledger.fixture.ts';
import type { Mailbox } from './ledger.ts';

const BOX = mailboxId(1);
const ANNA = ownerOf(BOX);
const OFFER = messageId(5);
const FIRST = { after: null, limit: 50 };

/** What every store must do for the ledger, and the ledger over every store. */
export function describeLedger(storeName: string, freshStore: () => RowStore): void {
  async function begin(): Promise<{ store: RowStore; ledger: TestLedger; anna: Mailbox }> {
    const store = freshStore();
    const ledger = createTestLedger(store);
    return { store, ledger, anna: await opened(ledger) };
  }

  describe(`ledger over ${storeName}: mailboxes`, () => {
    it('makes a mailbox when its owner opens it, and opens the same again', async () => {
      const { anna, ledger } = await begin();
      expect(anna.head).toMatchObject({ generation: 0, personal: null });
      expect((await opened(ledger)).head).toEqual(anna.head);
    });

    it('opens a mailbox once when two ask at the same moment', async () => {
      const store = freshStore();
      const ledgers = [createTestLedger(store), createTestLedger(store), createTestLedger(store)];
      const boxes = await Promise.all(ledgers.map(opened));
      expect(new Set(boxes.map(({ head }) => head.version)).size).toBe(1);
    });

    it('refuses a mailbox to anybody but its owner', async () => {
      const { ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      const mallory = ownerOf(BOX, 'hash-of-mallory');
      expect(await ledger.open(mallory)).toBeNull();
      expect(await ledger.message(mallory, OFFER, FIRST)).toBeNull();
      expect(await ledger.message(ANNA, OFFER, FIRST)).not.toBeNull();
    });

    it('shows nothing of one mailbox in another', async () => {
      const { ledger, anna } = await begin();
      const other = mailboxId(2);
      const ben = await ledger.open(ownerOf(other, 'hash-of-ben'));
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, openAt(NOON));
      expect((await anna.messages(FIRST)).items).toHaveLength(1);
      expect((await ben?.messages(FIRST))?.items).toEqual([]);
      expect((await ben?.activity(FIRST))?.items).toEqual([]);
      expect(await ledger.message(ownerOf(other, 'hash-of-ben'), OFFER, FIRST)).toBeNull();
      expect(await ben?.deleteMessage(OFFER)).toBe(false);
    });

    it('writes nothing for a mailbox that nobody opened', async () => {
      const store = freshStore();
      const ledger = createTestLedger(store);
      expect(await ledger.record(BOX, OFFER, openAt(NOON))).toBe('unknown-mailbox');
      expect(await ledger.register(BOX, OFFER, registrationOf())).toBe('unknown-mailbox');
      expect(await rowsIn(store, BOX)).toEqual([]);
    });

    it('changes its version with every change, and only then', async () => {
      const { ledger, anna } = await begin();
      const versions = [anna.head.version];
      const look = async (): Promise<void> => {
        versions.push((await opened(ledger)).head.version);
      };
      await ledger.register(BOX, OFFER, registrationOf());
      await look();
      await ledger.record(BOX, OFFER, openAt(NOON));
      await look();
      await (await opened(ledger)).setPersonal({ opens: true, links: false });
      await look();
      expect(new Set(versions).size).toBe(4);
      await ledger.register(BOX, OFFER, registrationOf());
      await look();
      expect(new Set(versions).size).toBe(4);
    });

    it("keeps the person's own settings", async () => {
      const { ledger, anna } = await begin();
      await anna.setPersonal({ opens: false, links: true });
      expect((await opened(ledger)).head.personal).toEqual({ opens: false, links: true });
      expect((await opened(ledger)).head.generation).toBe(0);
    });
  });

  describe(`ledger over ${storeName}: generations`, () => {
    it('revokes a generation once however often it is asked', async () => {
      const { ledger, anna } = await begin();
      expect(ledger.isRevoked(BOX, 0)).toBe(false);
      expect([await anna.raiseGeneration(), await anna.raiseGeneration()]).toEqual([1, 1]);
      expect((await opened(ledger)).head.generation).toBe(1);
      expect([ledger.isRevoked(BOX, 0), ledger.isRevoked(BOX, 1), ledger.isRevoked(mailboxId(2), 0)]).toEqual([
        true,
        false,
        false,
      ]);
    });

    it('tells other processes within a minute, and nobody waits for it', async () => {
      const { store, anna } = await begin();
      const clock = createTestClock();
      const elsewhere = createTestLedger(store, { clock });
      await anna.raiseGeneration();
      expect(elsewhere.isRevoked(BOX, 0)).toBe(false);
      await until(() => elsewhere.isRevoked(BOX, 0));
      await (await opened(elsewhere)).raiseGeneration();
      const late = createTestLedger(store, { clock });
      await until(() => late.isRevoked(BOX, 1));
      expect(elsewhere.isRevoked(BOX, 1)).toBe(true);
    });

    it('never takes a revocation back, even for somebody who saw an older state', async () => {
      const { ledger, anna } = await begin();
      for (let times = 0; times < 3; times += 1) await (await opened(ledger)).raiseGeneration();
      expect(await anna.raiseGeneration()).toBe(3);
      expect((await opened(ledger)).head.generation).toBe(3);
      expect([2, 3].map((generation) => ledger.isRevoked(BOX, generation))).toEqual([true, false]);
      const current = await Promise.all([opened(ledger), opened(ledger), opened(ledger)]);
      expect(await Promise.all(current.map((box) => box.raiseGeneration()))).toEqual([4, 4, 4]);
    });

    it('has no generation after 255', async () => {
      const { store, ledger } = await begin();
      await store.commit(
        BOX,
        [{ kind: 'merge', key: 'head', values: { generation: 255 } }],
        new AbortController().signal,
      );
      expect(await (await opened(ledger)).raiseGeneration()).toBeNull();
      expect(ledger.isRevoked(BOX, 255)).toBe(false);
    });
  });

  describe(`ledger over ${storeName}: registrations`, () => {
    it('lets the first word stand, whatever time passes', async () => {
      const { ledger } = await begin();
      expect(await ledger.register(BOX, OFFER, registrationOf({ ageMs: 2_000 }))).toBe('created');
      ledger.clock.pass(60_000);
      expect(await ledger.register(BOX, OFFER, registrationOf({ ageMs: 62_500 }))).toBe('same');
      expect(await ledger.register(BOX, OFFER, registrationOf({ subject: 'Another' }))).toBe('different');
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({
        subject: 'Offer',
        sentAt: new Date(NOON - 2_000).toISOString(),
        recipients: [{ address: 'ben@example.com', name: 'Ben' }],
        links: [{ position: 1, destination: 'https://example.com/offer', clicks: 0 }],
        pixelPlace: 'before-history',
        registered: true,
        sent: false,
        tracked: true,
      });
    });

    it.each([
      ['the switch for opens', registrationOf({ opens: false })],
      ['the switch for links', registrationOf({ links: false })],
      ['the delivery time', registrationOf({ deliverAfter: '2026-11-22T08:00:00Z' })],
      ['the recipients', registrationOf({ recipients: [] })],
      ["a recipient's name", registrationOf({ recipients: [{ address: 'ben@example.com', name: null }] })],
      ['the links', registrationOf({ trackedLinks: [{ position: 2, destination: 'https://example.com/offer' }] })],
      ['a reason', registrationOf({ linksReason: 'unsafe-images' })],
      ['the place of the picture', registrationOf({ pixelPlace: null })],
    ])('takes words that differ in %s for different ones', async (_, other) => {
      const { ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      expect(await ledger.register(BOX, OFFER, other)).toBe('different');
    });

    it('makes one message of ten equal registrations at once', async () => {
      const { ledger, anna } = await begin();
      const asked = Array.from({ length: 10 }, () => ledger.register(BOX, OFFER, registrationOf()));
      expect((await Promise.all(asked)).sort()).toEqual(['created', ...Array.from({ length: 9 }, () => 'same')]);
      expect((await anna.messages(FIRST)).items).toHaveLength(1);
    });

    it("lets the sender's own word replace what was registered, and keeps the counts", async () => {
      const { ledger, anna } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, openAt(NOON));
      await anna.putMessage(OFFER, registrationOf({ subject: 'Corrected', ageMs: 5_000 }));
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({
        subject: 'Corrected',
        sentAt: new Date(NOON - 5_000).toISOString(),
        opens: 1,
      });
    });

    it('keeps many and long recipients and links as far as there is room', async () => {
      const { ledger, anna } = await begin();
      const recipients = Array.from({ length: 1_000 }, (_, index) => ({
        address: `person${index}@example.com`,
        name: '😀'.repeat(10),
      }));
      const trackedLinks = Array.from({ length: 400 }, (_, position) => ({
        position,
        destination: `https://example.com/${position}/${'ü"'.repeat(350)}`,
      }));
      await anna.putMessage(OFFER, registrationOf({ subject: 'x'.repeat(5_000), recipients, trackedLinks }));
      const detail = await ledger.message(ANNA, OFFER, FIRST);
      const known = detail?.recipients ?? [];
      expect(known.length).toBeGreaterThan(500);
      expect(known).toEqual(recipients.slice(0, known.length));
      const links = detail?.links ?? [];
      expect(links.length).toBeGreaterThan(200);
      expect(links.map(({ destination }) => destination)).toEqual(
        trackedLinks.slice(0, links.length).map(({ destination }) => destination),
      );
      expect(detail?.subject).toHaveLength(1_000);
    });
  });

  describe(`ledger over ${storeName}: hits`, () => {
    it('counts opens, clicks and links, and lists the newest hit first', async () => {
      const { ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      expect(await ledger.record(BOX, OFFER, openAt(NOON + 1))).toBe('stored');
      expect(await ledger.record(BOX, OFFER, clickAt(NOON + 3, 1))).toBe('stored');
      expect(await ledger.record(BOX, OFFER, openAt(NOON + 2))).toBe('stored');
      const detail = await ledger.message(ANNA, OFFER, FIRST);
      expect(detail).toMatchObject({
        opens: 2,
        clicks: 1,
        overflow: 0,
        lastHitAt: new Date(NOON + 3).toISOString(),
        sent: true,
        tracked: true,
        links: [{ position: 1, clicks: 1 }],
        next: null,
      });
      expect(
        detail?.hits.map(({ kind, at, position, verdict }) => [kind, Date.parse(at) - NOON, position, verdict.actor]),
      ).toEqual([
        ['click', 3, 1, 'person'],
        ['open', 2, null, 'person'],
        ['open', 1, null, 'person'],
      ]);
    });

    it('tells of a hit with which program it came, from where, and which others are of the same requester', async () => {
      const { ledger } = await begin();
      const other = messageId(6);
      for (const id of [OFFER, other]) {
        await ledger.register(BOX, id, registrationOf());
        await ledger.record(BOX, id, openAt(NOON + 1, { city: 'Köln' }));
      }
      await ledger.record(BOX, OFFER, openAt(NOON + 2, { country: null, client: 'somebody else' }));
      await ledger.record(BOX, OFFER, clickAt(NOON + 3, 1));
      const hits = (await ledger.message(ANNA, OFFER, FIRST))?.hits ?? [];
      expect(hits.map(({ client, country, city }) => [client.kind, client.name, client.device, country, city])).toEqual(
        [
          ['browser', 'Chrome', 'desktop', 'DE', null],
          ['mail-client', 'Outlook', 'desktop', null, null],
          ['mail-client', 'Outlook', 'desktop', 'DE', 'Köln'],
        ],
      );
      const [click, second, first] = hits.map(({ visitor }) => visitor);
      expect(click).toBe(first);
      expect(second).not.toBe(first);
      const [elsewhere] = (await ledger.message(ANNA, other, FIRST))?.hits ?? [];
      expect(elsewhere?.visitor).not.toBe(first);
      expect([first, second, elsewhere?.visitor]).toEqual(
        Array.from({ length: 3 }, () => expect.stringMatching(/^[\w-]{12}$/)),
      );
    });

    it('gives hits page by page', async () => {
      const { ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await Promise.all(Array.from({ length: 25 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + index))));
      const seen: number[] = [];
      const sizes: number[] = [];
      let after: string | null = null;
      do {
        const page = await ledger.message(ANNA, OFFER, { after: after === null ? null : parseHitId(after), limit: 10 });
        seen.push(...(page?.hits ?? []).map(({ at }) => Date.parse(at) - NOON));
        sizes.push(page?.hits.length ?? 0);
        after = page?.next ?? null;
      } while (after !== null);
      expect(sizes).toEqual([10, 10, 5]);
      expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => 24 - index));
    });

    it('keeps a hit whole, within what a row holds', async () => {
      const { store, ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      const headers = Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [`h${index}`, '"\u0000\ud800\\'.repeat(200)]),
      );
      const hit = clickAt(NOON, 7, { city: 'Köln', own: true });
      expect(await ledger.record(BOX, OFFER, hit)).toBe('stored');
      expect(await ledger.record(BOX, OFFER, openAt(NOON + 1, { headers }))).toBe('stored');
      const [long, whole] = (await rowsIn(store, BOX, 'e!')).map((row) => readHit(row).hit);
      expect(whole).toEqual(hit);
      expect(Object.values(long?.headers ?? {}).map(({ length }) => length)).toEqual(
        Array.from({ length: 32 }, () => 256),
      );
    });

    it('stores many large hits at once, in as many transactions as they need', async () => {
      const { ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      const headers = Object.fromEntries(
        Array.from({ length: 32 }, (_, index) => [`header-${index}`, '"'.repeat(256)]),
      );
      const asked = Array.from({ length: 150 }, (_, index) =>
        ledger.record(BOX, OFFER, openAt(NOON + index, { headers })),
      );
      expect(new Set(await Promise.all(asked))).toEqual(new Set(['stored']));
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({ opens: 150 });
    });

    it('counts 1,000 hits at once exactly, in at most 15 transactions', async () => {
      const { store } = await begin();
      const counted = countRequests(store);
      const ledger = createTestLedger(counted);
      await ledger.register(BOX, OFFER, registrationOf());
      const before = counted.asked.commit;
      const hits = Array.from({ length: 1_000 }, (_, index) =>
        index % 4 === 0 ? clickAt(NOON + index, index % 3) : openAt(NOON + index),
      );
      const outcomes = await Promise.all(hits.map((hit) => ledger.record(BOX, OFFER, hit)));
      expect(new Set(outcomes)).toEqual(new Set(['stored']));
      expect(counted.asked.commit - before).toBeLessThanOrEqual(15);
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({ opens: 750, clicks: 250 });
      expect(await rowsIn(store, BOX, 'e!')).toHaveLength(1_000);
      expect(Math.max(...counted.commits.map(({ writes }) => writes.length))).toBeLessThanOrEqual(100);
    });

    it('counts hits of many messages at once', async () => {
      const { ledger, anna } = await begin();
      const ids = Array.from({ length: 60 }, (_, index) => messageId(index));
      await Promise.all(ids.map((id) => ledger.register(BOX, id, registrationOf())));
      const hits = ids.flatMap((id, index) =>
        Array.from({ length: (index % 5) + 1 }, () => ledger.record(BOX, id, openAt(NOON))),
      );
      await Promise.all(hits);
      const page = await anna.messages({ after: null, limit: 100 });
      expect(page.items.map(({ opens }) => opens)).toEqual(ids.map((_, index) => (index % 5) + 1));
    });

    it('tallies beyond the limit of stored hits', async () => {
      const { store, ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      const outcomes = await Promise.all(
        Array.from({ length: STORED_HITS + 30 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + index))),
      );
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(STORED_HITS);
      expect(outcomes.filter((outcome) => outcome === 'tallied')).toHaveLength(30);
      expect(await ledger.record(BOX, OFFER, clickAt(NOON, 1))).toBe('tallied');
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({ opens: STORED_HITS, clicks: 0, overflow: 31 });
      expect(await rowsIn(store, BOX, 'e!')).toHaveLength(STORED_HITS);
    });
  });

  describe(`ledger over ${storeName}: the last word is spoken at Send`, () => {
    it('holds hits of a message that nobody registered, and shows nothing of them', async () => {
      const { ledger, anna } = await begin();
      expect(await ledger.record(BOX, OFFER, openAt(NOON))).toBe('held');
      expect(await ledger.message(ANNA, OFFER, FIRST)).toBeNull();
      expect((await anna.messages(FIRST)).items).toEqual([]);
      expect((await anna.activity(FIRST)).items).toEqual([]);
    });

    it('counts and tells held hits once the message is registered', async () => {
      const { ledger, anna } = await begin();
      await ledger.record(BOX, OFFER, openAt(NOON));
      await ledger.record(BOX, OFFER, clickAt(NOON + 1, 1));
      expect(await ledger.register(BOX, OFFER, registrationOf())).toBe('created');
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({ opens: 1, clicks: 1, sent: true });
      const told = (await anna.activity(FIRST)).items.map(({ what, subject }) => `${what} of ${subject}`);
      expect(new Set(told)).toEqual(new Set(['click of Offer', 'first-open of Offer']));
      expect(told).toHaveLength(2);
    });

    it.each([
      ['opens', { opens: false, links: true }, { opens: 0, clicks: 3 }, ['click']],
      ['links', { opens: true, links: false }, { opens: 2, clicks: 0 }, ['open']],
      ['both', { opens: false, links: false }, { opens: 0, clicks: 0 }, []],
    ])('drops held and later hits when the word is no to %s', async (_, switches, expected, kinds) => {
      const { store, ledger, anna } = await begin();
      const hits = [openAt(NOON), clickAt(NOON + 1, 1), openAt(NOON + 2), clickAt(NOON + 3, 2)];
      for (const hit of hits) await ledger.record(BOX, OFFER, hit);
      await ledger.register(BOX, OFFER, registrationOf(switches));
      expect(await ledger.record(BOX, OFFER, openAt(NOON + 4))).toBe(switches.opens ? 'stored' : 'dropped');
      expect(await ledger.record(BOX, OFFER, clickAt(NOON + 5, 1))).toBe(switches.links ? 'stored' : 'dropped');
      const counts = { opens: switches.opens ? 3 : 0, clicks: expected.clicks };
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject(counts);
      const kept = (await rowsIn(store, BOX, 'e!')).map((row) => readHit(row).hit.kind);
      expect([...new Set(kept)]).toEqual(kinds);
      expect(kept).toHaveLength(counts.opens + counts.clicks);
      const told = (await anna.activity(FIRST)).items.map(({ what }) => (what === 'click' ? 'click' : 'open'));
      expect([...new Set(told)]).toEqual(kinds);
      await expectFoldedState(store, OFFER);
    });

    it('keeps what was counted when the sender later says no, counts nothing further, and goes on after a yes', async () => {
      const { store, ledger, anna } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, openAt(NOON));
      await ledger.record(BOX, OFFER, clickAt(NOON + 1, 1));
      const before = await ledger.message(ANNA, OFFER, FIRST);
      await anna.putMessage(OFFER, registrationOf({ opens: false, links: false, trackedLinks: [], pixelPlace: null }));
      expect(await ledger.record(BOX, OFFER, openAt(NOON + 2))).toBe('dropped');
      expect(await ledger.record(BOX, OFFER, clickAt(NOON + 3, 1))).toBe('dropped');
      const after = await ledger.message(ANNA, OFFER, FIRST);
      expect(after).toEqual({ ...before, tracked: false });
      expect((await anna.messages(FIRST)).items[0]).toMatchObject({ opens: 1, clicks: 1 });
      expect((await anna.activity(FIRST)).items).toHaveLength(2);
      await anna.putMessage(OFFER, registrationOf());
      expect(await ledger.record(BOX, OFFER, openAt(NOON + 4))).toBe('stored');
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({ opens: 2, clicks: 1 });
      await expectFoldedState(store, OFFER);
    });

    it('obeys a word that another process heard', async () => {
      const { store, ledger } = await begin();
      const elsewhere = createTestLedger(store);
      await ledger.register(BOX, OFFER, registrationOf({ opens: false }));
      expect(await ledger.record(BOX, OFFER, openAt(NOON))).toBe('dropped');
      await (await opened(elsewhere)).putMessage(OFFER, registrationOf());
      expect(await ledger.record(BOX, OFFER, openAt(NOON))).toBe('stored');
      await (await opened(elsewhere)).putMessage(OFFER, registrationOf({ opens: false }));
      expect(await ledger.record(BOX, OFFER, openAt(NOON))).toBe('dropped');
    });
  });

  describe(`ledger over ${storeName}: deletion`, () => {
    it('forgets a message with its hits and its activity, and nothing else', async () => {
      const { store, ledger, anna } = await begin();
      const other = messageId(6);
      for (const id of [OFFER, other]) {
        await ledger.register(BOX, id, registrationOf());
        await Promise.all(Array.from({ length: 230 }, (_, index) => ledger.record(BOX, id, openAt(NOON + index))));
        await ledger.record(BOX, id, clickAt(NOON, 1));
      }
      expect(await anna.deleteMessage(OFFER)).toBe(true);
      expect(await ledger.message(ANNA, OFFER, FIRST)).toBeNull();
      expect((await anna.messages(FIRST)).items.map(({ id }) => id)).toEqual([other]);
      expect((await anna.activity(FIRST)).items.map((item) => item.messageId)).toEqual([other, other]);
      expect(await rowsIn(store, BOX, `e!${OFFER}`)).toEqual([]);
      expect(JSON.stringify((await rowsIn(store, BOX, `m!${OFFER}`))[0]?.values)).not.toMatch(
        /Offer|ben@|example\.com/,
      );
      expect(await ledger.message(ANNA, other, FIRST)).toMatchObject({ opens: 230, clicks: 1 });
      expect(await anna.deleteMessage(OFFER)).toBe(false);
      expect(await anna.deleteMessage(messageId(9))).toBe(false);
    });

    it('stays deleted whatever comes after it, until the sender says otherwise', async () => {
      const { store, ledger, anna } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, openAt(NOON));
      await anna.deleteMessage(OFFER);
      expect(await ledger.record(BOX, OFFER, openAt(NOON + 1))).toBe('dropped');
      expect(await ledger.register(BOX, OFFER, registrationOf())).toBe('deleted');
      expect(await ledger.message(ANNA, OFFER, FIRST)).toBeNull();
      await anna.putMessage(OFFER, registrationOf());
      expect(await ledger.record(BOX, OFFER, openAt(NOON + 2))).toBe('stored');
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({ opens: 1, sent: true });
      await expectFoldedState(store, OFFER);
    });
  });

  describe(`ledger over ${storeName}: the sender's own looks`, () => {
    it('corrects a hit in the timeline and in the activity, and takes it back', async () => {
      const { store, ledger, anna } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, openAt(NOON));
      await ledger.record(BOX, OFFER, clickAt(NOON + 1, 1));
      const [click] = (await ledger.message(ANNA, OFFER, FIRST))?.hits ?? [];
      const hit = parseHitId(click?.id ?? '');
      if (hit === null) throw new Error('A hit has an id');
      expect(await anna.correct(OFFER, { hit, actor: 'sender' })).toBe(true);
      expect(await anna.correct(OFFER, { hit, actor: 'sender' })).toBe(true);
      const corrected = await ledger.message(ANNA, OFFER, FIRST);
      expect(corrected?.hits.map(({ verdict }) => [verdict.actor, verdict.rule])).toEqual([
        ['sender', 'correction'],
        ['person', 'P13'],
      ]);
      expect(corrected).toMatchObject({ opens: 1, clicks: 1 });
      const told = (await anna.activity(FIRST)).items.filter(({ what }) => what === 'correction');
      expect(told.map(({ at, position }) => [at, position])).toEqual([[new Date(NOON + 1).toISOString(), 1]]);
      expect(await anna.correct(OFFER, { hit, actor: null })).toBe(true);
      expect((await ledger.message(ANNA, OFFER, FIRST))?.hits[0]?.verdict.actor).toBe('person');
      expect((await anna.activity(FIRST)).items.filter(({ what }) => what === 'correction')).toEqual([]);
      await expectFoldedState(store, OFFER);
    });

    it('corrects no hit that it does not have', async () => {
      const { ledger, anna } = await begin();
      const hit = parseHitId('0'.repeat(28));
      if (hit === null) throw new Error('28 digits are a hit id');
      expect(await anna.correct(OFFER, { hit, actor: 'sender' })).toBe(false);
      await ledger.register(BOX, OFFER, registrationOf());
      expect(await anna.correct(OFFER, { hit, actor: 'sender' })).toBe(false);
    });

    it('knows from a look that a mail was sent', async () => {
      const { ledger, anna } = await begin();
      await anna.viewing(OFFER, 0);
      await ledger.register(BOX, OFFER, registrationOf());
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({ sent: false });
      await anna.viewing(OFFER, 1_000);
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({ sent: true, opens: 0 });
    });
  });

  describe(`ledger over ${storeName}: lists`, () => {
    it('gives messages newest first, page by page', async () => {
      const { ledger, anna } = await begin();
      await Promise.all(
        Array.from({ length: 23 }, (_, index) => ledger.register(BOX, messageId(index), registrationOf())),
      );
      await ledger.record(BOX, messageId(100), openAt(NOON));
      const seen: string[] = [];
      let after: MessageId | null = null;
      do {
        const page = await anna.messages({ after, limit: 10 });
        seen.push(...page.items.map(({ id }) => id));
        after = page.next === null ? null : parseMessageId(page.next);
      } while (after !== null);
      expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => messageId(index)));
    });

    it('gives activity in order of commit, so that a hit that comes late is on top', async () => {
      const { ledger, anna } = await begin();
      for (const [index, at] of [NOON + 9_000, NOON + 1_000, NOON + 5_000].entries()) {
        ledger.clock.pass(1_000);
        await ledger.register(BOX, messageId(index), registrationOf({ subject: `Mail ${index}` }));
        await ledger.record(BOX, messageId(index), openAt(at));
      }
      const first = await anna.activity({ after: null, limit: 2 });
      expect(first.items.map(({ subject, what }) => [subject, what])).toEqual([
        ['Mail 2', 'first-open'],
        ['Mail 1', 'first-open'],
      ]);
      const second = await anna.activity({ after: parseActivityId(first.next ?? ''), limit: 2 });
      expect(second.items.map(({ subject, at }) => [subject, at])).toEqual([
        ['Mail 0', new Date(NOON + 9_000).toISOString()],
      ]);
      expect(second.next).toBeNull();
    });

    it('needs one storage request for a poll and two for a first page', async () => {
      const { store, ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await Promise.all(Array.from({ length: 120 }, (_, index) => ledger.record(BOX, OFFER, openAt(NOON + index))));
      const counted = countRequests(store);
      const cold = createTestLedger(counted);
      const total = (): number => counted.asked.read + counted.asked.list + counted.asked.commit;
      const box = await opened(cold);
      expect(total()).toBe(1);
      await box.messages(FIRST);
      expect(total()).toBe(2);
      await createTestLedger(counted).message(ANNA, OFFER, FIRST);
      expect(total()).toBe(4);
    });
  });

  describe(`ledger over ${storeName}: secrets`, () => {
    const SOUND = { changed: [], missing: [] };

    it('keeps the check values of the first start and names those that changed', async () => {
      const ledger = createTestLedger(freshStore());
      expect(await ledger.compareSecrets({ idSecret: 'a', 'master-1': 'b' }, true)).toEqual(SOUND);
      expect(await ledger.compareSecrets({ idSecret: 'a', 'master-1': 'b', 'master-2': 'c' }, true)).toEqual(SOUND);
      const wrong = { idSecret: 'x', 'master-1': 'b', 'master-2': 'y' };
      expect(await ledger.compareSecrets(wrong, true)).toEqual({ changed: ['idSecret', 'master-2'], missing: [] });
    });

    it('names a master that was taken away', async () => {
      const ledger = createTestLedger(freshStore());
      await ledger.compareSecrets({ idSecret: 'a', 'master-0': 'b' }, true);
      const instead = { idSecret: 'a', 'master-1': 'c' };
      expect(await ledger.compareSecrets(instead, true)).toEqual({ changed: [], missing: ['master-0'] });
    });

    it('keeps nothing for who only looks: a secret may still be exchanged before the first key', async () => {
      const ledger = createTestLedger(freshStore());
      expect(await ledger.compareSecrets({ idSecret: 'a' }, false)).toEqual(SOUND);
      expect(await ledger.compareSecrets({ idSecret: 'b' }, true)).toEqual(SOUND);
      expect(await ledger.compareSecrets({ idSecret: 'a' }, false)).toEqual({ changed: ['idSecret'], missing: [] });
    });

    it('lets one of two first starts with different secrets win', async () => {
      const store = freshStore();
      const both = await Promise.all(
        ['a', 'b'].map((idSecret) => createTestLedger(store).compareSecrets({ idSecret }, true)),
      );
      expect(both.flatMap(({ changed }) => changed)).toEqual(['idSecret']);
    });
  });

  describe(`ledger over ${storeName}: folding stored hits by their place`, () => {
    const step = fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({
          do: fc.constant('hits' as const),
          hits: fc.array(anyHit, { minLength: 1, maxLength: 12 }),
        }),
      },
      { weight: 1, arbitrary: fc.constant({ do: 'register' as const }) },
      {
        weight: 1,
        arbitrary: fc.record({ do: fc.constant('put' as const), opens: fc.boolean(), links: fc.boolean() }),
      },
      { weight: 1, arbitrary: fc.constant({ do: 'delete' as const }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), at: fc.nat(5_000) }) },
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant('mine' as const), which: fc.nat(20), isMine: fc.boolean() }),
      },
    );

    it('gives the stored state, whatever was said and done by two processes', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
          const store = freshStore();
          const ledgers = [createTestLedger(store), createTestLedger(store, { seed: 2 })] as const;
          const box = await opened(ledgers[0]);
          for (const what of steps) {
            if (what.do === 'hits') {
              await Promise.all(
                what.hits.map((hit, index) => ledgers[index % 2 === 0 ? 0 : 1].record(BOX, OFFER, hit)),
              );
            } else if (what.do === 'register') await ledgers[1].register(BOX, OFFER, registrationOf());
            else if (what.do === 'put') await box.putMessage(OFFER, registrationOf(what));
            else if (what.do === 'look') await box.viewing(OFFER, what.at);
            else if (what.do === 'mine') await saySender(ledgers[1], what);
            else await box.deleteMessage(OFFER);
          }
          await expectFoldedState(store, OFFER);
        }),
        { numRuns: 25 },
      );
    });
  });
}

/** People, filters and the sender, before and after the mail is sent. */
const anyHit: fc.Arbitrary<Hit> = fc
  .record({
    position: fc.option(fc.nat(4)),
    at: fc.oneof(fc.integer({ min: -2 * 3_600_000, max: 5_000 }), fc.nat(3 * DAY_MS)),
    own: fc.boolean(),
    isFilter: fc.boolean(),
    client: fc.constantFrom('client', 'other'),
  })
  .map(({ position, at, own, isFilter, client }) => {
    if (isFilter) return scanAt(NOON + at);
    return position === null ? openAt(NOON + at, { own, client }) : clickAt(NOON + at, position, { own, client });
  });

/** "That was me", or not after all, about one of the hits that are shown. */
async function saySender(ledger: TestLedger, { which, isMine }: { which: number; isMine: boolean }): Promise<void> {
  const hits = (await ledger.message(ANNA, OFFER, FIRST))?.hits ?? [];
  const hit = parseHitId(hits[which % Math.max(1, hits.length)]?.id ?? '');
  if (hit !== null) await (await opened(ledger)).correct(OFFER, { hit, actor: isMine ? 'sender' : null });
}

/** Waits for something that happens in the background. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
  }
}
