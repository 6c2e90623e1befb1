import fc from 'fast-check';
import { MAIL_UNTRACKED_REASONS } from '../decide-tracking.ts';
import { COVERAGE_GROUPS, coverageOf } from './coverage.ts';
import { digestRow } from './digest.fixture.ts';

const FROM = Date.parse('2026-11-16T00:00:00Z');
const TO = Date.parse('2026-11-23T00:00:00Z');

const untracked = (opensReason: string, linksReason = opensReason) => digestRow({ opensReason, linksReason });

const times = (count: number, row: ReturnType<typeof digestRow>) => Array.from({ length: count }, () => row);

describe('coverage', () => {
  it('counts what was tracked, and why the rest wasn’t, most frequent first', () => {
    const rows = [
      ...times(30, digestRow()),
      ...times(5, digestRow({ linksReason: 'no-links' })),
      ...times(3, digestRow({ opensReason: 'gave-way' })),
      ...times(2, untracked('plain-text')),
      ...times(9, untracked('elsewhere')),
      ...times(3, untracked('not-scheduled', 'unsafe-image')),
    ];
    expect(coverageOf(rows, FROM, TO)).toEqual({
      mails: 52,
      tracked: 38,
      opensOnly: 5,
      clicksOnly: 3,
      untracked: [
        { group: 'elsewhere', mails: 9 },
        { group: 'pictures', mails: 3 },
        { group: 'plain-text', mails: 2 },
      ],
    });
  });

  it.each([
    ['its first moment', '2026-11-16T00:00:00Z', 1],
    ['the moment before', '2026-11-15T23:59:59.999Z', 0],
    ['its last moment', '2026-11-22T23:59:59.999Z', 1],
    ['its end', '2026-11-23T00:00:00Z', 0],
    ['nobody knows when', null, 0],
    ['a time that can’t be read', 'yesterday', 0],
  ])('looks at the time that was asked for: %s', (_, sentAt, mails) => {
    expect(coverageOf([digestRow({ sentAt })], FROM, TO).mails).toBe(mails);
  });

  it.each([
    ['personal', 'unsafe-image', 'pictures'],
    ['mail', 'mail', 'off'],
    ['personal', 'no-links', 'off'],
    ['not-scheduled', 'no-links', 'outlook'],
    ['client', 'cloud-attachment', 'attachment'],
    ['company', 'personal', 'company'],
    ['label-unreadable', 'label-unreadable', 'label'],
    ['a reason of a later version', 'a reason of a later version', 'unknown'],
    ['toString', 'constructor', 'unknown'],
  ])('sorts %s with %s under %s', (opensReason, linksReason, group) => {
    expect(coverageOf([untracked(opensReason, linksReason)], FROM, TO).untracked).toEqual([{ group, mails: 1 }]);
  });

  it('takes a doubtful picture for tracked', () => {
    expect(coverageOf([untracked('not-seen', 'client')], FROM, TO)).toMatchObject({ tracked: 1, opensOnly: 1 });
  });

  it('leaves no mail out and counts none twice', () => {
    const reason = fc.constantFrom(null, 'elsewhere', 'nonsense', ...MAIL_UNTRACKED_REASONS);
    const row = fc.record({ opensReason: reason, linksReason: reason }).map(digestRow);
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { mails, tracked, untracked: groups } = coverageOf(rows, FROM, TO);
        expect(mails).toBe(rows.length);
        expect(groups.reduce((sum, group) => sum + group.mails, tracked)).toBe(mails);
        expect(groups.every(({ group }) => COVERAGE_GROUPS.includes(group))).toBe(true);
      }),
    );
  });
});
