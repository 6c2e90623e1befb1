import { ADDRESS_BLOCKS } from './address-blocks.ts';
import { pickAddress } from './pick-address.ts';
import { isProgramId, RECIPIENT_PROGRAMS } from './recipient-programs.ts';
import { REQUESTERS } from './requesters.ts';

const programs = Object.entries(RECIPIENT_PROGRAMS);
const requesters = Object.entries(REQUESTERS);
const blocks = Object.entries(ADDRESS_BLOCKS);

describe('the rows', () => {
  it.each([...programs, ...requesters])('of %s name a source and how good it is', (_, { source, grade }) => {
    expect(source.length).toBeGreaterThan(10);
    expect('ABC').toContain(grade);
  });

  it.each(programs)('of %s say in both languages what it is and does', (_, { name, does }) => {
    for (const text of [name.en, name.de]) expect(text).not.toBe('');
    for (const text of [does.en, does.de]) expect(text).toMatch(/^[A-ZÄÖÜ].*\.$/);
    expect(does.de).not.toBe(does.en);
  });

  it('are all used', () => {
    const steps = programs.flatMap(([, { on }]) => Object.values(on).flat());
    expect(new Set(steps.map(({ by }) => by))).toEqual(new Set(Object.keys(REQUESTERS)));
    expect(new Set(requesters.map(([, { from }]) => from))).toEqual(new Set(Object.keys(ADDRESS_BLOCKS)));
  });

  it('cover everything that is to be played', () => {
    expect(Object.keys(RECIPIENT_PROGRAMS)).toEqual([
      'outlook-classic',
      'outlook-web',
      'outlook-safe-links',
      'apple-mail-private',
      'apple-mail',
      'gmail',
      'gmail-prefetching',
      'yahoo',
      'thunderbird',
      'microsoft-delivery-scan',
      'gateway-delivery-scan',
      'slack',
      'teams',
    ]);
    expect(isProgramId('gmail')).toBe(true);
    expect(isProgramId('toString')).toBe(false);
  });

  it.each(requesters)('of %s name headers as they are looked for', (_, { headers }) => {
    for (const [name, value] of Object.entries(headers)) {
      expect(name).toBe(name.toLowerCase());
      expect(name).not.toMatch(/^(x-local-|host$|cookie$|client-ip$|x-forwarded)/);
      expect(value).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it.each(blocks)('of %s name a block of addresses, a network and a source', (_, { block, asn, source }) => {
    expect(block).toMatch(/^(\d{1,3}\.){3}\d{1,3}\/(1[6-9]|2[0-4])$/);
    expect(asn).toBeGreaterThan(0);
    expect(source.length).toBeGreaterThan(10);
  });
});

describe('pickAddress', () => {
  const numberOf = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

  it.each(['84.128.0.0/16', '66.249.80.0/20', '40.94.16.0/24', '203.0.113.4/30', '10.0.0.0/8'])(
    'stays within %s',
    (block) => {
      const [start = '', length] = block.split('/');
      const first = numberOf(start);
      for (let seed = 0; seed < 500; seed += 1) {
        const address = numberOf(pickAddress(block, String(seed)));
        expect(address).toBeGreaterThan(first);
        expect(address).toBeLessThan(first + 2 ** (32 - Number(length)) - 1);
      }
    },
  );

  it('gives everybody one address, and others another', () => {
    const pick = (mailbox: string) => pickAddress('84.128.0.0/16', mailbox);
    expect(pick('ada@fabrikam.example')).toBe(pick('ada@fabrikam.example'));
    expect(pick('ada@fabrikam.example')).not.toBe(pick('ben@fabrikam.example'));
  });
});
