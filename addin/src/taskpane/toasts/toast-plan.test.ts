import type { ActivityItem, Preferences } from '@readback/core';
import { happenedIn, sentIn, timeAt } from '../activity/feed.fixture.ts';
import { isWanted, nextDue, openPlan, takeDue, takeEntries } from './toast-plan.ts';
import type { ToastPlan } from './toast-plan.ts';

const SECOND = 1_000;
const NOW = timeAt(100);
const message = sentIn(1, { headline: { code: 'headline-clicked', values: { times: 1 } } });
const sentAt = (minute: number) => new Date(timeAt(minute)).toISOString();

/** Something that happened long after the message was sent, unless said otherwise. */
const event = (minute: number, change: Partial<ActivityItem> = {}): ActivityItem =>
  happenedIn(minute, message, { sentAt: sentAt(1), ...change });

const dueAt = (plan: ToastPlan, now: number) => takeDue(plan, now).due.map(({ what }) => what);

describe('what is told in passing', () => {
  it('is never what happened before the pane opened', () => {
    const plan = takeEntries(openPlan([event(20), event(10)]), [event(20), event(10)], NOW);
    expect(nextDue(plan)).toBeNull();
    expect(dueAt(plan, NOW)).toEqual([]);
  });

  it('is at once what happened longer than a minute after sending', () => {
    const plan = takeEntries(openPlan([]), [event(30)], NOW);
    expect(nextDue(plan)).toBe(NOW);
    expect(dueAt(plan, NOW)).toEqual(['first-open']);
  });

  it.each([
    ['in the first minute', { at: new Date(timeAt(1) + 59 * SECOND).toISOString() }],
    ['before the mail was sent, by a skewed clock', { at: new Date(timeAt(0)).toISOString() }],
    ['at a time of which nobody knows how long after sending', { sentAt: null }],
  ])('waits 20 s with what happened %s', (_, change) => {
    const plan = takeEntries(openPlan([]), [event(2, change)], NOW);
    expect(nextDue(plan)).toBe(NOW + 20 * SECOND);
    expect(dueAt(plan, NOW + 19 * SECOND)).toEqual([]);
    expect(dueAt(plan, NOW + 20 * SECOND)).toEqual(['first-open']);
  });

  it('is nothing that was corrected meanwhile, nor the correction', () => {
    const early = { at: new Date(timeAt(1) + 5 * SECOND).toISOString() };
    const held = takeEntries(openPlan([]), [event(2, early)], NOW);
    const after = takeEntries(held, [event(3, { ...early, what: 'correction' }), event(2, early)], NOW + 5 * SECOND);
    expect(nextDue(after)).toBeNull();
    expect(dueAt(after, NOW + 60 * SECOND)).toEqual([]);
  });

  it('goes on when the correction is about another hit', () => {
    const early = { at: new Date(timeAt(1) + 5 * SECOND).toISOString() };
    const held = takeEntries(openPlan([]), [event(2, early)], NOW);
    const others = [
      event(3, { ...early, what: 'correction', position: 4 }),
      event(4, { what: 'correction' }),
      happenedIn(5, sentIn(7), { ...early, what: 'correction' }),
    ].reverse();
    expect(dueAt(takeEntries(held, others, NOW), NOW + 20 * SECOND)).toEqual(['first-open']);
  });

  it('is the first click of a person, and no later one', () => {
    const again = { ...message, headline: { code: 'headline-clicked', values: { times: 2 } } };
    expect(dueAt(takeEntries(openPlan([]), [event(30, { what: 'click' })], NOW), NOW)).toEqual(['click']);
    expect(dueAt(takeEntries(openPlan([]), [event(30, { what: 'click', message: again })], NOW), NOW)).toEqual([]);
    expect(dueAt(takeEntries(openPlan([]), [event(30, { what: 'click', message: null })], NOW), NOW)).toEqual([
      'click',
    ]);
  });

  it('is told once, though it comes twice', () => {
    const first = takeDue(takeEntries(openPlan([]), [event(30, { what: 'click' })], NOW), NOW).plan;
    expect(dueAt(takeEntries(first, [event(31, { what: 'click', position: 1 })], NOW), NOW)).toEqual([]);
    expect(dueAt(takeEntries(first, [event(32, { what: 'return' })], NOW), NOW)).toEqual(['return']);
  });

  it('is one word for each message at a time, its newest', () => {
    const entries = [event(31, { what: 'click' }), event(30), happenedIn(29, sentIn(5), { sentAt: sentAt(5) })];
    const { due, plan } = takeDue(takeEntries(openPlan([]), entries, NOW), NOW);
    expect(due.map(({ messageId, what }) => [messageId, what])).toEqual([
      [message.id, 'click'],
      [sentIn(5).id, 'first-open'],
    ]);
    expect(dueAt(takeEntries(plan, [event(33)], NOW), NOW)).toEqual([]);
  });

  it('stays as it is while nothing happens', () => {
    const plan = takeEntries(openPlan([event(20)]), [event(20)], NOW);
    expect(takeEntries(plan, [event(20)], NOW)).toBe(plan);
    expect(takeDue(plan, NOW).plan).toBe(plan);
  });
});

describe('what a person wants to hear of', () => {
  const nothing: Preferences = { notify: 'all', starred: [], muted: [], seenUpTo: null, seen: [], introducedAt: null };
  const starred: Preferences = { ...nothing, notify: 'starred', starred: ['anna@example.com'] };
  const toAnna = event(30);
  const toBen = event(30, { message: { ...message, recipients: [{ address: 'ben@example.com', name: 'Ben' }] } });

  it.each<[string, Preferences, ActivityItem, boolean]>([
    ['all mails', nothing, toBen, true],
    ['no mail', { ...nothing, notify: 'none' }, toAnna, false],
    ['a mail that is muted', { ...nothing, muted: [message.id] }, toAnna, false],
    ['a mail to somebody starred', starred, toAnna, true],
    ['a mail to somebody starred that is muted', { ...starred, muted: [message.id] }, toAnna, false],
    ['a mail to nobody starred', starred, toBen, false],
    ['a mail of which the recipients aren’t known', starred, event(30, { message: null }), false],
  ])('%s', (_, preferences, entry, expected) => {
    expect(isWanted(preferences, entry)).toBe(expected);
  });
});
