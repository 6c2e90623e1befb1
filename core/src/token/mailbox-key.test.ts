import { mailboxKeyOf } from './mailbox-key.ts';

const master = new Uint8Array(32).fill(5);
const mailboxId = new Uint8Array(8).fill(6);

describe('mailboxKeyOf', () => {
  it('gives each master, mailbox and generation a key of its own', () => {
    const keys = [
      mailboxKeyOf(master, mailboxId, 0),
      mailboxKeyOf(master, mailboxId, 1),
      mailboxKeyOf(master, new Uint8Array(8), 0),
      mailboxKeyOf(new Uint8Array(32), mailboxId, 0),
    ];
    expect(new Set(keys.map(String)).size).toBe(4);
    expect(keys.every((key) => key.length === 32)).toBe(true);
  });

  it.each([
    ['a short master', new Uint8Array(31), mailboxId, 0],
    ['a long mailbox id', master, new Uint8Array(9), 0],
    ['generation 256', master, mailboxId, 256],
    ['generation -1', master, mailboxId, -1],
    ['generation 0.5', master, mailboxId, 0.5],
  ])('throws for %s', (_, badMaster, badMailboxId, badGeneration) => {
    expect(() => mailboxKeyOf(badMaster, badMailboxId, badGeneration)).toThrow(RangeError);
  });
});
