import { readConfig } from '../config.ts';
import { goodSettings } from '../settings.fixture.ts';
import { createOwnCallers } from './own-callers.ts';
import { hashVisitor, visitorSecret } from './visitor-hash.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 21, 12);
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0';
const OUTLOOK = 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17000; Pro)';

const config = readConfig(goodSettings());
const anna = new Uint8Array(8).fill(1);
const ben = new Uint8Array(8).fill(2);

function begin() {
  let at = NOON;
  const callers = createOwnCallers(config, () => at);
  const from = (address: string, agent = EDGE) => new Headers({ 'client-ip': `${address}:4711`, 'user-agent': agent });
  return {
    wait: (ms: number) => (at += ms),
    note: (address: string, agent?: string) => callers.note(anna, from(address, agent)),
    compare: (address: string, agent = EDGE, mailboxId = anna) => {
      const hashes = hashVisitor(address, { secret: visitorSecret(config.masters), mailboxId, at });
      return callers.compare(mailboxId, { ...hashes, address, headers: { 'user-agent': agent } });
    },
  };
}

describe('where senders ask from', () => {
  it('is known by address and program', () => {
    const { note, compare } = begin();
    note('203.0.113.7');
    expect([compare('203.0.113.7'), compare('203.0.113.7', OUTLOOK), compare('203.0.113.8')]).toEqual([
      'same-program',
      'other-program',
      null,
    ]);
  });

  it('takes another version of a program for the same one', () => {
    const { note, compare } = begin();
    note('203.0.113.7', EDGE);
    expect(compare('203.0.113.7', EDGE.replaceAll('156', '157'))).toBe('same-program');
  });

  it('is nobody else’s business', () => {
    const { note, compare } = begin();
    note('203.0.113.7');
    expect(compare('203.0.113.7', EDGE, ben)).toBeNull();
  });

  it.each([
    ['an hour later', HOUR, 'same-program'],
    ['after midnight, when hashes have changed', 13 * HOUR, 'same-program'],
    ['a moment before a day has passed', 24 * HOUR - 1, 'same-program'],
    ['after a day', 24 * HOUR, null],
  ])('is known %s', (_, ms, expected) => {
    const { note, compare, wait } = begin();
    note('203.0.113.7');
    wait(ms);
    expect(compare('203.0.113.7')).toBe(expected);
  });

  it('is known for a day from the last time', () => {
    const { note, compare, wait } = begin();
    note('203.0.113.7');
    wait(20 * HOUR);
    note('203.0.113.7');
    wait(20 * HOUR);
    expect(compare('203.0.113.7')).toBe('same-program');
  });

  it('forgets the oldest of many', () => {
    const { note, compare } = begin();
    for (let host = 1; host <= 60; host += 1) note(`203.0.113.${host}`);
    expect([compare('203.0.113.1'), compare('203.0.113.60')]).toEqual([null, 'same-program']);
  });

  it('says nothing of calls whose address isn’t known, nor of the machine it runs on', () => {
    const { note, compare } = begin();
    note('127.0.0.1');
    note('not an address');
    expect([compare('127.0.0.1'), compare('::1')]).toEqual([null, null]);
  });

  it.each([
    ['another network, while the sender is at work', '203.0.113.7', '198.51.100.9', 0, 'elsewhere'],
    ['another network, while the sender tries this out', '127.0.0.1', '198.51.100.9', 0, 'elsewhere'],
    ['another network, after two minutes without a call', '203.0.113.7', '198.51.100.9', 2 * 60_000, null],
    ['the same neighbourhood', '203.0.113.7', '203.0.113.8', 0, null],
    ['an address of the other kind', '203.0.113.7', '2001:db8::1', 0, null],
    ['another IPv6 network', '2001:db8:1::1', '2001:db8:2::1', 0, 'elsewhere'],
  ])('tells what comes from %s', (_, sender, address, later, expected) => {
    const { note, compare, wait } = begin();
    note(sender);
    wait(later);
    expect(compare(address)).toBe(expected);
  });

  it('can’t tell elsewhere of somebody who asks by IPv4 and IPv6', () => {
    const { note, compare } = begin();
    note('203.0.113.7');
    note('2001:db8::1');
    expect(compare('198.51.100.9')).toBeNull();
  });
});
