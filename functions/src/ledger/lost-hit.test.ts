import type { LogFacts } from '../log.ts';
import { boundHit } from '../rows/hit-row.ts';
import { hitIdAt } from '../rows/row-keys.ts';
import { clickAt, mailboxId, messageId, NOON, openAt } from './ledger.fixture.ts';
import { logLostHit, readLostHit, type LostHit } from './lost-hit.ts';

function lineOf(lost: LostHit): string {
  const lines: string[] = [];
  logLostHit((event, facts: LogFacts = {}) => lines.push(JSON.stringify({ event, ...facts })), lost);
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

describe('the log line of a hit that storage could not take', () => {
  it.each([
    ['an open', openAt(NOON), null],
    ['a click', clickAt(NOON, 65_535, { own: true, network: null }), 'r!00112233445566ff'],
    ['a hit with lines and quotes in its headers', boundHit(openAt(NOON, { headers: { accept: '"\n{}😀' } })), null],
  ])('brings back %s', (_, hit, receipt) => {
    const placed = { messageId: messageId(3), id: hitIdAt(NOON, '0123456789abcdef'), hit };
    const lost = { mailboxId: mailboxId(9), placed, receipt };
    const line = lineOf(lost);
    expect(line).not.toContain('\n');
    expect(readLostHit(line)).toEqual(lost);
    expect(readLostHit(`2026-11-21T12:00:00Z [Information] ${line}`)).toEqual(lost);
  });

  it.each<[string, (line: string) => string]>([
    ['is cut', (line) => line.slice(0, -20)],
    ['is of another event', (line) => line.replace('hit-not-kept', 'storage-failed')],
    ['names another kind of mailbox', (line) => line.replace('"mailboxId":"0', '"mailboxId":"x')],
    ['holds a hit without a time', (line) => line.replace(/\\"at\\":\d+/, '\\"at\\":null')],
    ['holds no JSON', () => 'hit-not-kept'],
    ['is empty', () => ''],
  ])('is none when it %s', (_, spoil) => {
    const placed = { messageId: messageId(3), id: hitIdAt(NOON, '0123456789abcdef'), hit: openAt(NOON) };
    const line = lineOf({ mailboxId: mailboxId(9), placed, receipt: null });
    expect(spoil(line)).not.toBe(line);
    expect(readLostHit(spoil(line))).toBeNull();
  });
});
