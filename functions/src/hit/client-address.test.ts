import { findClientAddress, groupAddress } from './client-address.ts';

const FRONT_DOOR = '33333333-3333-4333-8333-333333333333';

describe('findClientAddress', () => {
  it.each([
    ['203.0.113.7:51234', '203.0.113.7'],
    ['203.0.113.7', '203.0.113.7'],
    ['[2001:DB8::1]:443', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['[::ffff:203.0.113.7]:5', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['fe80::1%eth0', 'fe80::1'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['', null],
    ['unknown', null],
    ['999.1.1.1:80', null],
    ['203.0.113.7:51234, 198.51.100.1:1', null],
  ])('reads client-ip %j as %j', (value, address) => {
    expect(findClientAddress(new Headers({ 'client-ip': value }), null)).toBe(address);
  });

  it('knows nobody where the platform names nobody', () => {
    expect(findClientAddress(new Headers(), null)).toBeNull();
  });

  it.each([
    ['its own id', { 'x-azure-fdid': FRONT_DOOR }, FRONT_DOOR, '198.51.100.9'],
    ['its own id in capitals', { 'x-azure-fdid': FRONT_DOOR.toUpperCase() }, FRONT_DOOR, '198.51.100.9'],
    ['another id', { 'x-azure-fdid': '44444444-4444-4444-8444-444444444444' }, FRONT_DOOR, '203.0.113.7'],
    ['no id', {}, FRONT_DOOR, '203.0.113.7'],
    ['an id where none is configured', { 'x-azure-fdid': FRONT_DOOR }, null, '203.0.113.7'],
  ])('with %s believes the right header', (_, sent, configured, address) => {
    const headers = new Headers({ 'client-ip': '203.0.113.7:1', 'x-azure-clientip': '198.51.100.9', ...sent });
    expect(findClientAddress(headers, configured)).toBe(address);
  });

  it('never believes what a client can send', () => {
    const headers = new Headers({
      'x-forwarded-for': '198.51.100.9',
      'x-real-ip': '198.51.100.9',
      forwarded: 'for=198.51.100.9',
    });
    expect(findClientAddress(headers, FRONT_DOOR)).toBeNull();
  });
});

describe('groupAddress', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7', '203.0.112'],
    ['203.0.127.255', '203.0.127.255', '203.0.112'],
    ['203.0.128.1', '203.0.128.1', '203.0.128'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1'],
    ['2001:db8:1:2::9', '2001:db8:1:2', '2001:db8:1'],
    ['2001:0db8:0001::9', '2001:db8:1:0', '2001:db8:1'],
    ['::1', '0:0:0:0', '0:0:0'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0', '64:ff9b:0'],
  ])('groups %s', (address, client, neighbourhood) => {
    expect(groupAddress(address)).toEqual({ client, neighbourhood });
  });
});
