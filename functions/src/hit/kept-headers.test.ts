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
  ])('keeps of the referer %j only %j', (sent, kept) => {
    expect(keepHeaders(new Headers({ referer: sent }))['referer']).toBe(kept);
  });
});
