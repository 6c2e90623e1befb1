import { keepHeaders } from './kept-headers.ts';

describe('keepHeaders', () => {
  it('keeps what says which program asks', () => {
    const sent = { 'User-Agent': 'Mozilla/5.0', Accept: 'image/*', 'Sec-Fetch-Mode': 'navigate' };
    expect(keepHeaders(new Headers(sent))).toEqual({
      'user-agent': 'Mozilla/5.0',
      accept: 'image/*',
      'sec-fetch-mode': 'navigate',
    });
  });

  it.each([
    'x-forwarded-for',
    'client-ip',
    'x-azure-clientip',
    'cookie',
    'authorization',
    'from',
    'x-anything',
    'forwarded',
  ])('never keeps %s', (name) => {
    expect(keepHeaders(new Headers({ [name]: '203.0.113.7' }))).toEqual({});
  });

  it('cuts values to 256 characters', () => {
    expect(keepHeaders(new Headers({ 'user-agent': 'x'.repeat(5000) }))['user-agent']).toHaveLength(256);
  });

  it.each([
    ['https://mail.google.com/mail/u/0/#inbox/secret', 'https://mail.google.com/'],
    ['http://mail.google.com/', 'http://mail.google.com/'],
    ['android-app://com.google.android.gm/', undefined],
    ['not an address', undefined],
    ['https://203.0.113.7/owa/', undefined],
    ['https://[2001:db8::1]:8443/owa/', undefined],
  ])('keeps of the referer %j only %j', (sent, kept) => {
    expect(keepHeaders(new Headers({ referer: sent }))['referer']).toBe(kept);
  });

  it.each([
    ['1.1 proxy.contoso.com (squid/6.1)', '1.1 proxy.contoso.com (squid/6.1)'],
    ['1.1 203.0.113.7', '1.1 -'],
    ['1.1 203.0.113.7:3128 (squid), 1.0 fred', '1.1 - (squid), 1.0 fred'],
    ['HTTP/2 [2001:db8::1], 1.1 2001:db8::2', 'HTTP/2 [-], 1.1 -'],
  ])('keeps of the proxies %j no address', (sent, kept) => {
    expect(keepHeaders(new Headers({ via: sent }))['via']).toBe(kept);
  });
});
