import { hashVisitor } from './visitor-hash.ts';

const DAY = 24 * 3600 * 1000;
const scope = {
  secret: new Uint8Array(32).fill(1),
  mailboxId: new Uint8Array(8).fill(2),
  at: Date.UTC(2026, 10, 21, 12),
};

describe('hashVisitor', () => {
  it('gives the same requester the same hashes all day', () => {
    expect(hashVisitor('203.0.113.7', scope)).toEqual(hashVisitor('203.0.113.7', { ...scope, at: scope.at + DAY / 3 }));
  });

  it('tells requesters apart and puts neighbours together', () => {
    const one = hashVisitor('203.0.113.7', scope);
    const neighbour = hashVisitor('203.0.120.99', scope);
    const stranger = hashVisitor('203.0.128.1', scope);
    expect(neighbour.client).not.toBe(one.client);
    expect(neighbour.neighbourhood).toBe(one.neighbourhood);
    expect(stranger.neighbourhood).not.toBe(one.neighbourhood);
  });

  it.each([
    ['the day', { at: scope.at + DAY }],
    ['the mailbox', { mailboxId: new Uint8Array(8).fill(3) }],
    ['the secret', { secret: new Uint8Array(32).fill(4) }],
  ])('changes with %s', (_, changed) => {
    const [before, after] = [hashVisitor('203.0.113.7', scope), hashVisitor('203.0.113.7', { ...scope, ...changed })];
    expect(after.client).not.toBe(before.client);
    expect(after.neighbourhood).not.toBe(before.neighbourhood);
  });

  it('holds nothing of the address', () => {
    expect(JSON.stringify(hashVisitor('203.0.113.7', scope))).not.toMatch(/203|113/);
  });

  it('takes requesters without an address for one', () => {
    expect(hashVisitor(null, scope)).toEqual(hashVisitor(null, scope));
  });
});
