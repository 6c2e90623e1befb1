import type { Network } from '@readback/core';

type Kind = Network['kind'];

/** Networks that their organisation's name doesn't tell apart, by AS number. */
const BY_NUMBER: Readonly<Record<number, Kind>> = {
  // Google's own network serves mail; people's programs on its cloud come from another one.
  15169: 'google',
  396982: 'hosting',
  // Akamai's exit for iCloud Private Relay (found in Apple's published list); its others deliver content.
  36183: 'privacy-relay',
  // Proton's mail service; its other networks may carry people's VPN traffic, so nothing is claimed of them.
  62371: 'image-proxy',
  208172: 'other',
  209103: 'other',
  // Broadcom's e-mail security keeps the name of the company that bought Symantec.
  21345: 'mail-security',
  // The Cisco network of its web gateway Umbrella, formerly OpenDNS.
  36692: 'web-gateway',
  // The Russian mail services fetch pictures from their general networks.
  47764: 'image-proxy',
  13238: 'image-proxy',
  // Yandex’s cloud.
  200350: 'hosting',
  // A provider of mail servers whose older range still carries Fastmail's picture proxy.
  11403: 'hosting',
};

/** One row: words of an organisation's name (each whole), what its network is for. */
interface NameRow {
  words: readonly string[];
  kind: Kind;
}

/**
 * By the organisation's name, most special first. Mail security and web gateways: the vendors named in Gartner's and
 * HubSpot's lists of what filters mail and web traffic; picture proxies: mail services known to fetch pictures
 * (open-truth §1a); hosting: large providers by name, then what the trade calls itself.
 */
const BY_NAME: readonly NameRow[] = [
  { kind: 'microsoft', words: ['microsoft corporation', 'microsoft limited', 'microsoft mobile', 'microsoft'] },
  {
    kind: 'mail-security',
    words: [
      'proofpoint', 'mimecast', 'barracuda', 'ironport', 'trend micro', 'trellix', 'fireeye', 'mcafee', 'fortinet', 'sophos',
      'check point software', 'hornetsecurity', 'antispameurope', 'retarus', 'appriver', 'zix', 'n-able', 'solarwinds mail',
      'kaspersky', 'eset', 'bitdefender', 'symantec', 'messagelabs', 'cyren', 'commtouch', 'vade', 'vade secure', 'titanhq', 'spamtitan',
      'cloudmark', 'mailguard', 'libraesva', 'spamexperts', 'mailprotector', 'avanan', 'ironscales', 'agari', 'egress software',
      'perception point', 'abnormal security', 'securence', 'spamhero', 'mailchannels', 'mxlogic', 'mx logic', 'greenview data',
      'withsecure', 'f-secure', 'dr.web', 'doctor web', 'avira', 'avast', 'g data', 'panda security', 'watchguard', 'sonicwall',
      'clearswift', 'heimdal', 'eleven gmbh', 'net at work', 'seppmail', 'totemo', 'tessian', 'cellopoint', 'softnext', 'spamina',
      'intermedia.net', 'webroot', 'opentext cybersecurity', 'quick heal', 'seqrite', 'ahnlab', 'nospamproxy',
    ],
  },
  {
    kind: 'web-gateway',
    words: [
      'zscaler', 'netskope', 'forcepoint', 'websense', 'menlo security', 'palo alto networks', 'opendns', 'skyhigh security',
      'iboss', 'cato networks', 'blue coat', 'bluecoat', 'censornet', 'contentkeeper', 'lightspeed systems', 'smoothwall', 'versa networks',
      'perimeter 81', 'scansafe', 'securly', 'lookout', 'cloudi-fi', 'wandera', 'dnsfilter', 'webtitan', 'open systems ag', 'aryaka',
    ],
  },
  {
    kind: 'image-proxy',
    words: ['oath holdings', 'yahoo', 'yahoo inc', 'yahoo-inc', 'yahoo! uk services', 'aol', 'seznam.cz', 'ukrnet', 'rambler internet', 'naver cloud', 'naver', 'fastmail', 'basecamp', '37signals', 'proton mail'],
  },
  { kind: 'google', words: ['google'] },
  {
    kind: 'hosting',
    words: [
      'amazon', 'amazon.com', 'amazon technologies', 'aws', 'ovh', 'ovhcloud', 'hetzner', 'digitalocean', 'linode', 'akamai', 'cloudflare',
      'fastly', 'limelight', 'edgecast', 'edgio', 'cdn', 'cdn77', 'datacamp', 'stackpath', 'g-core', 'gcore', 'imperva', 'incapsula', 'sucuri',
      'bunnyway', 'the constant company', 'choopa', 'vultr', 'scaleway', 'online s.a.s', 'contabo', 'leaseweb', 'ionos', '1&1 ionos',
      'oracle', 'ibm cloud', 'softlayer', 'rackspace', 'alibaba', 'alicloud', 'aliyun', 'tencent', 'huawei cloud', 'ucloud', 'baidu', 'kingsoft',
      'godaddy', 'namecheap', 'hostinger', 'hostgator', 'bluehost', 'dreamhost', 'new dream network', 'unified layer', 'liquid web', 'singlehop',
      'internap', 'inap', 'equinix', 'm247', 'quadranet', 'psychz', 'colocrossing', 'hivelocity', 'serverius', 'worldstream', 'nforce',
      'strato', 'netcup', 'aruba', 'arubacloud', 'gandi', 'infomaniak', 'upcloud', 'exoscale', 'packet host', 'phoenixnap', 'sharktech',
      'frantech', 'buyvm', 'racknerd', 'hostwinds', 'interserver', 'selectel', 'timeweb', 'reg.ru', 'beget', 'heroku', 'salesforce', 'fly.io',
      'render', 'netlify', 'vercel', 'sendgrid', 'twilio', 'mailgun', 'sakura internet', 'xserver', 'kagoya', 'nhncloud', 'kakao', 'zenlayer',
      'cloud', 'clouds', 'hosting', 'hostings', 'webhosting', 'host', 'vps', 'server', 'servers', 'datacenter', 'datacenters', 'data center',
      'data centers', 'datacentre', 'data centre', 'rechenzentrum', 'colocation', 'colo', 'dedicated', 'vds', 'hostroyale', 'hostpapa', 'bare metal',
    ],
  },
  {
    kind: 'access',
    words: [
      'telecom', 'telecoms', 'telekom', 'telecommunications', 'telecomunicacoes', 'telecomunicaciones', 'telecommunication', 'communications',
      'communication', 'broadband', 'cable', 'cablevision', 'fiber', 'fibre', 'fibra', 'fttx', 'wireless', 'wifi', 'wi-fi', 'wisp', 'isp', 'internet',
      'net', 'network', 'networks', 'telefonica', 'telefonos', 'telephone', 'mobile', 'movil', 'móvil', 'vodafone', 'orange', 'comcast', 'verizon',
      'at&t', 't-mobile', 'charter', 'cox', 'centurylink', 'chinanet', 'china unicom', 'china mobile', 'kddi', 'softbank', 'ntt', 'bt', 'sky', 'virgin media',
      'telstra', 'optus', 'swisscom', 'sunrise', 'telia', 'telenor', 'tele2', 'kpn', 'ziggo', 'proximus', 'telenet', 'claro', 'vivo', 'tim', 'rostelecom',
      'beeline', 'megafon', 'mts', 'turk telekom', 'jio', 'airtel', 'bsnl', 'singtel', 'starhub', 'maxis', 'pldt', 'globe', 'fastweb', 'free', 'bouygues',
      'sfr', 'liberty', 'upc', 'magyar', 'provedor', 'provedora', 'servicos', 'télécom', 'telecable', 'satellite', 'starlink', 'space exploration',
      'frontier', 'windstream', 'residential', 'university', 'universitat', 'universität', 'universidad', 'college', 'school',
    ],
  },
]; // prettier-ignore

/** What a network is for, by its number and its organisation's name; `other` where neither tells. */
export function networkKindOf(asn: number, organisation: string): Kind {
  const numbered = BY_NUMBER[asn];
  if (numbered !== undefined) return numbered;
  const name = ` ${organisation
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&!.-]+/gu, ' ')
    .replace(/[.-]+(?= |$)/g, '')} `;
  return BY_NAME.find(({ words }) => words.some((word) => name.includes(` ${word} `)))?.kind ?? 'other';
}
