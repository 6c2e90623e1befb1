import { readConfig } from './config.ts';
import { goodSettings } from './settings.fixture.ts';

/** The names of the settings that are listed as faulty. */
function faultsOf(changed: Record<string, string | undefined>): string[] {
  return readConfig({ ...goodSettings(), ...changed }).problems.map(({ setting }) => setting);
}

describe('readConfig', () => {
  it('finds nothing wrong with complete settings', () => {
    const config = readConfig(goodSettings());
    expect(config.problems).toEqual([]);
    expect(config.company?.settings).toMatchObject({
      tracking: 'on',
      opens: true,
      links: true,
      site: null,
      leaveUrlText: true,
      excludedHosts: [],
      otherSenders: false,
      contact: 'privacy@contoso.com',
      signIn: { scope: 'api://readback.contoso.com/22222222-2222-4222-8222-222222222222/access_as_user' },
    });
    expect(config).toMatchObject({
      retentionDays: 180,
      location: 'off',
      cityDatabase: null,
      frontDoorId: null,
      notes: [],
    });
  });

  it.each([
    'APP_ORIGIN',
    'TRACKING_ORIGIN',
    'TENANT_ID',
    'CLIENT_ID',
    'ID_SECRET',
    'MASTERS',
    'OPENS',
    'LINKS',
    'CONTACT',
    'TABLES_CONNECTION',
  ])('lists %s when it is not set, and says what to do', (setting) => {
    for (const absent of [undefined, '', '   ']) {
      const config = readConfig({ ...goodSettings(), [setting]: absent });
      expect(config.problems).toEqual([
        { setting, problem: 'It is not set.', remedy: expect.stringMatching(/^Set it to /) },
      ]);
      expect(config.company).toBeNull();
    }
  });

  it.each([
    ['APP_ORIGIN', 'http://readback.contoso.com'],
    ['APP_ORIGIN', 'https://readback.contoso.com/'],
    ['APP_ORIGIN', 'https://Readback.contoso.com'],
    ['APP_ORIGIN', 'https://readback.contoso.com/app'],
    ['APP_ORIGIN', 'readback.contoso.com'],
    ['APP_ORIGIN', 'https://readback.azurewebsites.net'],
    ['TRACKING_ORIGIN', 'https://user@track.contoso.com'],
    ['TRACKING_ORIGIN', 'ftp://track.contoso.com'],
    ['TENANT_ID', 'contoso.onmicrosoft.com'],
    ['CLIENT_ID', '22222222-2222-4222-8222-22222222222'],
    ['ID_SECRET', Buffer.alloc(31, 1).toString('base64')],
    ['ID_SECRET', Buffer.alloc(32, 1).toString('base64url')],
    ['ID_SECRET', `${Buffer.alloc(32, 1).toString('base64')}!`],
    ['MASTERS', Buffer.alloc(32, 1).toString('base64')],
    ['MASTERS', `256:${Buffer.alloc(32, 1).toString('base64')}`],
    ['OPENS', 'true'],
    ['LINKS', 'On'],
    ['CONTACT', 'the help desk'],
    ['CONTACT', 'http://contoso.com/help'],
    ['CONTACT', 'javascript:alert(1)//a@b.c'],
    ['LOCATION', 'on'],
    ['LOCATION', 'City'],
    ['RETENTION_DAYS', '0'],
    ['RETENTION_DAYS', '180 days'],
    ['RETENTION_DAYS', '-1'],
    ['FRONT_DOOR_ID', 'my-front-door'],
    ['TABLES_CONNECTION', 'readback'],
    ['TABLES_CONNECTION', 'http://readback.table.core.windows.net'],
    ['TRACKING', 'Off'],
    ['SITE', 'https://contoso.com'],
    ['CLIENTS', '{"web":{"links":"sometimes"}}'],
    ['CLIENTS', '{"outlook":{}}'],
    ['CLIENTS', 'web=off'],
    ['EXCLUDED_HOSTS', 'wiki.contoso.com, https://x.y'],
    ['OTHER_SENDERS', '1'],
  ])('lists %s when it says %s', (setting, value) => {
    expect(faultsOf({ [setting]: value })).toEqual([setting]);
  });

  it('names every fault at once', () => {
    expect(faultsOf({ OPENS: 'maybe', CONTACT: undefined, TENANT_ID: 'x' }).sort()).toEqual([
      'CONTACT',
      'OPENS',
      'TENANT_ID',
    ]);
  });

  it('never repeats a value, which may be a secret', () => {
    const texts = { ...goodSettings(), MASTERS: '0:hunter2', ID_SECRET: 'hunter2', TABLES_CONNECTION: 'hunter2' };
    expect(JSON.stringify(readConfig(texts).problems)).not.toContain('hunter2');
  });

  it.each(['ID_SECRET', 'MASTERS', 'TABLES_CONNECTION'])(
    'calls an unresolved Key Vault reference in %s by its name',
    (setting) => {
      const config = readConfig({
        ...goodSettings(),
        [setting]: '@Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/x)',
      });
      expect(config.problems).toHaveLength(1);
      expect(config.problems[0]).toMatchObject({ setting, problem: expect.stringContaining('Key Vault') });
    },
  );

  it('goes on with the masters that can be read', () => {
    const good = Buffer.alloc(32, 7).toString('base64');
    const config = readConfig({ ...goodSettings(), MASTERS: `3:${good},4:rubbish` });
    expect([...config.masters.keys()]).toEqual([3]);
    expect(config.problems.map(({ setting }) => setting)).toEqual(['MASTERS']);
  });

  it('refuses a number that is used twice and keeps its first master', () => {
    const [first, second] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'));
    const config = readConfig({ ...goodSettings(), MASTERS: `0:${first} 0:${second}` });
    expect(config.problems[0]?.problem).toContain('number 0 again');
    expect(config.masters.get(0)).toEqual(new Uint8Array(32).fill(1));
  });

  it.each([
    ['on', 'on', 'on', { opens: true, links: true }],
    ['listen-only', 'on', 'on', { opens: true, links: true }],
    ['opens', 'on', 'off', { opens: true, links: false }],
    ['off', 'on', 'on', { opens: false, links: false }],
    ['Off', 'on', 'on', { opens: false, links: false }],
    ['on', 'off', 'on', { opens: false, links: true }],
    ['on', 'yes', 'on', { opens: false, links: true }],
  ])('with TRACKING=%s OPENS=%s LINKS=%s records %o', (tracking, opens, links, recorded) => {
    expect(readConfig({ ...goodSettings(), TRACKING: tracking, OPENS: opens, LINKS: links }).recorded).toEqual(
      recorded,
    );
  });

  it.each(['off', 'country', 'city'] as const)('takes LOCATION=%s', (location) => {
    expect(readConfig({ ...goodSettings(), LOCATION: location })).toMatchObject({ location, problems: [] });
  });

  it('tells nobody’s place with a LOCATION that it can’t read', () => {
    expect(readConfig({ ...goodSettings(), LOCATION: 'on' }).location).toBe('off');
  });

  it('looks for CITY_DATABASE only where cities are told', () => {
    const missing = { CITY_DATABASE: `${__filename}.mmdb` };
    expect(faultsOf({ ...missing, LOCATION: 'city' })).toEqual(['CITY_DATABASE']);
    expect(faultsOf({ LOCATION: 'city', CITY_DATABASE: __dirname })).toEqual(['CITY_DATABASE']);
    for (const location of ['off', 'country', undefined]) {
      const config = readConfig({ ...goodSettings(), ...missing, LOCATION: location });
      expect(config).toMatchObject({ problems: [], cityDatabase: null, notes: [] });
    }
  });

  it('finds no fault, but has a note, where cities are wanted and there is no database', () => {
    const config = readConfig({ ...goodSettings(), LOCATION: 'city' });
    expect(config).toMatchObject({
      problems: [],
      cityDatabase: null,
      notes: [expect.stringContaining('CITY_DATABASE')],
    });
    expect(readConfig({ ...goodSettings(), LOCATION: 'city', CITY_DATABASE: __filename })).toMatchObject({
      problems: [],
      cityDatabase: __filename,
      notes: [],
    });
  });

  it('lays the rows of CLIENTS over the built-in table', () => {
    const config = readConfig({ ...goodSettings(), CLIENTS: '{"web":{"links":"off"},"mac":{"silentSignIn":false}}' });
    expect(config.company?.settings.clients).toMatchObject({
      web: { pixel: 'append', links: 'off', silentSignIn: true },
      mac: { pixel: 'in-body', links: 'on', silentSignIn: false },
      mobile: { pixel: 'none', links: 'off' },
    });
  });

  it('reads lists and switches of the link rules', () => {
    const config = readConfig({
      ...goodSettings(),
      SITE: 'contoso.com',
      EXCLUDED_HOSTS: 'wiki.contoso.com, intranet.contoso.com',
      EXCLUDED_PATTERNS: 'https://*.contoso.com/private/*',
      LEAVE_URL_TEXT: 'off',
    });
    expect(config.company?.settings).toMatchObject({
      site: 'contoso.com',
      excludedHosts: ['wiki.contoso.com', 'intranet.contoso.com'],
      excludedPatterns: ['https://*.contoso.com/private/*'],
      leaveUrlText: false,
      leaveSignature: true,
    });
  });

  it.each([
    'UseDevelopmentStorage=true',
    'https://readback.table.core.windows.net',
    'DefaultEndpointsProtocol=https;AccountName=readback;AccountKey=a2V5;EndpointSuffix=core.windows.net',
    'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:10002/a;',
    'TableEndpoint=https://readback.table.core.windows.net;SharedAccessSignature=sv=2020',
  ])('takes %s as storage', (connection) => {
    expect(faultsOf({ TABLES_CONNECTION: connection })).toEqual([]);
  });

  it('takes http only on this machine', () => {
    expect(faultsOf({ APP_ORIGIN: 'http://localhost:7071', TRACKING_ORIGIN: 'http://127.0.0.1:7071' })).toEqual([]);
  });
});
