import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAddress } from '../../functions/src/network/address-number.ts';
import { readNetworkTable } from '../../functions/src/network/network-table.ts';
import { loadNetworks } from '../../functions/src/networks.ts';
import type { Networks } from '../../functions/src/networks.ts';
import { buildNetworks, readCsv, tableOf, upperHalf } from './build-networks.ts';
import { networkKindOf } from './network-kind.ts';

const V4 = readCsv(
  `16777216,16777471,13335,"Cloudflare, Inc."
16777472,16777727,64500,"Example ""Fast"" Telecom"
3221225984,3221226239,64501,Proofpoint Inc.
4294967040,4294967295,64503,Last of all
`,
  Number,
);
const V6 = readCsv(
  '42540766411282592856903984951653826560,42540766490510755371168322545197776895,64502,Hetzner Online GmbH\n',
  upperHalf,
);

describe('the network table', () => {
  const table = readNetworkTable(tableOf(V4, V6));
  const asOf = (ip: string) => {
    const address = parseAddress(ip);
    return address === null ? 'no address' : (table.findAddress(address)?.asn ?? null);
  };

  it.each<[string, number | null]>([
    ['1.0.0.0', 13335],
    ['1.0.0.255', 13335],
    ['1.0.1.0', 64500],
    ['1.0.2.0', null],
    ['0.255.255.255', null],
    ['192.0.2.0', 64501],
    ['192.0.2.255', 64501],
    ['192.0.3.0', null],
    ['255.255.255.255', 64503],
    ['255.255.254.255', null],
    ['223.255.255.255', null],
    ['::ffff:192.0.2.7', 64501],
    ['2001:db8::1', 64502],
    ['2001:db8:ffff:ffff::1', 64502],
    ['2001:db9::', null],
    ['::1', null],
    ['ffff::', null],
  ])('finds who announces %s', (ip, asn) => {
    expect(asOf(ip)).toBe(asn);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '1.2.3.4/8',
    '2001:db8::g',
    'localhost',
    '1',
    '0x1.2.3.4',
    ' 1.2.3.4',
  ])('takes %j for no address', (text) => {
    expect(asOf(text)).toBe('no address');
  });

  it('names organisation and kind of an AS', () => {
    expect(table.findAs(13335)).toEqual({ asn: 13335, organisation: 'Cloudflare, Inc.', kind: 'hosting' });
    expect(table.findAs(64500)?.organisation).toBe('Example "Fast" Telecom');
    expect(table.findAs(64501)?.kind).toBe('mail-security');
    expect(table.findAs(64504)).toBeNull();
  });

  it('refuses a file that is another, or was cut', () => {
    const file = tableOf(V4, V6);
    expect(() => readNetworkTable(new Uint8Array(64))).toThrow('not of a kind');
    expect(() => readNetworkTable(file.slice(0, file.length - 8))).toThrow('cut off');
  });

  it('refuses a line that it can’t read', () => {
    expect(() => readCsv('1,2,three,Name', Number)).toThrow('three');
  });
});

describe('networkKindOf', () => {
  it.each<[number, string, string]>([
    [64500, 'Mimecast Germany GmbH', 'mail-security'],
    [64500, 'Check Point Software Technologies LTD', 'mail-security'],
    [64500, 'FORTINET TELECOMUNICACOES EIRELI', 'access'],
    [64500, 'AVAST Software s.r.o.', 'other'],
    [64500, 'ZSCALER, INC.', 'web-gateway'],
    [64500, 'iboss,inc', 'web-gateway'],
    [64500, 'Yahoo! UK Services Limited', 'image-proxy'],
    [64500, 'Yahoo-Switzerland Yahoo-UK Limited', 'image-proxy'],
    [64500, 'Trustwave Holdings, Inc.', 'mail-security'],
    [64500, 'CHECK POINT SSE SOLUTIONS LTD', 'web-gateway'],
    [64500, 'F5 Networks SARL', 'hosting'],
    [64500, 'Vodacom', 'access'],
    [64500, 'Bharat Sanchar Nigam Ltd', 'access'],
    [64500, 'Basecamp, LLC', 'image-proxy'],
    [64500, 'I.T. Basecamp Pty Ltd', 'other'],
    [64500, 'UkrNet Ltd', 'image-proxy'],
    [64500, 'UkrNet Fastiv Region LTD', 'access'],
    [64500, 'NAVER BUSINESS PLATFORM ASIA PACIFIC PTE. LTD.', 'hosting'],
    [64500, 'Google Fiber Inc.', 'access'],
    [64500, 'Google Cloud EMEA Ltd', 'hosting'],
    [64500, 'Microsoft Deutschland MCIO GmbH', 'microsoft'],
    // Traders that call themselves so, alone and in one word.
    [64500, 'Example Cloud Hosting', 'hosting'],
    [64500, 'GoDaddy.com, LLC', 'hosting'],
    [64500, 'Servers.com B.V.', 'hosting'],
    [64500, 'Examplehost GmbH', 'hosting'],
    [64500, 'BlueExampleVPS OU', 'hosting'],
    [64500, 'PlusServer GmbH', 'hosting'],
    [64500, 'Hosting.de GmbH', 'hosting'],
    [64500, 'Example.Cloud SASU', 'hosting'],
    [64500, 'CHINANET Example province IDC network', 'hosting'],
    [64500, 'Pair Networks', 'hosting'],
    [64500, 'Locaweb Servicos de Internet S/A', 'hosting'],
    [64500, 'KDDI Web Communications Inc.', 'hosting'],
    [64500, 'noris network AG', 'hosting'],
    [64500, 'One.com A/S', 'hosting'],
    // Companies and towns whose names hold such a word.
    [64500, 'Hostelling International', 'other'],
    [64500, 'CITY OF ST. CLOUD', 'other'],
    [64500, 'Charlotte Observer', 'other'],
    [64500, 'Dedicated Freight Corridor Corporation of India Limited', 'other'],
    [64500, 'EDEKA Rechenzentrum Sued Betriebs GmbH', 'other'],
    [64500, 'ARUBA NETWORKS, INC.', 'other'],
    [64500, 'Aruba S.p.A.', 'hosting'],
    [64500, 'Ford Motor Company', 'other'],
    [64500, 'Reset Coffee Ltd', 'other'],
    [64500, 'Example & Sons Railway, Inc.', 'other'],
    [64500, 'Example Digital Media', 'other'],
    [64500, 'Liberty Mutual Group', 'other'],
    [64500, 'The Globe and Mail', 'other'],
    [64500, 'Royal Free Hospital', 'other'],
    [64500, 'Sunrise Medical, Inc.', 'other'],
    // Who brings people in.
    [64500, 'Deutsche Telekom AG', 'access'],
    [64500, 'SERVICIO DI TELECOMUNICACION DI ARUBA (SETAR) N.V.', 'access'],
    [64500, 'Cloud Telecommunications (S) PTE. LTD.', 'access'],
    [64500, 'The Cloud Networks Limited', 'access'],
    [64500, 'Free SAS', 'access'],
    [64500, 'Turk Telekomunikasyon Anonim Sirketi', 'access'],
    [64500, 'JSC "Exampletelecom"', 'access'],
    [64500, 'Bell Canada', 'access'],
    [64500, 'Mountain Kabel-TV AS', 'access'],
    [64500, 'MTN SA', 'access'],
    [64500, 'Sky UK Limited', 'access'],
    [64500, 'St. Cloud State University', 'access'],
    [15169, 'Google LLC', 'google'],
    [396982, 'Google LLC', 'hosting'],
    [62371, 'Proton AG', 'image-proxy'],
    [209103, 'Proton AG', 'other'],
  ])('knows AS %i %s for %s', (asn, organisation, kind) => {
    expect(networkKindOf(asn, organisation)).toBe(kind);
  });
});

describe('loadNetworks', () => {
  let folder = '';
  let networks: Networks | null = null;
  const place = (ip: string) => networks?.find(ip);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readback-networks-'));
    await buildNetworks(folder);
    networks = await loadNetworks(folder);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('answers from the published tables', () => {
    expect(place('8.8.8.8')).toEqual({
      network: { asn: 15169, organisation: 'Google LLC', kind: 'google' },
      country: 'US',
      city: null,
    });
    expect(place('2a00:1450:4001::1')?.network?.kind).toBe('google');
    expect(place('nonsense')).toEqual({ network: null, country: null, city: null });
    expect(networks?.findAs(8075)?.kind).toBe('microsoft');
  });

  it('says what to do where the tables are missing', async () => {
    await expect(loadNetworks(join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
  });

  it('refuses a city database that isn’t one', async () => {
    const wrong = join(folder, 'wrong.mmdb');
    await writeFile(wrong, 'nothing of the kind');
    await expect(loadNetworks(folder, wrong)).rejects.toThrow();
  });

  const labelled = join(__dirname, '../../../shared/truth-data/ip-operators.json');
  if (existsSync(labelled)) {
    it('knows the kind of 99 % of labelled addresses', () => {
      const rows = JSON.parse(readFileSync(labelled, 'utf8')) as {
        ip: string;
        operator: string;
        operatorKind: string;
      }[];
      const kinds: Readonly<Record<string, readonly string[]>> = {
        'mail-security': ['mail-security'],
        'secure-web-gateway': ['web-gateway'],
        'cloud-hosting': ['hosting'],
        cdn: ['hosting'],
        'mail-image-proxy-network': ['image-proxy'],
        'privacy-mail-proxy': ['image-proxy'],
        'mail-and-scanner-network': ['microsoft'],
        'relay-possible': ['privacy-relay', 'hosting'],
      };
      const scored = rows.filter((row) => row.operatorKind in kinds);
      const right = scored.filter((row) => {
        const wanted = row.operator === 'Google' ? ['google'] : kinds[row.operatorKind];
        return wanted?.includes(place(row.ip)?.network?.kind ?? '');
      });
      expect(scored.length).toBeGreaterThan(300);
      expect(right.length / scored.length).toBeGreaterThanOrEqual(0.99);
    });
  } else {
    console.log('Left out: the labelled addresses do not lie beside the project.');
  }
});
