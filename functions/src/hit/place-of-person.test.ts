import type { Network } from '@readback/core';
import { placeOfPerson } from './place-of-person.ts';
import type { LocationDetail } from './place-of-person.ts';

const OUTLOOK = 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328; Pro)';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

function placeOf(kind: Network['kind'] | null, headers: Record<string, string>, more: { method?: string } = {}) {
  const network = kind && { asn: 64501, organisation: 'Example', kind };
  const found = { network, country: 'DE', city: 'Berlin' };
  return (detail: LocationDetail) => placeOfPerson(found, { method: 'GET', headers, ...more }, detail);
}

describe('placeOfPerson', () => {
  it.each<[LocationDetail, string | null, string | null]>([
    ['off', null, null],
    ['country', 'DE', null],
    ['city', 'DE', 'Berlin'],
  ])('with LOCATION=%s tells country %j and city %j of a person', (detail, country, city) => {
    expect(placeOf('access', { 'user-agent': OUTLOOK })(detail)).toEqual({ country, city });
  });

  it.each<[string, Network['kind'] | null, Record<string, string>, boolean]>([
    ['a mail program at home', 'access', { 'user-agent': OUTLOOK }, true],
    ['a browser in a company', 'other', { 'user-agent': CHROME }, true],
    ['a browser behind a web gateway', 'web-gateway', { 'user-agent': CHROME }, false],
    ['a browser behind Apple’s relay', 'privacy-relay', { 'user-agent': CHROME }, false],
    ['a browser in a data centre', 'hosting', { 'user-agent': CHROME }, false],
    ['a mail program in Microsoft’s network', 'microsoft', { 'user-agent': OUTLOOK }, false],
    ['a browser in a mail filter’s network', 'mail-security', { 'user-agent': CHROME }, false],
    ['a browser in an unknown network', null, { 'user-agent': CHROME }, false],
    ['Gmail’s picture server', 'google', { 'user-agent': 'Mozilla/5.0 (via ggpht.com GoogleImageProxy)' }, false],
    [
      'a picture server in a strange network',
      'access',
      { 'user-agent': 'YahooMailProxy; https://help.yahoo.com/' },
      false,
    ],
    ['Apple’s privacy proxy', 'access', { 'user-agent': 'Mozilla/5.0' }, false],
    ['what a browser loads in advance', 'access', { 'user-agent': CHROME, 'sec-purpose': 'prefetch' }, false],
    ['a scanner', 'access', { 'user-agent': 'Barracuda Sentinel (EE)' }, false],
    ['a preview', 'access', { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' }, false],
    ['a library', 'access', { 'user-agent': 'python-requests/2.32.3' }, false],
    ['a program without a name', 'access', {}, false],
  ])('of %s', (_, kind, headers, isTold) => {
    const nowhere = { country: null, city: null };
    expect(placeOf(kind, headers)('city')).toEqual(isTold ? { country: 'DE', city: 'Berlin' } : nowhere);
  });

  it('tells nothing of a request that no person’s program makes', () => {
    expect(placeOf('access', { 'user-agent': CHROME }, { method: 'HEAD' })('city')).toEqual({
      country: null,
      city: null,
    });
  });
});
