import { isIP } from 'node:net';
import * as fc from 'fast-check';
import { ipv6Groups, parseAddress } from './address-number.ts';

describe('parseAddress', () => {
  it.each<[string, unknown]>([
    ['0.0.0.0', { version: 4, value: 0 }],
    ['255.255.255.255', { version: 4, value: 0xffffffff }],
    ['203.0.113.7', { version: 4, value: 0xcb007107 }],
    ['::ffff:203.0.113.7', { version: 4, value: 0xcb007107 }],
    ['::FFFF:cb00:7107', { version: 4, value: 0xcb007107 }],
    ['::', { version: 6, high: 0, low: 0 }],
    ['2001:db8::', { version: 6, high: 0x20010db8, low: 0 }],
    ['2001:db8:1:2:3:4:5:6', { version: 6, high: 0x20010db8, low: 0x00010002 }],
    ['1::ffff:203.0.113.7', { version: 6, high: 0x00010000, low: 0 }],
    ['fe80::1%eth0', { version: 6, high: 0xfe800000, low: 0 }],
    ['64:ff9b::192.0.2.1', { version: 6, high: 0x0064ff9b, low: 0 }],
    ['', null],
    ['1.2.3', null],
    ['01.2.3.4', null],
    ['1.2.3.4/8', null],
    ['::g', null],
    ['1:2:3:4:5:6:7:8:9', null],
    ['localhost', null],
  ])('reads %j', (text, address) => {
    expect(parseAddress(text)).toEqual(address);
  });
});

describe('ipv6Groups', () => {
  it('gives the same eight groups for every spelling', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }), (groups) => {
        const full = groups.map((group) => group.toString(16).padStart(4, '0')).join(':');
        const short = new URL(`http://[${full}]/`).hostname.slice(1, -1);
        expect(isIP(short)).toBe(6);
        expect(ipv6Groups(full)).toEqual(groups);
        expect(ipv6Groups(short)).toEqual(groups);
      }),
    );
  });

  it('writes a dotted tail as two groups', () => {
    expect(ipv6Groups('64:ff9b::192.0.2.1')).toEqual([0x64, 0xff9b, 0, 0, 0, 0, 0xc000, 0x201]);
  });
});
