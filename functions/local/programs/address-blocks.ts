/** Addresses of which one stands for a requester: a block inside a network that is announced for it. */
export interface AddressBlock {
  /** IPv4 in CIDR notation. */
  block: string;
  /** Whose network that is, as routing tables say. */
  asn: number;
  /** Where it was read that such requests come from there. */
  source: string;
}

const ROWS = {
  home: {
    block: '84.128.0.0/16',
    asn: 3320,
    source: 'Deutsche Telekom’s lines for homes and small offices; any access network would do',
  },
  'google-pictures': {
    block: '66.249.80.0/20',
    asn: 15169,
    source: 'SendGrid event webhook log (66.249.93.84); @ip-location-db/asn',
  },
  'google-prefetch': {
    block: '108.177.2.0/24',
    asn: 15169,
    source: 'Amazon SES open event of 2025-11-19 in a public repository (108.177.2.32)',
  },
  'apple-relay': {
    block: '172.224.226.0/24',
    asn: 36183,
    source: 'Apple’s list mask-api.icloud.com/egress-ip-ranges.csv; AS36183 is Akamai’s part of the relay',
  },
  'yahoo-pictures': {
    block: '98.137.64.0/21',
    asn: 36647,
    source: 'Litmus, "spike in Yahoo Mail opens"; Oath’s networks in @ip-location-db/asn',
  },
  'microsoft-pictures': {
    block: '52.96.0.0/16',
    asn: 8075,
    source:
      'Exchange Online’s range 52.96.0.0/14 (Microsoft 365 URLs and IP address ranges, id 1); the picture server’s own isn’t published',
  },
  'microsoft-detonation': {
    block: '40.94.16.0/24',
    asn: 8075,
    source: 'opencollective#3656 (40.94.16.*), gophish#2646 (40.94.89.23)',
  },
  'microsoft-clicks': {
    block: '104.47.0.0/18',
    asn: 8075,
    source: 'edalzell/laravel-passwordless-login#79 (104.47.1.254, 104.47.30.126)',
  },
  'teams-preview': {
    block: '52.123.190.0/24',
    asn: 8075,
    source: 'proxy log in a public repository (52.123.190.124)',
  },
  'slack-preview': {
    block: '34.226.0.0/16',
    asn: 14618,
    source: 'Slack runs on Amazon’s cloud; which of its addresses isn’t published',
  },
  mimecast: {
    block: '205.139.110.0/24',
    asn: 30031,
    source: 'Mimecast North America in @ip-location-db/asn; HubSpot names Mimecast among filtered screeners',
  },
} satisfies Record<string, AddressBlock>;

export type AddressBlockId = keyof typeof ROWS;

/** Networks that requests are played from. */
export const ADDRESS_BLOCKS: Readonly<Record<AddressBlockId, AddressBlock>> = ROWS;
