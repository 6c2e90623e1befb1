import fc from 'fast-check';
import { messageId } from '../ledger/ledger.fixture.ts';
import {
  mailboxIdFromBytes,
  messageIdFromBytes,
  parseActivityId,
  parseHitId,
  parseMailboxId,
  parseMessageId,
} from './ids.ts';
import {
  activityIdAt,
  activityIdOfKey,
  activityKey,
  activitySince,
  hitIdAt,
  hitIdOfKey,
  hitKey,
  hitsOf,
  messageIdOfKey,
  messageKey,
} from './row-keys.ts';

const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const entropy = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((number) => number.toString(16).padStart(16, '0'));

describe('row keys', () => {
  it('spell what they name', () => {
    const id = hitIdAt(Date.UTC(2026, 10, 21), '00112233445566ff');
    expect(messageKey(messageId(7))).toBe('m!000000000007abcdefabcdef');
    expect(hitKey(messageId(7), id)).toBe(`e!000000000007abcdefabcdef!${id.slice(0, 12)}!00112233445566ff`);
  });

  it('give back the ids that they were made of', () => {
    fc.assert(
      fc.property(moment, entropy, fc.nat(9_999), (at, chance, number) => {
        const hit = hitIdAt(at, chance);
        const activity = activityIdAt(at, chance);
        expect(hitIdOfKey(hitKey(messageId(number), hit))).toBe(hit);
        expect(activityIdOfKey(activityKey(activity))).toBe(activity);
        expect(messageIdOfKey(messageKey(messageId(number)))).toBe(messageId(number));
      }),
    );
  });

  it('sort the newest first', () => {
    fc.assert(
      fc.property(moment, moment, entropy, entropy, (one, two, chance, other) => {
        fc.pre(one !== two);
        const [older, newer] = [Math.min(one, two), Math.max(one, two)];
        expect(hitKey(messageId(1), hitIdAt(newer, chance)) < hitKey(messageId(1), hitIdAt(older, other))).toBe(true);
        expect(activityKey(activityIdAt(newer, chance)) < activityKey(activityIdAt(older, other))).toBe(true);
        const since = activitySince(newer);
        expect(activityKey(activityIdAt(newer, chance)) < since.before).toBe(true);
        expect(activityKey(activityIdAt(older, chance)) < since.before).toBe(false);
      }),
    );
  });

  it('put a message’s hits, and nobody else’s, into its range', () => {
    const range = hitsOf(messageId(7));
    const hit = hitIdAt(5, 'f'.repeat(16));
    const isIn = (key: string): boolean => key > range.after && key < range.before;
    expect([6, 7, 8].map((number) => isIn(hitKey(messageId(number), hit)))).toEqual([false, true, false]);
    expect(hitsOf(messageId(7), hit)).toEqual({ after: hitKey(messageId(7), hit), before: range.before });
  });

  it.each(['', 'head', 'm!', 'm!xyz', 'e!1', 'a!zz', 'r!0011223344556677'])('name nothing when they are %p', (key) => {
    expect([messageIdOfKey(key), hitIdOfKey(key), activityIdOfKey(key)]).toEqual([null, null, null]);
  });

  it('take no entropy but 16 hex digits', () => {
    for (const wrong of ['', '00', 'g'.repeat(16), '0'.repeat(17)]) {
      expect(() => hitIdAt(0, wrong)).toThrow(RangeError);
      expect(() => activityIdAt(0, wrong)).toThrow(RangeError);
    }
  });
});

describe('ids', () => {
  it.each([
    ['a mailbox', parseMailboxId, 16],
    ['a message', parseMessageId, 24],
    ['a hit', parseHitId, 28],
    ['an activity entry', parseActivityId, 28],
  ])('of %s are hex of their length and nothing else', (_, parse, length) => {
    expect(parse('aB'.repeat(length / 2))).toBe('ab'.repeat(length / 2));
    for (const wrong of [
      '',
      'a',
      'a'.repeat(length - 1),
      'a'.repeat(length + 1),
      `${'a'.repeat(length - 1)}g`,
      `${'a'.repeat(length - 1)}\n`,
      `${'a'.repeat(length - 1)}!`,
    ]) {
      expect(parse(wrong)).toBeNull();
    }
  });

  it('are made of bytes, wherever those lie in their buffer', () => {
    const bytes = new Uint8Array(32).map((_, index) => index * 8).subarray(3);
    expect(mailboxIdFromBytes(bytes.subarray(0, 8))).toBe('1820283038404850');
    expect(messageIdFromBytes(bytes.subarray(0, 12))).toBe('182028303840485058606870');
    expect(() => mailboxIdFromBytes(bytes)).toThrow('A mailbox id has 8 bytes, not 29');
    expect(() => messageIdFromBytes(bytes.subarray(0, 8))).toThrow(RangeError);
  });
});
