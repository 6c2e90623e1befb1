import type { Hit, MessageDetail, Registration } from '@readback/core';
import { foldValues } from '../rows/fold-values.ts';
import { readHit } from '../rows/hit-row.ts';
import { parseHitId, type HitId, type MessageId } from '../rows/ids.ts';
import { isoOf } from '../rows/iso-of.ts';
import { readMessage } from '../rows/message-row.ts';
import type { RowStore } from '../store/row-store.ts';
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
  type TestLedger,
} from './ledger.fixture.ts';
import type { Mailbox } from './ledger.ts';

const BOX = mailboxId(1);
const ANNA = ownerOf(BOX);
const OFFER = messageId(5);
const FIRST = { after: null, limit: 50 };
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What the ledger says of who was behind hits, over every store. */
export function describeVerdicts(storeName: string, freshStore: () => RowStore): void {
  async function begin(): Promise<{ store: RowStore; ledger: TestLedger; anna: Mailbox }> {
    const store = freshStore();
    const ledger = createTestLedger(store);
    return { store, ledger, anna: await opened(ledger) };
  }

  async function sent(more: Partial<Registration> = {}): Promise<Awaited<ReturnType<typeof begin>>> {
    const begun = await begin();
    await begun.ledger.register(BOX, OFFER, registrationOf(more));
    return begun;
  }

  const told = async (anna: Mailbox): Promise<string[]> =>
    (await anna.activity(FIRST)).items.map(({ what, verdict }) => `${what} ${verdict?.actor ?? ''}`).reverse();

  describe(`verdicts over ${storeName}: what is shown`, () => {
    it('is what each hit was, the sessions of people and programs, and one line, the same in lists', async () => {
      const { ledger, anna } = await sent();
      for (const hit of [
        scanAt(NOON),
        openAt(NOON + HOUR),
        openAt(NOON + HOUR + SECOND),
        clickAt(NOON + 2 * HOUR, 1),
      ]) {
        await ledger.record(BOX, OFFER, hit);
      }
      const detail = await shown(ledger);
      expect(actors(detail)).toEqual(['person', 'person', 'person', 'scanner']);
      expect(detail.hits.map(({ first }) => first)).toEqual([null, null, null, null]);
      expect(detail).toMatchObject({
        opens: 3,
        clicks: 1,
        headline: { code: 'headline-clicked', values: { times: 1 } },
        judgement: {
          opens: { person: 1, likely: 0, machine: 1, unknown: 0 },
          clicks: { person: 1, likely: 0, machine: 0, unknown: 0 },
          headline: { code: 'headline-clicked' },
          corrections: [],
        },
      });
      const [listed] = (await anna.messages(FIRST)).items;
      const {
        overflow: _,
        judgement,
        opensReason,
        linksReason,
        pixelPlace,
        stoppedAt,
        links,
        hits,
        next,
        ...summary
      } = detail;
      expect(listed).toEqual(summary);
      expect(stoppedAt).toBeNull();
      expect([judgement.rulesVersion, opensReason, linksReason, pixelPlace, links.length, hits.length, next]).toEqual([
        expect.any(Number),
        null,
        null,
        'before-history',
        1,
        4,
        null,
      ]);
    });

    it('is told of people alone, with what a message about it needs', async () => {
      const { ledger, anna } = await sent();
      for (const hit of [scanAt(NOON), openAt(NOON + HOUR), clickAt(NOON + HOUR + MINUTE, 1)]) {
        await ledger.record(BOX, OFFER, hit);
        ledger.clock.pass(SECOND);
      }
      expect(await told(anna)).toEqual(['first-open person', 'click person']);
      expect((await anna.activity(FIRST)).items[0]).toMatchObject({
        subject: 'Offer',
        position: 1,
        verdict: { reason: { code: 'clicked-in' } },
        sentAt: new Date(NOON - HOUR).toISOString(),
      });
    });

    it('counts a scheduled mail from its delivery', async () => {
      const { ledger } = await sent({ deliverAfter: new Date(NOON + 2 * HOUR).toISOString() });
      await ledger.record(BOX, OFFER, openAt(NOON + HOUR));
      await ledger.record(BOX, OFFER, openAt(NOON + 3 * HOUR));
      expect(actors(await shown(ledger))).toEqual(['person', 'sender']);
    });
  });

  describe(`verdicts over ${storeName}: corrections`, () => {
    const burst = [1, 2, 3].map((position, index) => clickAt(NOON + HOUR + index * 300, position));

    it('are visible: now and first, when and why, and where they had been told', async () => {
      const { store, ledger, anna } = await sent();
      for (const hit of burst) {
        await ledger.record(BOX, OFFER, hit);
        ledger.clock.pass(SECOND);
      }
      const detail = await shown(ledger);
      expect(detail.hits.map(({ verdict, first }) => [verdict.actor, first?.actor ?? null])).toEqual([
        ['scanner', null],
        ['scanner', 'person'],
        ['scanner', 'person'],
      ]);
      expect(detail.judgement.corrections).toMatchObject([
        {
          kind: 'click',
          position: 1,
          at: isoOf(NOON + HOUR),
          correctedAt: isoOf(NOON + HOUR + 600),
          from: { actor: 'person' },
          to: { actor: 'scanner', reason: { code: 'burst' } },
        },
        { position: 2 },
      ]);
      expect(await told(anna)).toEqual(['click person', 'click person', 'correction scanner', 'correction scanner']);
      expect(await storedVerdicts(store)).toEqual(['person', 'person', 'scanner']);
    });

    it('come from another process as well', async () => {
      const { store, ledger } = await sent();
      const elsewhere = createTestLedger(store);
      for (const [index, hit] of burst.entries()) await (index === 1 ? elsewhere : ledger).record(BOX, OFFER, hit);
      expect(actors(await shown(ledger))).toEqual(['scanner', 'scanner', 'scanner']);
    });
  });

  describe(`verdicts over ${storeName}: hits that were held`, () => {
    it('are judged again with what the registration says, and only then told', async () => {
      const { store, ledger, anna } = await begin();
      // The sender's own editor shows the picture before the mail is sent; a person opens it after.
      await ledger.record(BOX, OFFER, openAt(NOON - 2 * HOUR));
      await ledger.record(BOX, OFFER, openAt(NOON - MINUTE));
      expect(await storedVerdicts(store)).toEqual(['person', 'person']);
      expect(await ledger.register(BOX, OFFER, registrationOf({ ageMs: HOUR }))).toBe('created');
      expect(await storedVerdicts(store)).toEqual(['sender', 'person']);
      const detail = await shown(ledger);
      expect(detail.hits.map(({ verdict, first }) => [verdict.reason.code, first])).toEqual([
        ['opened-in', null],
        ['before-send', null],
      ]);
      expect(detail.judgement.opens).toEqual({ person: 1, likely: 0, machine: 0, unknown: 0 });
      const [item, ...others] = (await anna.activity(FIRST)).items;
      expect([item?.what, item?.at, others]).toEqual(['first-open', isoOf(NOON - MINUTE), []]);
    });

    it('tell nothing that was taken back while they were held', async () => {
      const { ledger, anna } = await begin();
      const burst = [1, 2, 3].map((position, index) => clickAt(NOON + index * 300, position));
      for (const hit of [...burst, clickAt(NOON + HOUR, 7)]) await ledger.record(BOX, OFFER, hit);
      await ledger.register(BOX, OFFER, registrationOf());
      expect(await told(anna)).toEqual(['click person']);
    });

    it('are told at most 50 at a time, the newest', async () => {
      const { ledger, anna } = await begin();
      const hits = Array.from({ length: 80 }, (_, index) =>
        clickAt(NOON + index, index, { client: `client-${index}` }),
      );
      await Promise.all(hits.map((hit) => ledger.record(BOX, OFFER, hit)));
      await ledger.register(BOX, OFFER, registrationOf());
      const items = (await anna.activity({ after: null, limit: 100 })).items;
      expect(new Set(items.map(({ position }) => position)).size).toBe(50);
      expect(Math.min(...items.map(({ position }) => position ?? -1))).toBe(30);
    });

    it('are judged by the nightly sweep when the registration was cut short, and by a repeated registration', async () => {
      for (const mend of ['sweep', 'repeat'] as const) {
        const { store, ledger, anna } = await begin();
        await ledger.record(BOX, OFFER, openAt(NOON - 2 * HOUR));
        await ledger.record(BOX, OFFER, clickAt(NOON, 1));
        const failing = createTestLedger(withoutLists(store));
        expect(await failing.register(BOX, OFFER, registrationOf({ ageMs: HOUR }))).toBe('created');
        expect(failing.lines.map(({ event }) => event)).toEqual(['ledger-settles-later']);
        await ledger.record(BOX, OFFER, clickAt(NOON + HOUR, 2));
        expect(await told(anna)).toEqual([]);
        if (mend === 'sweep') expect(await ledger.sweep(180)).toMatchObject({ settled: 1 });
        else expect(await ledger.register(BOX, OFFER, registrationOf({ ageMs: HOUR }))).toBe('same');
        expect((await told(anna)).sort()).toEqual(['click person', 'click person']);
        expect(actors(await shown(ledger))).toEqual(['person', 'person', 'sender']);
      }
    });

    it('need no more than two storage requests where there are none', async () => {
      const { store } = await begin();
      const counted = countRequests(store);
      const ledger = createTestLedger(counted);
      await ledger.open(ANNA);
      const before = { ...counted.asked };
      await ledger.register(BOX, OFFER, registrationOf());
      expect([counted.asked.read - before.read, counted.asked.commit - before.commit, counted.asked.list]).toEqual([
        1, 1, 0,
      ]);
    });
  });

  describe(`verdicts over ${storeName}: what the sender says and does`, () => {
    const correct = async (ledger: TestLedger, hit: HitId, actor: 'sender' | null): Promise<void> => {
      expect(await (await opened(ledger)).correct(OFFER, { hit, actor })).toBe(true);
    };

    it('"that was me" leaves nothing of the hit in the counts, and can be taken back', async () => {
      const { store, ledger, anna } = await sent();
      await ledger.record(BOX, OFFER, openAt(NOON));
      await ledger.record(BOX, OFFER, clickAt(NOON + 3 * HOUR, 1));
      const before = await shown(ledger);
      expect(before.headline.code).toBe('headline-clicked');
      const [click, open] = before.hits.map(({ id }) => hitIdOf(id));
      if (click === undefined || open === undefined) throw new Error('There are two hits');

      await correct(ledger, click, 'sender');
      const after = await shown(ledger);
      expect(after.hits[0]).toMatchObject({
        verdict: { actor: 'sender', reason: { code: 'that-was-me' } },
        first: { actor: 'person' },
      });
      expect(after).toMatchObject({
        opens: 1,
        clicks: 1,
        headline: { code: 'headline-opened' },
        judgement: { clicks: { person: 0, likely: 0, machine: 0, unknown: 0 } },
      });
      await correct(ledger, open, 'sender');
      expect((await anna.messages(FIRST)).items[0]?.headline.code).toBe('headline-nothing');
      expect(await storedVerdicts(store)).toEqual(['person', 'person']);

      await correct(ledger, open, null);
      await correct(ledger, click, null);
      const { hits, headline, judgement } = await shown(ledger);
      expect([hits, headline, judgement]).toEqual([before.hits, before.headline, before.judgement]);
    });

    it('takes no verdict of another hit back', async () => {
      const { ledger } = await sent();
      const burst = [1, 2, 3].map((position, index) => clickAt(NOON + index * 300, position));
      for (const hit of burst) await ledger.record(BOX, OFFER, hit);
      const [last] = (await shown(ledger)).hits;
      await correct(ledger, hitIdOf(last?.id ?? ''), 'sender');
      expect(actors(await shown(ledger))).toEqual(['sender', 'scanner', 'scanner']);
    });

    it.each([
      ['6 s before', -6, 'person', null],
      ['5 s before', -5, 'sender', 'person'],
      ['a moment before', 0, 'sender', 'person'],
    ])('knows whose a load was that came %s the pane showed the mail', async (_, seconds, actor, first) => {
      const { ledger, anna } = await sent();
      await ledger.record(BOX, OFFER, openAt(NOON + seconds * SECOND));
      await anna.viewing(OFFER, 0);
      const { hits, judgement } = await shown(ledger);
      expect(hits.map(({ verdict, first: before }) => [verdict.actor, before?.actor ?? null])).toEqual([
        [actor, first],
      ]);
      expect(judgement.opens.person).toBe(actor === 'person' ? 1 : 0);
    });

    it.each([
      ['19 s after', 19, 'sender'],
      ['20 s after', 20, 'person'],
    ])(
      'a load %s the pane began to show the mail is the sender’s or not, in every process',
      async (_, seconds, actor) => {
        const { store, ledger, anna } = await sent();
        await anna.viewing(OFFER, 0);
        await createTestLedger(store).record(BOX, OFFER, openAt(NOON + seconds * SECOND));
        expect(actors(await shown(ledger))).toEqual([actor]);
      },
    );

    it('takes nothing for the sender’s that comes while the pane goes on showing the mail', async () => {
      const { ledger, anna } = await sent();
      await anna.viewing(OFFER, 0);
      ledger.clock.pass(30 * SECOND);
      await anna.viewing(OFFER, 30 * SECOND);
      await ledger.record(BOX, OFFER, openAt(NOON + 31 * SECOND));
      expect(actors(await shown(ledger))).toEqual(['person']);
      ledger.clock.pass(MINUTE);
      await anna.viewing(OFFER, 0);
      await ledger.record(BOX, OFFER, openAt(NOON + 95 * SECOND));
      expect(actors(await shown(ledger))).toEqual(['sender', 'person']);
    });

    it('takes no click for a look, nor what a mail service or a filter loads', async () => {
      const { ledger, anna } = await sent();
      const google = { asn: 15169, organisation: 'Google LLC', kind: 'google' } as const;
      const agent = 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
      const others = (at: number): readonly Hit[] => [
        clickAt(at, 1),
        openAt(at + 1, { network: google, headers: { 'user-agent': agent } }),
        openAt(at + 2, { headers: { 'user-agent': 'python-requests/2.32.3' } }),
      ];
      for (const hit of others(NOON - SECOND)) await ledger.record(BOX, OFFER, hit);
      await anna.viewing(OFFER, 0);
      for (const hit of others(NOON + SECOND)) await ledger.record(BOX, OFFER, hit);
      const seen = ['scanner', 'image-proxy', 'person'];
      expect(actors(await shown(ledger))).toEqual([...seen, ...seen]);
    });

    it('writes a look down once, whichever process hears of it', async () => {
      const { store, anna, ledger } = await sent();
      await anna.viewing(OFFER, 0);
      const counted = countRequests(store);
      const elsewhere = await opened(createTestLedger(counted, { clock: ledger.clock }));
      for (const shownForMs of [15_000, 30_000, 45_000]) {
        ledger.clock.pass(15_000);
        await anna.viewing(OFFER, shownForMs);
        await elsewhere.viewing(OFFER, shownForMs);
      }
      expect(counted.commits).toEqual([]);
    });

    it('makes loads of a quoted mail unclear for ten minutes after the reply', async () => {
      const { ledger, anna } = await sent();
      const reply = registrationOf({ quotes: [OFFER, messageId(99), 'nonsense'], ageMs: 0 });
      expect(await ledger.register(BOX, messageId(1), reply)).toBe('created');
      await ledger.record(BOX, OFFER, openAt(NOON + 9 * MINUTE));
      await ledger.record(BOX, OFFER, openAt(NOON + 11 * MINUTE));
      const { hits } = await shown(ledger);
      expect(hits.map(({ verdict }) => verdict.reason.code)).toEqual(['opened-in', 'may-be-from-reply']);
      expect((await anna.messages(FIRST)).items.map(({ id }) => id)).toEqual([messageId(1), OFFER]);
    });

    it('counts a delayed reply from its delivery, and a reply of long ago not at all', async () => {
      const { ledger } = await sent();
      const later = new Date(NOON + HOUR).toISOString();
      await ledger.register(BOX, messageId(1), registrationOf({ quotes: [OFFER], ageMs: 0, deliverAfter: later }));
      await ledger.record(BOX, OFFER, openAt(NOON + MINUTE));
      await ledger.record(BOX, OFFER, openAt(NOON + HOUR + MINUTE));
      await ledger.register(BOX, messageId(2), registrationOf({ quotes: [OFFER], ageMs: HOUR }));
      const { hits } = await shown(ledger);
      expect(hits.map(({ verdict }) => verdict.reason.code)).toEqual(['may-be-from-reply', 'opened-in']);
    });
  });

  describe(`verdicts over ${storeName}: the recipients’ domains`, () => {
    const to = (domain: string): Partial<Registration> => ({ recipients: [{ address: `ben@${domain}`, name: null }] });

    /** So many mails to a domain, each with such hits. */
    async function mails(
      ledger: TestLedger,
      from: number,
      count: number,
      domain: string,
      hits: readonly Hit[],
    ): Promise<void> {
      for (let number = from; number < from + count; number += 1) {
        await ledger.register(BOX, messageId(number), registrationOf(to(domain)));
        for (const hit of hits) await ledger.record(BOX, messageId(number), hit);
      }
    }

    it('are known by what their gateways did, as long as the messages are there', async () => {
      const { ledger, anna } = await begin();
      await mails(ledger, 10, 3, 'strips.example', [clickAt(NOON, 1)]);
      await mails(ledger, 20, 4, 'scans.example', [scanAt(NOON - HOUR + 30 * SECOND)]);
      await mails(ledger, 30, 2, 'rare.example', [clickAt(NOON, 1)]);
      const statements = async (): Promise<string[]> =>
        (await anna.domains()).flatMap(({ domain, messages, statements: said }) =>
          said.map(({ what, messages: evidence }) => `${domain} ${what} ${evidence} of ${messages}`),
        );
      expect(await statements()).toEqual([
        'scans.example scans-at-delivery 4 of 4',
        'strips.example never-loads-pictures 3 of 3',
      ]);
      expect((await anna.domains()).map(({ domain }) => domain)).toContain('rare.example');
      await anna.deleteMessage(messageId(11));
      expect(await statements()).toEqual(['scans.example scans-at-delivery 4 of 4']);
    });

    it('say of a mail of which nothing was seen that nothing could be', async () => {
      const { ledger } = await begin();
      await mails(ledger, 10, 3, 'strips.example', [clickAt(NOON, 1)]);
      await ledger.register(BOX, OFFER, registrationOf(to('Strips.Example')));
      const detail = await shown(ledger);
      const said = { code: 'headline-filter-strips', values: { domain: 'strips.example', mails: 3 } };
      expect([detail.headline, detail.judgement.headline]).toEqual([said, said]);
      await ledger.register(BOX, messageId(6), registrationOf(to('else.example')));
      expect((await shown(ledger, messageId(6))).headline.code).toBe('headline-nothing');
    });

    it('are not known by mails to several of them, nor by pictures that gave way to links', async () => {
      const { ledger, anna } = await begin();
      const people = ['ben@strips.example', 'carl@else.example'].map((address) => ({ address, name: null }));
      for (const number of [1, 2, 3]) {
        await ledger.register(BOX, messageId(number), registrationOf({ recipients: people }));
        await ledger.record(BOX, messageId(number), clickAt(NOON, 1));
        const gaveWay = registrationOf({ ...to('web.example'), opensReason: 'gave-way', pixelPlace: null });
        await ledger.register(BOX, messageId(10 + number), gaveWay);
        await ledger.record(BOX, messageId(10 + number), clickAt(NOON, 1));
      }
      expect(await anna.domains()).toEqual([{ domain: 'web.example', messages: 3, statements: [] }]);
    });

    it('cost one storage request, and are read in place of the hits where there are none', async () => {
      const { store, ledger } = await begin();
      await mails(ledger, 10, 5, 'strips.example', [clickAt(NOON, 1)]);
      await ledger.register(BOX, OFFER, registrationOf(to('strips.example')));
      const counted = countRequests(store);
      const cold = createTestLedger(counted);
      const box = await opened(cold);
      await box.domains();
      expect([counted.asked.read, counted.asked.list]).toEqual([1, 1]);
      await cold.message(ANNA, messageId(10), FIRST);
      expect([counted.asked.read, counted.asked.list]).toEqual([2, 2]);
      await cold.message(ANNA, OFFER, FIRST);
      expect([counted.asked.read, counted.asked.list]).toEqual([3, 3]);
      await ledger.record(BOX, OFFER, openAt(NOON, { own: true }));
      expect((await cold.message(ANNA, OFFER, FIRST))?.headline.code).toBe('headline-filter-strips');
      expect([counted.asked.read, counted.asked.list]).toEqual([4, 5]);
    });
  });

  describe(`verdicts over ${storeName}: rows of the version without verdicts`, () => {
    /** The message's row as it was before hits were judged. */
    async function age(store: RowStore): Promise<void> {
      const [row] = await rowsIn(store, BOX, `m!${OFFER}`);
      if (row === undefined) throw new Error('There is a message');
      const { opens, clicks, links, openToldAt } = readMessage(row).state;
      const counts = JSON.stringify({ opens, clicks, links, openToldAt, lastForeignAt: NOON });
      const later = ['schema', 'stale', 'untold', 'headline', 'domain', 'signs', 'senderDomain', 'judge0', 'state0'];
      const values = Object.fromEntries(Object.entries(row.values).filter(([name]) => !later.includes(name)));
      const write = { kind: 'replace', key: row.key, values: { ...values, state0: counts }, etag: row.etag } as const;
      await store.commit(BOX, [write], new AbortController().signal);
    }

    it('are read, counted on, and judged at the next occasion', async () => {
      const { store, ledger, anna } = await sent();
      await ledger.record(BOX, OFFER, openAt(NOON));
      await age(store);
      const fresh = createTestLedger(store);
      expect((await anna.messages(FIRST)).items[0]).toMatchObject({ opens: 1, headline: { code: 'headline-unclear' } });
      expect(await shown(fresh)).toMatchObject({ opens: 1, headline: { code: 'headline-unclear' } });
      await fresh.record(BOX, OFFER, clickAt(NOON + HOUR, 1));
      expect(await shown(fresh)).toMatchObject({ opens: 1, clicks: 1, headline: { code: 'headline-unclear' } });
      expect(await fresh.sweep(180)).toMatchObject({ settled: 1 });
      expect(await shown(fresh)).toMatchObject({
        headline: { code: 'headline-clicked' },
        judgement: { opens: { person: 1 }, clicks: { person: 1 } },
      });
    });
  });

  describe(`verdicts over ${storeName}: the size of a row`, () => {
    it('stays within what Azure takes, whatever a message holds', async () => {
      const { store, ledger, anna } = await begin();
      const recipients = Array.from({ length: 1_000 }, (_, index) => ({
        address: `person${index}@example.com`,
        name: 'x'.repeat(60),
      }));
      const trackedLinks = Array.from({ length: 400 }, (_, position) => ({
        position,
        destination: `https://example.com/${position}/${'y'.repeat(700)}`,
      }));
      await anna.putMessage(OFFER, registrationOf({ recipients, trackedLinks }));
      const hits = Array.from({ length: 1_500 }, (_, index) => {
        const client = `group-${Math.floor(index / 3)}-${'z'.repeat(200)}`;
        return clickAt(NOON + index * 97, (index * 37) % 60_000, { client, neighbourhood: client });
      });
      await Promise.all(hits.map((hit) => ledger.record(BOX, OFFER, hit)));
      const [row] = await rowsIn(store, BOX, `m!${OFFER}`);
      const characters = Object.values(row?.values ?? {}).reduce<number>((sum, value) => sum + String(value).length, 0);
      // Azure counts UTF-16: 1 MiB are 524,288 characters.
      expect(characters).toBeLessThan(500_000);
      expect(Object.keys(foldValues(readMessage(row ?? nobody).state)).length).toBeLessThan(8);
      expect((await shown(ledger)).clicks).toBe(1_500);
    });
  });

  async function shown(ledger: TestLedger, id: MessageId = OFFER): Promise<MessageDetail> {
    const detail = await ledger.message(ANNA, id, FIRST);
    if (detail === null) throw new Error('The message is shown');
    return detail;
  }

  /** As first judged, in the order in which the hits came. */
  async function storedVerdicts(store: RowStore): Promise<string[]> {
    const hits = (await rowsIn(store, BOX, `e!${OFFER}!`)).map(readHit).sort((a, b) => a.n - b.n);
    return hits.map(({ verdict }) => verdict.actor);
  }
}

const nobody = { partition: '', key: '', etag: '', values: {} };

function actors({ hits }: MessageDetail): string[] {
  return hits.map(({ verdict }) => verdict.actor);
}

function hitIdOf(text: string): HitId {
  const id = parseHitId(text);
  if (id === null) throw new Error('A hit has an id');
  return id;
}

/** A store that fails whoever wants a list. */
function withoutLists(store: RowStore): RowStore {
  return { ...store, list: () => Promise.reject(new Error('No lists today')) };
}
