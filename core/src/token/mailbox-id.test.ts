import { mailboxIdOf, ownerHashOf } from './mailbox-id.ts';

const secret = new Uint8Array(32).fill(5);
const tid = '0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0ff';
const oid = 'c0ffee00-1234-4abc-9def-0123456789ab';

describe('mailboxIdOf', () => {
  it('doesn’t depend on the case of the GUIDs', () => {
    expect(mailboxIdOf(secret, tid.toUpperCase(), oid.toUpperCase())).toEqual(mailboxIdOf(secret, tid, oid));
  });

  it('tells people, tenants and secrets apart', () => {
    const ids = [
      mailboxIdOf(secret, tid, oid),
      mailboxIdOf(secret, oid, tid),
      mailboxIdOf(secret, tid, tid),
      mailboxIdOf(new Uint8Array(32).fill(6), tid, oid),
    ].map(String);
    expect(new Set(ids).size).toBe(4);
  });

  it.each([
    '',
    'c0ffee00',
    'c0ffee0012344abc9def0123456789ab',
    '{c0ffee00-1234-4abc-9def-0123456789ab}',
    'c0ffee00-1234-4abc-9def-0123456789a',
    'c0ffee00-1234-4abc-9def-0123456789abc',
    'c0ffee0-01234-4abc-9def-0123456789ab',
    'c0ffee00-1234-4abc-9def-0123456789ag',
    'c0ffee00-1234-4abc-9def-0123456789ab-',
    ' c0ffee00-1234-4abc-9def-0123456789ab',
  ])('is null for %j, which is no GUID', (text) => {
    expect(mailboxIdOf(secret, tid, text)).toBeNull();
    expect(mailboxIdOf(secret, text, oid)).toBeNull();
    expect(ownerHashOf(secret, tid, text)).toBeNull();
    expect(ownerHashOf(secret, text, oid)).toBeNull();
  });
});

describe('ownerHashOf', () => {
  it('shares no bytes with the mailbox id', () => {
    expect(ownerHashOf(secret, tid, oid)?.subarray(0, 8)).not.toEqual(mailboxIdOf(secret, tid, oid));
  });
});
