import { rowsIn } from '../ledger/ledger.fixture.ts';
import { keysUnder } from '../rows/row-keys.ts';
import {
  MAX_TEXT_LENGTH,
  MAX_WRITES,
  type CommitResult,
  type Row,
  type RowStore,
  type RowValues,
  type Write,
} from './row-store.ts';

const BOX = '00000000000000aa';
const OTHER = '00000000000000bb';

/** What the ledger relies on in every store of rows, however it is made. */
export function describeRowStore(storeName: string, freshStore: () => RowStore): void {
  const { signal } = new AbortController();
  const insert = (key: string, values: RowValues = { at: 'now' }): Write => ({ kind: 'insert', key, values });

  async function etagOf(store: RowStore, key: string): Promise<string> {
    return (await store.read(BOX, key, signal))?.etag ?? '';
  }

  describe(`rows in ${storeName}`, () => {
    it('gives back what was inserted, and nothing for what was not', async () => {
      const store = freshStore();
      expect(await store.read(BOX, 'm!1', signal)).toBeNull();
      expect(await store.list(BOX, { range: keysUnder('m!'), limit: 5 }, signal)).toEqual({ rows: [], more: false });
      const values = { text: 'ü\'"😀\\', number: 7, fraction: 0.5, yes: true, no: false };
      const result = await store.commit(BOX, [insert('m!1', values)], signal);
      const row = await store.read(BOX, 'm!1', signal);
      expect(row).toEqual({ partition: BOX, key: 'm!1', etag: etags(result)[0], values });
      expect(await store.read(OTHER, 'm!1', signal)).toBeNull();
    });

    it('changes the etag with every write, and tells the new one by the place of the write', async () => {
      const store = freshStore();
      const [, first] = etags(await store.commit(BOX, [insert('m!1'), insert('m!2')], signal));
      const merge: Write = { kind: 'merge', key: 'm!2', values: { at: 'now' } };
      const [second] = etags(await store.commit(BOX, [merge], signal));
      const replace: Write = { kind: 'replace', key: 'm!2', values: { at: 'now' }, etag: second ?? '' };
      const [, third] = etags(await store.commit(BOX, [insert('m!3'), replace], signal));
      expect(new Set([first, second, third]).size).toBe(3);
      expect(await etagOf(store, 'm!2')).toBe(third);
    });

    it('merges into a row, and replaces it whole', async () => {
      const store = freshStore();
      await store.commit(BOX, [insert('m!1', { a: 1, b: 2 })], signal);
      await store.commit(BOX, [{ kind: 'merge', key: 'm!1', values: { b: 3, c: 4 } }], signal);
      expect((await store.read(BOX, 'm!1', signal))?.values).toEqual({ a: 1, b: 3, c: 4 });
      const etag = await etagOf(store, 'm!1');
      await store.commit(BOX, [{ kind: 'replace', key: 'm!1', values: { d: 5 }, etag }], signal);
      expect((await store.read(BOX, 'm!1', signal))?.values).toEqual({ d: 5 });
      await store.commit(BOX, [{ kind: 'merge', key: 'm!2', values: { e: 6 } }], signal);
      expect((await store.read(BOX, 'm!2', signal))?.values).toEqual({ e: 6 });
    });

    it.each<[string, (etag: string) => Write[], number]>([
      ['a row to insert exists', () => [insert('e!9'), insert('m!1')], 1],
      ['the first row to insert exists', () => [insert('m!1'), insert('e!9')], 0],
      [
        'a row to replace was changed',
        () => [
          insert('e!9'),
          { kind: 'merge', key: 'head', values: { x: 1 } },
          replace('m!1', 'W/"datetime\'2020-01-01T00%3A00%3A00.0000000Z\'"'),
        ],
        2,
      ],
      ['a row to replace is gone', (etag) => [insert('e!9'), replace('m!404', etag)], 1],
      ['a row to delete is gone', () => [insert('e!9'), { kind: 'delete', key: 'm!404' }], 1],
      ['the receipt and another row are not as expected', (etag) => [insert('m!1'), replace('m!404', etag)], 0],
    ])('writes nothing when %s, and names the write', async (_, writes, index) => {
      const store = freshStore();
      await store.commit(BOX, [insert('m!1')], signal);
      const before = await rowsIn(store, BOX);
      const result = await store.commit(BOX, writes(await etagOf(store, 'm!1')), signal);
      expect(result).toEqual({ outcome: 'conflict', index });
      expect(await rowsIn(store, BOX)).toEqual(before);
    });

    it.each<[string, Write[]]>([
      [
        'more writes than a transaction takes',
        Array.from({ length: MAX_WRITES + 1 }, (_, index) => insert(`e!${index}`)),
      ],
      ['a text that is too long', [insert('e!1'), insert('e!2', { text: 'x'.repeat(33_000) })]],
      [
        'more bytes than a transaction takes',
        Array.from({ length: 80 }, (_, index) => insert(`e!${index}`, { text: 'ü'.repeat(30_000) })),
      ],
    ])('refuses %s, and writes nothing', async (_, writes) => {
      const store = freshStore();
      await store.commit(BOX, [insert('m!1')], signal);
      expect(await store.commit(BOX, writes, signal)).toMatchObject({ outcome: 'refused' });
      expect((await rowsIn(store, BOX)).map(({ key }) => key)).toEqual(['m!1']);
    });

    it('takes as many writes and as long a text as the ledger makes', async () => {
      const store = freshStore();
      const writes = Array.from({ length: MAX_WRITES }, (_, index) => insert(`e!${index}`));
      writes[3] = insert('e!long', { text: '\\'.repeat(MAX_TEXT_LENGTH) });
      expect((await store.commit(BOX, writes, signal)).outcome).toBe('committed');
      expect((await store.read(BOX, 'e!long', signal))?.values).toEqual({ text: '\\'.repeat(MAX_TEXT_LENGTH) });
    });

    it('lists a range in the order of keys, page by page, without its bounds', async () => {
      const store = freshStore();
      const keys = ['head', 'a!5', 'm!1', 'm!2', 'm!3', 'm!4', 'n'];
      await store.commit(
        BOX,
        keys.toReversed().map((key) => insert(key)),
        signal,
      );
      await store.commit(OTHER, [insert('m!2')], signal);
      const ask = async (after: string, limit: number): Promise<[readonly string[], boolean]> => {
        const { rows, more } = await store.list(BOX, { range: { after, before: 'm!4' }, limit }, signal);
        return [rows.map(({ key }) => key), more];
      };
      expect(await ask('m!', 2)).toEqual([['m!1', 'm!2'], true]);
      expect(await ask('m!2', 2)).toEqual([['m!3'], false]);
      expect(await ask('m!3', 2)).toEqual([[], false]);
      expect(await ask('m!', 3)).toEqual([['m!1', 'm!2', 'm!3'], false]);
    });

    it('lists more rows than the service gives at once', async () => {
      const store = freshStore();
      for (let start = 0; start < 1_300; start += MAX_WRITES) {
        const writes = Array.from({ length: MAX_WRITES }, (_, index) =>
          insert(`e!${String(start + index).padStart(5, '0')}`),
        );
        await store.commit(BOX, writes, signal);
      }
      const request = { range: keysUnder('e!'), limit: 1_250 };
      const page = await store.list(BOX, request, signal);
      expect([page.rows.length, page.more, page.rows[1_249]?.key]).toEqual([1_250, true, 'e!01249']);
    });

    it('chooses rows by any of several lists of conditions, and properties by name', async () => {
      const store = freshStore();
      const rows = {
        'm!1': { at: '2026-01', yes: true },
        'm!2': { at: '2026-03', yes: false },
        'm!3': { at: '2026-02', yes: false },
        'm!4': { n: 1 },
      };
      await store.commit(
        BOX,
        Object.entries(rows).map(([key, values]) => insert(key, values)),
        signal,
      );
      const where = [
        [{ name: 'yes', is: 'equal', value: true } as const],
        [{ name: 'at', is: 'less', value: '2026-03' } as const, { name: 'yes', is: 'equal', value: false } as const],
        [{ name: 'n', is: 'less', value: 2 } as const],
      ];
      const { rows: found } = await store.list(
        BOX,
        { range: keysUnder('m!'), limit: 9, where, select: ['at'] },
        signal,
      );
      expect(found.map(({ key, values }) => [key, values])).toEqual([
        ['m!1', { at: '2026-01' }],
        ['m!3', { at: '2026-02' }],
        ['m!4', {}],
      ]);
    });

    it('scans every partition, page by page', async () => {
      const store = freshStore();
      for (const partition of [BOX, OTHER])
        await store.commit(
          partition,
          ['r!1', 'r!2', 's'].map((key) => insert(key)),
          signal,
        );
      const found: Row[] = [];
      let pages = 0;
      let token: string | null = null;
      do {
        const page: Awaited<ReturnType<RowStore['scan']>> = await store.scan(
          { range: keysUnder('r!'), limit: 3 },
          token,
          signal,
        );
        found.push(...page.rows);
        pages += 1;
        token = page.next;
      } while (token !== null);
      expect(found.map(({ partition, key }) => `${partition} ${key}`).sort((a, b) => a.localeCompare(b))).toEqual(
        [BOX, OTHER].flatMap((partition) => [`${partition} r!1`, `${partition} r!2`]),
      );
      expect(pages).toBe(2);
    });

    it('removes a row only as it was seen', async () => {
      const store = freshStore();
      await store.commit(BOX, [insert('m!1')], signal);
      const seen = await etagOf(store, 'm!1');
      await store.commit(BOX, [{ kind: 'merge', key: 'm!1', values: { x: 1 } }], signal);
      expect(await store.remove(BOX, 'm!1', { etag: seen, signal })).toBe(false);
      expect(await store.remove(BOX, 'm!1', { etag: await etagOf(store, 'm!1'), signal })).toBe(true);
      expect(await store.read(BOX, 'm!1', signal)).toBeNull();
      expect(await store.remove(BOX, 'm!1', { etag: seen, signal })).toBe(true);
    });

    it('deletes rows in one transaction', async () => {
      const store = freshStore();
      await store.commit(
        BOX,
        ['e!1', 'e!2', 'e!3'].map((key) => insert(key)),
        signal,
      );
      const result = await store.commit(
        BOX,
        ['e!1', 'e!3'].map((key) => ({ kind: 'delete', key })),
        signal,
      );
      expect(result.outcome).toBe('committed');
      expect((await rowsIn(store, BOX)).map(({ key }) => key)).toEqual(['e!2']);
    });
  });

  function replace(key: string, etag: string): Write {
    return { kind: 'replace', key, values: { at: 'later' }, etag };
  }
}

function etags(result: CommitResult): readonly (string | null)[] {
  if (result.outcome !== 'committed') throw new Error(`Not committed: ${JSON.stringify(result)}`);
  return result.etags;
}
