import type { DigestPage, DigestRow, Overview, Preferences, Registration } from '@readback/core';
import { parseHitId, type MessageId } from '../rows/ids.ts';
import { messageValues, readMessage } from '../rows/message-row.ts';
import type { RowStore } from '../store/row-store.ts';
import { parseDigestCursor } from './digest-cursor.ts';
import {
  clickAt,
  countRequests,
  createTestLedger,
  mailboxId,
  messageId,
  NOON,
  openAt,
  opened,
  ownerOf,
  registrationOf,
  rowsIn,
  scanAt,
  type CountedStore,
  type TestLedger,
} from './ledger.fixture.ts';
import type { Mailbox } from './ledger.ts';
import { createRepair } from './repair.ts';

const BOX = mailboxId(1);
const ANNA = ownerOf(BOX);
const MALLORY = ownerOf(BOX, 'hash-of-mallory');
const OFFER = messageId(5);
const FIRST = { after: null, limit: 50 };
const HOUR = 3_600_000;

const NOBODY = { person: 0, likely: 0, machine: 0, unknown: 0 };

/** What shows many messages at once, and what a person keeps beside them, over every store. */
export function describeOverviews(storeName: string, freshStore: () => RowStore): void {
  async function begin(): Promise<{ store: RowStore; ledger: TestLedger; anna: Mailbox }> {
    const store = freshStore();
    const ledger = createTestLedger(store);
    return { store, ledger, anna: await opened(ledger) };
  }

  describe(`overviews over ${storeName}: the first page of activity and messages`, () => {
    it('holds the newest of both, and the version, in two requests', async () => {
      const { store, ledger, anna } = await begin();
      for (const number of [1, 2, 3]) {
        await ledger.register(BOX, messageId(number), registrationOf({ subject: `Mail ${number}` }));
        await ledger.record(BOX, messageId(number), openAt(NOON + number));
        ledger.clock.pass(1_000);
      }
      await ledger.record(BOX, messageId(0), openAt(NOON));
      const counted = countRequests(store);
      const overview = await overviewOf(createTestLedger(counted), 2);
      expect(requests(counted)).toBe(2);
      expect(overview.version).toBe((await opened(ledger)).head.version);
      expect(overview.messages).toEqual(await anna.messages({ after: null, limit: 2 }));
      expect(overview.messages.items.map(({ subject }) => subject)).toEqual(['Mail 1', 'Mail 2']);
      expect(overview.messages.next).toBe(messageId(2));
      expect(overview.activity).toEqual(await anna.activity({ after: null, limit: 2 }));
      expect(overview.activity.items.map(({ subject }) => subject)).toEqual(['Mail 3', 'Mail 2']);
      expect(overview.activity.next).not.toBeNull();
    });

    it('holds everything where there is less, and ends there', async () => {
      const { ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      const { activity, messages } = await overviewOf(ledger, 1);
      expect([activity, messages]).toEqual([
        { items: [], next: null },
        { items: [expect.objectContaining({ id: OFFER })], next: null },
      ]);
    });

    it('makes a mailbox at the first time, and refuses it to anybody else', async () => {
      const ledger = createTestLedger(freshStore());
      const { version } = await overviewOf(ledger, 50);
      expect(version).toBe((await opened(ledger)).head.version);
      await ledger.register(BOX, OFFER, registrationOf());
      expect(await ledger.overview(MALLORY, 50)).toBeNull();
      expect(await ledger.digest(MALLORY, null)).toBeNull();
    });
  });

  describe(`overviews over ${storeName}: the activity`, () => {
    it('shows each message as it stood with what happened', async () => {
      const { ledger, anna } = await begin();
      const recipients = Array.from({ length: 30 }, (_, index) => ({
        address: `person${index}@example.com`,
        name: 'n'.repeat(300),
      }));
      await ledger.register(BOX, OFFER, registrationOf({ recipients, subject: 's'.repeat(900) }));
      await ledger.record(BOX, OFFER, openAt(NOON));
      ledger.clock.pass(1_000);
      await ledger.record(BOX, OFFER, clickAt(NOON + 1_000, 1));
      const [listed] = (await anna.messages(FIRST)).items;
      const [click, open] = (await anna.activity(FIRST)).items;
      const short = recipients.slice(0, 20).map(({ address, name }) => ({ address, name: name.slice(0, 128) }));
      expect(click?.message).toEqual({ ...listed, subject: 's'.repeat(256), recipients: short });
      expect(open?.message).toMatchObject({ opens: 1, clicks: 0, headline: { code: 'headline-opened' }, sent: true });
    });

    it('shows with "that was me" what is left of the message', async () => {
      const { ledger, anna } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, openAt(NOON));
      ledger.clock.pass(1_000);
      const [hit] = (await ledger.message(ANNA, OFFER, FIRST))?.hits ?? [];
      await anna.correct(OFFER, { hit: parseHitId(hit?.id ?? '') ?? noHit(), actor: 'sender' });
      const [correction, open] = (await anna.activity(FIRST)).items;
      expect(correction).toMatchObject({
        what: 'correction',
        subject: 'Offer',
        message: { opens: 1, headline: { code: 'headline-nothing' } },
      });
      expect(open).toMatchObject({ what: 'first-open', message: { headline: { code: 'headline-opened' } } });
    });

    it('says of each message when a person last did something, told or not, and takes it back with the verdict', async () => {
      const { ledger, anna } = await begin();
      const isoAt = (at: number) => new Date(at).toISOString();
      const lastSign = async () => {
        const [listed] = (await anna.messages(FIRST)).items;
        const detail = await ledger.message(ANNA, OFFER, FIRST);
        expect(detail?.lastPersonAt).toBe(listed?.lastPersonAt);
        return listed?.lastPersonAt;
      };
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, scanAt(NOON));
      expect(await lastSign()).toBeNull();
      await ledger.record(BOX, OFFER, openAt(NOON + HOUR));
      await ledger.record(BOX, OFFER, openAt(NOON + 3 * HOUR));
      expect(await lastSign()).toBe(isoAt(NOON + 3 * HOUR));
      const told = (await anna.activity(FIRST)).items;
      expect(told.map(({ message }) => message?.lastPersonAt)).toEqual([isoAt(NOON + HOUR)]);
      for (const { id, verdict } of (await ledger.message(ANNA, OFFER, FIRST))?.hits ?? []) {
        if (verdict.actor === 'scanner') continue;
        await anna.correct(OFFER, { hit: parseHitId(id) ?? noHit(), actor: 'sender' });
      }
      expect(await lastSign()).toBeNull();
    });

    it('shows no message in an entry of an earlier version', async () => {
      const { store, ledger, anna } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, openAt(NOON));
      const [row] = await rowsIn(store, BOX, 'a!');
      if (row === undefined) throw new Error('Something was told');
      await replace(store, { ...row, values: without(row.values, /^message\d$/) });
      expect((await anna.activity(FIRST)).items).toMatchObject([{ messageId: OFFER, message: null }]);
    });
  });

  describe(`overviews over ${storeName}: the digest`, () => {
    it('shows of each message what views of many are made of', async () => {
      const { ledger } = await begin();
      const trackedLinks = ['/a', '/b', '/a', '/c', '/d', '/e', '/f'].map((path, position) => ({
        position,
        destination: `https://example.com${path}`,
      }));
      await ledger.register(BOX, OFFER, registrationOf({ trackedLinks, opensReason: 'not-seen' }));
      await ledger.record(BOX, OFFER, scanAt(NOON));
      await ledger.record(BOX, OFFER, openAt(NOON + HOUR));
      for (const [index, position] of [0, 2, 2, 1, 3, 4, 4].entries()) {
        await ledger.record(BOX, OFFER, clickAt(NOON + (2 + index) * HOUR, position));
      }
      const [row] = (await digestOf(ledger)).items;
      const expected: DigestRow = {
        id: OFFER,
        subject: 'Offer',
        recipients: [{ address: 'ben@example.com', name: 'Ben' }],
        recipientCount: 1,
        sentAt: new Date(NOON - HOUR).toISOString(),
        sent: true,
        opensReason: 'not-seen',
        linksReason: null,
        opens: { ...NOBODY, person: 1, machine: 1 },
        clicks: { ...NOBODY, person: 7 },
        rawOpens: 2,
        rawClicks: 7,
        lastHitAt: new Date(NOON + 8 * HOUR).toISOString(),
        lastPersonAt: new Date(NOON + 8 * HOUR).toISOString(),
        headline: { code: 'headline-clicked', values: { times: 7 } },
        corrected: false,
        program: 'Chrome',
        topLinks: [
          { destination: 'https://example.com/a', clicks: 3 },
          { destination: 'https://example.com/d', clicks: 2 },
          { destination: 'https://example.com/b', clicks: 1 },
          { destination: 'https://example.com/c', clicks: 1 },
        ],
      };
      expect(row).toEqual(expected);
    });

    it('names nobody as the last reader where only programs came', async () => {
      const { ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, scanAt(NOON));
      expect((await digestOf(ledger)).items).toMatchObject([
        { rawOpens: 1, lastPersonAt: null, program: null, topLinks: [], headline: { code: 'headline-scanned' } },
      ]);
    });

    it('shows that a verdict on people was taken back: by a burst, and by "that was me"', async () => {
      const { ledger, anna } = await begin();
      const links = [1, 2, 3].map((position) => ({ position, destination: `https://example.com/${position}` }));
      await ledger.register(BOX, OFFER, registrationOf({ trackedLinks: links }));
      for (const [index, { position }] of links.entries()) {
        await ledger.record(BOX, OFFER, clickAt(NOON + HOUR + index * 300, position));
      }
      await ledger.register(BOX, messageId(6), registrationOf());
      await ledger.record(BOX, messageId(6), openAt(NOON));
      expect((await digestOf(ledger)).items).toMatchObject([
        { corrected: true, lastPersonAt: null, program: null },
        { corrected: false, program: 'Outlook' },
      ]);
      const [hit] = (await ledger.message(ANNA, messageId(6), FIRST))?.hits ?? [];
      await anna.correct(messageId(6), { hit: parseHitId(hit?.id ?? '') ?? noHit(), actor: 'sender' });
      expect((await digestOf(ledger)).items[1]).toMatchObject({ corrected: true, lastPersonAt: null, opens: NOBODY });
    });

    it('stays small, whatever a message holds', async () => {
      const { store, ledger } = await begin();
      const recipients = Array.from({ length: 300 }, (_, index) => ({
        address: `${'"'.repeat(300)}${index}@x.y`,
        name: '\\'.repeat(400),
      }));
      const trackedLinks = Array.from({ length: 20 }, (_, position) => ({
        position,
        destination: `https://example.com/${position}/${'y'.repeat(700)}`,
      }));
      await ledger.register(BOX, OFFER, registrationOf({ recipients, trackedLinks, subject: 's'.repeat(900) }));
      await Promise.all(trackedLinks.map(({ position }) => ledger.record(BOX, OFFER, clickAt(NOON, position))));
      const [row] = (await digestOf(ledger)).items;
      expect([row?.subject?.length, row?.recipients.length, row?.topLinks.length]).toEqual([256, 50, 5]);
      expect(row?.recipientCount).toBeGreaterThan(50);
      expect(row?.topLinks.every(({ destination }) => destination.length === 256)).toBe(true);
      const [stored] = await rowsIn(store, BOX, `m!${OFFER}`);
      expect(Object.keys(stored?.values ?? {}).filter((name) => name.startsWith('digest'))).toEqual([
        'digest0',
        'digest1',
      ]);
    });

    it('shows a message that was never tracked, with the reason', async () => {
      const { ledger, anna } = await begin();
      const reason = 'elsewhere';
      const untracked: Partial<Registration> = { opens: false, links: false, trackedLinks: [], pixelPlace: null };
      await anna.putMessage(OFFER, registrationOf({ ...untracked, opensReason: reason, linksReason: reason }));
      await anna.putMessage(messageId(6), registrationOf(untracked));
      expect((await digestOf(ledger)).items).toMatchObject([
        { id: OFFER, opensReason: reason, linksReason: reason, sent: true, headline: { code: 'headline-nothing' } },
        { id: messageId(6), opensReason: 'unknown', linksReason: 'unknown', sent: false },
      ]);
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({ opensReason: reason, linksReason: reason });
    });

    it('is without what was deleted, and without what nobody registered', async () => {
      const { ledger, anna } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.register(BOX, messageId(6), registrationOf());
      await ledger.record(BOX, messageId(7), openAt(NOON));
      await anna.deleteMessage(OFFER);
      expect((await digestOf(ledger)).items.map(({ id }) => id)).toEqual([messageId(6)]);
    });

    it('comes in pages of up to 1,000, each of one request, and of the version of the first', async () => {
      const { store, ledger } = await begin();
      const ids = Array.from({ length: 2_100 }, (_, index) => messageId(index));
      await writeMessages(store, ids);
      const counted = countRequests(store);
      const cold = createTestLedger(counted);
      const pages: DigestPage[] = [];
      for (let next: string | null = ''; next !== null; next = pages.at(-1)?.next ?? null) {
        const page = await cold.digest(ANNA, next === '' ? null : parseDigestCursor(next));
        if (page === null) throw new Error("Anna's mailbox is hers");
        if (pages.length === 0) await ledger.register(BOX, messageId(9_999), registrationOf());
        pages.push(page);
      }
      expect(pages.map(({ items }) => items.length)).toEqual([999, 1_000, 102]);
      expect(requests(counted)).toBe(3);
      expect(pages.flatMap(({ items }) => items.map(({ id }) => id)).slice(0, 2_100)).toEqual(ids);
      expect(new Set(pages.map(({ version }) => version)).size).toBe(1);
      expect((await digestOf(ledger)).version).not.toBe(pages[0]?.version);
      const next = parseDigestCursor(pages[0]?.next ?? '');
      expect((await ledger.digest(MALLORY, next))?.items).toEqual([]);
    });

    it('reads a row of before lists said when a person last did something, which repair brings up to date', async () => {
      const { store, ledger, anna } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, openAt(NOON));
      const [row] = await rowsIn(store, BOX, `m!${OFFER}`);
      if (row === undefined) throw new Error('There is a message');
      await replace(store, { ...row, values: { ...without(row.values, /^lastPersonAt$/), schema: 3 } });
      expect((await anna.messages(FIRST)).items).toMatchObject([{ id: OFFER, lastPersonAt: null }]);
      expect(await outcomesOf(store, false)).toEqual(['mended']);
      expect((await anna.messages(FIRST)).items).toMatchObject([{ lastPersonAt: new Date(NOON).toISOString() }]);
    });

    it('reads a row of the version before it, which repair brings up to date', async () => {
      const { store, ledger } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      const [row] = await rowsIn(store, BOX, `m!${OFFER}`);
      if (row === undefined) throw new Error('There is a message');
      await replace(store, { ...row, values: { ...without(row.values, /^digest\d$/), schema: 2 } });
      expect((await digestOf(ledger)).items).toMatchObject([
        { id: OFFER, subject: 'Offer', recipients: [], recipientCount: 0, opens: NOBODY, program: null },
      ]);
      expect(await outcomesOf(store, true)).toEqual(['differs']);
      expect(await outcomesOf(store, false)).toEqual(['mended']);
      expect(await outcomesOf(store, false)).toEqual(['sound']);
      expect((await digestOf(ledger)).items).toMatchObject([{ recipients: [{ address: 'ben@example.com' }] }]);
    });
  });

  describe(`overviews over ${storeName}: stopping to track a message`, () => {
    it('keeps what was recorded, counts nothing further, and goes on when told so', async () => {
      const { ledger, anna } = await begin();
      await ledger.register(BOX, OFFER, registrationOf());
      await ledger.record(BOX, OFFER, openAt(NOON));
      await ledger.record(BOX, OFFER, clickAt(NOON + 1, 1));
      const before = await ledger.message(ANNA, OFFER, FIRST);
      const shortBefore = await digestOf(ledger);
      expect(before?.stoppedAt).toBeNull();
      const { version } = (await opened(ledger)).head;
      expect([await anna.switchTracking(OFFER, false), await anna.switchTracking(OFFER, false)]).toEqual([true, true]);
      expect((await opened(ledger)).head.version).not.toBe(version);
      for (const hit of [openAt(NOON + 2), clickAt(NOON + 3, 1)]) {
        expect(await ledger.record(BOX, OFFER, hit)).toBe('dropped');
      }
      const stopped = await ledger.message(ANNA, OFFER, FIRST);
      expect(stopped).toEqual({ ...before, stoppedAt: new Date(ledger.clock.now()).toISOString() });
      expect((await digestOf(ledger)).items).toEqual(shortBefore.items);
      expect((await anna.activity(FIRST)).items).toHaveLength(2);
      expect(await ledger.register(BOX, OFFER, registrationOf())).toBe('same');
      expect(await ledger.record(BOX, OFFER, openAt(NOON + 4))).toBe('dropped');
      expect(await anna.switchTracking(OFFER, true)).toBe(true);
      expect(await ledger.record(BOX, OFFER, openAt(NOON + 5))).toBe('stored');
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({ opens: 2, clicks: 1, stoppedAt: null });
    });

    it('is obeyed by another process, which knows the message as tracked', async () => {
      const { store, ledger, anna } = await begin();
      const elsewhere = createTestLedger(store);
      await ledger.register(BOX, OFFER, registrationOf());
      expect(await elsewhere.record(BOX, OFFER, openAt(NOON))).toBe('stored');
      await anna.switchTracking(OFFER, false);
      expect(await createTestLedger(store).record(BOX, OFFER, openAt(NOON + 1))).toBe('dropped');
      expect(await elsewhere.record(BOX, OFFER, openAt(NOON + 2))).toBe('dropped');
      expect(await ledger.message(ANNA, OFFER, FIRST)).toMatchObject({ opens: 1 });
    });

    it('needs a registered message', async () => {
      const { ledger, anna } = await begin();
      await ledger.record(BOX, OFFER, openAt(NOON));
      expect(await anna.switchTracking(OFFER, false)).toBe(false);
      expect(await anna.switchTracking(messageId(9), false)).toBe(false);
    });
  });

  describe(`overviews over ${storeName}: preferences`, () => {
    const some: Preferences = {
      notify: 'starred',
      starred: Array.from({ length: 500 }, (_, index) => `${'x'.repeat(200)}${index}@example.com`),
      muted: [OFFER],
      seenUpTo: 'f'.repeat(28),
      seen: [{ messageId: OFFER, upTo: 'e'.repeat(28) }],
      introducedAt: new Date(NOON).toISOString(),
    };

    it('are kept whole, and replaced whole', async () => {
      const { ledger, anna } = await begin();
      expect(await anna.preferences()).toMatchObject({ notify: 'all', starred: [], seenUpTo: null });
      await anna.setPreferences(some);
      expect(await (await opened(ledger)).preferences()).toEqual(some);
      const fewer = { ...some, starred: ['ben@example.com'], muted: [] };
      await anna.setPreferences(fewer);
      expect(await (await opened(ledger)).preferences()).toEqual(fewer);
    });

    it('are no change of the mailbox, so that nobody fetches mails for them', async () => {
      const { ledger, anna } = await begin();
      await anna.setPreferences(some);
      expect((await opened(ledger)).head).toEqual(anna.head);
    });
  });
}

async function overviewOf(ledger: TestLedger, limit: number): Promise<Overview> {
  const overview = await ledger.overview(ANNA, limit);
  if (overview === null) throw new Error("Anna's mailbox is hers");
  return overview;
}

async function digestOf(ledger: TestLedger): Promise<DigestPage> {
  const page = await ledger.digest(ANNA, null);
  if (page === null) throw new Error("Anna's mailbox is hers");
  return page;
}

async function outcomesOf(store: RowStore, isDry: boolean): Promise<string[]> {
  const { clock } = createTestLedger(store);
  const options = { store, clock, log: () => undefined, jitter: () => 0, entropy: () => '0'.repeat(16) };
  const outcomes: string[] = [];
  for await (const { outcome } of createRepair(options).foldAll({ isDry })) outcomes.push(outcome);
  return outcomes;
}

/** Many registered messages, written as the ledger would, a hundred at a time. */
async function writeMessages(store: RowStore, ids: readonly MessageId[]): Promise<void> {
  const sample = createTestLedger(store);
  await sample.register(BOX, messageId(0), registrationOf());
  const [row] = await rowsIn(store, BOX, `m!${messageId(0)}`);
  if (row === undefined) throw new Error('There is a message');
  const values = messageValues(readMessage(row));
  for (let start = 1; start < ids.length; start += 100) {
    const writes = ids.slice(start, start + 100).map((id) => ({ kind: 'insert', key: `m!${id}`, values }) as const);
    await store.commit(BOX, writes, new AbortController().signal);
  }
}

async function replace(
  store: RowStore,
  { key, values, etag }: Awaited<ReturnType<typeof rowsIn>>[number],
): Promise<void> {
  const write = { kind: 'replace', key, values, etag } as const;
  expect(await store.commit(BOX, [write], new AbortController().signal)).toMatchObject({ outcome: 'committed' });
}

function without<T>(values: Readonly<Record<string, T>>, names: RegExp): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.test(name)));
}

function requests({ asked }: CountedStore): number {
  return asked.read + asked.list + asked.commit;
}

function noHit(): never {
  throw new Error('A hit has an id');
}
