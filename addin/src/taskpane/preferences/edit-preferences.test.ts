import { NO_PREFERENCES, type Preferences } from '@readback/core';
import * as fc from 'fast-check';
import { isSeen, isStarred, muteMessage, notifyOf, seeAll, seeMessage, starAddress } from './edit-preferences.ts';

/** Ids of entries as the server makes them: the newest is the smallest. */
const entry = (minute: number) => (0xffff - minute).toString(16);

describe('changes of preferences', () => {
  it('says of which mails toasts tell', () => {
    expect(notifyOf('starred')(NO_PREFERENCES)).toEqual({ ...NO_PREFERENCES, notify: 'starred' });
  });

  it('stars an address once, however it is written, and takes the star away', () => {
    const starred = starAddress('ADA@example.com', true)(starAddress('Ada@Example.com', true)(NO_PREFERENCES));
    expect(starred.starred).toEqual(['ada@example.com']);
    expect(isStarred(starred, 'aDa@example.com')).toBe(true);
    expect(starAddress('ada@EXAMPLE.com', false)(starred)).toEqual(NO_PREFERENCES);
  });

  it('mutes a message and lets it be told again', () => {
    const muted = muteMessage('m1', true)(NO_PREFERENCES);
    expect(muted.muted).toEqual(['m1']);
    expect(muteMessage('m1', false)(muted)).toEqual(NO_PREFERENCES);
  });

  it('keeps the newest where the server takes no more', () => {
    const addresses = Array.from({ length: 501 }, (_, number) => `a${number}@example.com`);
    const starred = addresses.reduce((before, address) => starAddress(address, true)(before), NO_PREFERENCES).starred;
    expect([starred.length, starred[0], starred.at(-1)]).toEqual([500, 'a1@example.com', 'a500@example.com']);
  });
});

describe('what was seen', () => {
  it('is nothing at first', () => {
    expect(isSeen(NO_PREFERENCES, 'm1', entry(1))).toBe(false);
  });

  it('is one message up to an entry, and no other', () => {
    const seen = seeMessage('m1', entry(5))(NO_PREFERENCES);
    expect([entry(4), entry(5), entry(6)].map((id) => isSeen(seen, 'm1', id))).toEqual([true, true, false]);
    expect(isSeen(seen, 'm2', entry(5))).toBe(false);
  });

  it('is everything up to an entry, and what was noted one by one before that is dropped', () => {
    const seen = seeAll(entry(6))(seeMessage('m2', entry(7))(seeMessage('m1', entry(5))(NO_PREFERENCES)));
    expect(seen).toMatchObject({ seenUpTo: entry(6), seen: [{ messageId: 'm2', upTo: entry(7) }] });
    expect(isSeen(seen, 'm3', entry(6))).toBe(true);
    expect(isSeen(seen, 'm3', entry(7))).toBe(false);
  });

  it('never becomes less, whatever is looked at', () => {
    const step = fc.oneof(
      fc.record({ message: fc.constantFrom('m1', 'm2', 'm3'), minute: fc.nat(99) }),
      fc.record({ message: fc.constant(null), minute: fc.nat(99) }),
    );
    const question = fc.record({ message: fc.constantFrom('m1', 'm2', 'm3'), minute: fc.nat(99) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), question, step, (steps, { message, minute }, last) => {
        const take = (before: Preferences, { message, minute }: typeof last) =>
          (message === null ? seeAll(entry(minute)) : seeMessage(message, entry(minute)))(before);
        const before = steps.reduce(take, NO_PREFERENCES);
        if (isSeen(before, message, entry(minute)))
          expect(isSeen(take(before, last), message, entry(minute))).toBe(true);
        const after = take(before, { message, minute });
        expect(isSeen(after, message, entry(minute))).toBe(true);
      }),
    );
  });
});
