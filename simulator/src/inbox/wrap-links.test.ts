import { wrapAddress } from './wrap-links.ts';

describe('wrapAddress', () => {
  it('carries the whole address, so that it can be read out again', () => {
    const address = 'https://track.contoso.example/c/EgAA-_x?a=1&b=%C3%BC#top';
    const wrapped = new URL(wrapAddress(address, 'ada.park@fabrikam.example'));
    expect(wrapped.host).toBe('eur01.safelinks.protection.outlook.com');
    expect(wrapped.searchParams.get('url')).toBe(address);
    expect(wrapped.searchParams.get('data')).toContain('ada.park@fabrikam.example');
  });
});
