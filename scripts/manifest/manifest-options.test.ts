import { readManifestOptions } from './manifest-options.ts';
import type { GivenManifestOptions } from './manifest-options.ts';

const GOOD: GivenManifestOptions = {
  app: 'https://readback.contoso.com',
  tracking: 'https://go.contoso.com',
  'client-id': '6F9A1C0E-3B52-4F0A-9D3E-1C7B5A2E8D40',
};

describe('readManifestOptions', () => {
  it('takes the full profile and the product id by default', () => {
    expect(readManifestOptions(GOOD)).toEqual({
      ok: true,
      options: {
        id: '2f64ebb2-6d1c-4c77-9c2b-3a7e5d0f8b14',
        app: 'https://readback.contoso.com',
        tracking: 'https://go.contoso.com',
        clientId: '6f9a1c0e-3b52-4f0a-9d3e-1c7b5a2e8d40',
        profile: 'full',
        revision: 0,
      },
    });
  });

  it.each([
    ['https://readback.contoso.com/', 'https://readback.contoso.com'],
    ['https://READBACK.contoso.com:443', 'https://readback.contoso.com'],
    ['https://readback.contoso.com:8443', 'https://readback.contoso.com:8443'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['https://localhost:7071', 'https://localhost:7071'],
    ['https://azurewebsites.net.contoso.com', 'https://azurewebsites.net.contoso.com'],
  ])('reads the origin of %s', (app, origin) => {
    expect(readManifestOptions({ ...GOOD, app })).toMatchObject({ ok: true, options: { app: origin } });
  });

  it.each<[string, GivenManifestOptions, RegExp]>([
    ['no app', { app: undefined }, /^--app is missing$/],
    ['an empty app', { app: '' }, /^--app is missing$/],
    ['an app that is no address', { app: 'readback.contoso.com' }, /^--app is not an address/],
    ['http', { app: 'http://readback.contoso.com' }, /^--app must start with https/],
    ['a path', { app: 'https://contoso.com/readback' }, /^--app must be an origin alone/],
    ['a query', { app: 'https://contoso.com?x=1' }, /^--app must be an origin alone/],
    ['an empty query', { app: 'https://contoso.com/?' }, /^--app must be an origin alone/],
    ['a fragment', { app: 'https://contoso.com#x' }, /^--app must be an origin alone/],
    ['a password', { app: 'https://me:secret@contoso.com' }, /^--app must not hold a user name/],
    ['an IPv4 address', { app: 'https://192.0.2.1' }, /^--app must be a name/],
    ['an IPv6 address', { app: 'https://[2001:db8::1]' }, /^--app must be a name/],
    ['a wildcard', { app: 'https://*.contoso.com' }, /^--app must be a full host name/],
    ['a host without domain', { app: 'https://intranet' }, /^--app must be a full host name/],
    ['a trailing dot', { app: 'https://contoso.com.' }, /^--app must be a full host name/],
    ['the Function App\u2019s own name', { app: 'https://rb.azurewebsites.net' }, /silent sign-in refuses/],
    ['a name of an old cloud service', { app: 'https://rb.cloudapp.net' }, /silent sign-in refuses/],
    ['the same in capitals', { app: 'https://RB.AzureWebsites.net' }, /silent sign-in refuses/],
    ['the same with a region', { app: 'https://rb-x.westeurope-01.azurewebsites.net' }, /silent sign-in refuses/],
    ['a revision that is no number', { revision: '1.2' }, /^--revision must be a number/],
    ['a revision of six digits', { revision: '100000' }, /^--revision must be a number/],
    ['no tracking', { tracking: undefined }, /^--tracking is missing$/],
    ['http for tracking', { tracking: 'http://go.contoso.com' }, /^--tracking must start with https/],
    ['a path for tracking', { tracking: 'https://go.contoso.com/t' }, /^--tracking must be an origin alone/],
    ['no client id', { 'client-id': undefined }, /^--client-id is missing$/],
    ['a name as client id', { 'client-id': 'readback' }, /^--client-id must be a GUID/],
    ['a GUID cut short', { 'client-id': '6f9a1c0e-3b52-4f0a-9d3e-1c7b5a2e8d4' }, /^--client-id must be a GUID/],
    ['a GUID in braces', { 'client-id': '{6f9a1c0e-3b52-4f0a-9d3e-1c7b5a2e8d40}' }, /^--client-id must be a GUID/],
    ['the empty GUID', { 'client-id': '00000000-0000-0000-0000-000000000000' }, /^--client-id must be a GUID/],
    ['an unknown profile', { profile: 'links' }, /^--profile must be full or opens: "links"$/],
    ['an id that is no GUID', { id: 'x' }, /^--id must be a GUID/],
  ])('refuses %s', (_name, change, message) => {
    const read = readManifestOptions({ ...GOOD, ...change });
    expect(read.ok ? [] : read.problems).toEqual([expect.stringMatching(message)]);
  });

  it('names everything that is wrong at once', () => {
    const read = readManifestOptions({ app: 'http://x.com', profile: '?' });
    expect(read.ok ? [] : read.problems).toHaveLength(4);
  });
});
