import fc from 'fast-check';
import { digestRow, tally } from './digest.fixture.ts';
import { figuresByTime, figuresOf } from './figures.ts';

const day = (date: number): number => Date.UTC(2026, 10, date);
const sentOn = (date: number) => ({ sentAt: new Date(day(date) + 1).toISOString() });

describe('figures of many mails', () => {
  it('count mails, not loads, and persons apart from what most likely was one', () => {
    const rows = [
      digestRow({ opens: tally({ person: 7 }), rawOpens: 9 }),
      digestRow({ opens: tally({ person: 1 }), clicks: tally({ person: 2 }), rawOpens: 1, rawClicks: 5 }),
      digestRow({ opens: tally({ likely: 1 }), clicks: tally({ likely: 1 }), linksReason: 'no-links' }),
      digestRow({ opens: tally({ machine: 1 }), headline: { code: 'headline-apple', values: {} }, rawOpens: 1 }),
      digestRow({ opensReason: 'elsewhere', linksReason: 'elsewhere' }),
      digestRow(),
    ];
    expect(figuresOf(rows)).toEqual({
      mails: 6,
      opened: 2,
      openedLikely: 1,
      unknowable: 2,
      unseen: 1,
      withLinks: 5,
      clicked: 1,
      clickedLikely: 1,
      rawOpens: 11,
      rawClicks: 5,
    });
  });

  it('sort mails by the time of sending', () => {
    const edges = [day(2), day(9), day(16)];
    const rows = [1, 2, 3, 8, 9, 15, 16].map((date) => digestRow(sentOn(date)));
    expect(figuresByTime(rows, edges).map(({ mails }) => mails)).toEqual([3, 2]);
  });

  it('leave out what nobody knows the time of', () => {
    expect(figuresByTime([digestRow({ sentAt: null }), digestRow({ sentAt: '' })], [0, day(30)])).toMatchObject([
      { mails: 0 },
    ]);
  });

  it('say of every mail just one thing, in all and by time alike', () => {
    const count = fc.nat({ max: 2 });
    const sessions = fc.record({ person: count, likely: count, machine: count, unknown: count });
    const code = fc.constantFrom('headline-nothing', 'headline-apple', 'headline-opened');
    const row = fc
      .record({
        opens: sessions,
        clicks: sessions,
        date: fc.integer({ min: 2, max: 15 }),
        opensReason: fc.constantFrom(null, 'client'),
        headline: code.map((name) => ({ code: name, values: {} })),
      })
      .map(({ date, ...rest }) => digestRow({ ...rest, ...sentOn(date) }));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const all = figuresOf(rows);
        expect(all.opened + all.openedLikely + all.unknowable + all.unseen).toBe(rows.length);
        const weeks = figuresByTime(rows, [day(2), day(9), day(16)]);
        for (const name of ['mails', 'opened', 'unknowable', 'clicked', 'withLinks'] as const) {
          expect(weeks.reduce((sum, week) => sum + week[name], 0)).toBe(all[name]);
        }
      }),
    );
  });
});
