import type { Hit, Verdict } from '../verdict.ts';
import { AGENTS, HOUR, MINUTE, NETWORKS, SECOND, SENT_AT, click, context, open } from './hits.fixture.ts';
import { judgeMessage } from './judge-message.ts';
import type { MessageContext } from './observe-hit.ts';
import { sayReason } from './say-reason.ts';

/** Whole mails as they go: what somebody who knows these programs would say of each request, with the headers they send. */

type Actor = Verdict['actor'];

const EDGE = `${AGENTS.chrome} Edg/156.0.0.0`;
const NEW_OUTLOOK = `${EDGE} OneOutlook/1.2026.1105.100`;
const OFFICE = 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.18227; Pro)';
const MAC_OUTLOOK = 'MacOutlook/16.91.24111020 (Intelx64 Mac OS X Version 15.1 (Build 24B83))';
const IPHONE_MAIL =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const THUNDERBIRD = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.4.0';
const ANDROID_VIEW =
  'Mozilla/5.0 (Linux; Android 15; SM-S931B Build/AP3A.240905.015; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/155.0.7000.10 Mobile Safari/537.36';
const CHROME_125 = AGENTS.chrome.replace('156', '125');
const HEADLESS = AGENTS.chrome.replace('Chrome', 'HeadlessChrome');
const SAFARI_15 = AGENTS.safari.replace('Version/18.1', 'Version/15.6');
const IMESSAGE =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0';
const TEAMS = 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com';

const IMAGE = {
  accept: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
  'accept-language': 'en-US,en;q=0.9',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'sec-fetch-mode': 'no-cors',
  'sec-fetch-dest': 'image',
};
const SAFARI_PAGE = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'en-GB,en;q=0.9',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
};
const { office, gateway, hosting, microsoft, google, yahoo, proton, mimecast, akamai, appleList } = NETWORKS;
const cloudflare = { asn: 13335, organisation: 'Cloudflare, Inc.', kind: 'hosting' } as const;
const vpn = { asn: 9009, organisation: 'M247 Europe SRL', kind: 'hosting' } as const;

const at = (after: number, count: number, step: number) =>
  Array.from({ length: count }, (_, index) => after + index * step);
const links = (after: number, count: number, step: number, parts: Parameters<typeof click>[0]) =>
  at(after, count, step).map((time, position) => click({ ...parts, after: time, position }));

const ROWS: readonly (readonly [
  what: string,
  hits: readonly Hit[],
  actors: readonly Actor[],
  line: string,
  parts?: Partial<MessageContext>,
])[] = [
  [
    'Outlook in an office',
    [open({ agent: OFFICE, network: office, headers: { accept: '*/*' } })],
    ['person'],
    'Opened by a person',
  ],
  ['new Outlook at home', [open({ agent: NEW_OUTLOOK, headers: IMAGE })], ['person'], 'Opened by a person'],
  [
    'new Outlook behind a VPN',
    [open({ agent: NEW_OUTLOOK, network: vpn, headers: IMAGE })],
    ['likely-person'],
    'Most likely opened by a person',
  ],
  ['Outlook on a Mac', [open({ agent: MAC_OUTLOOK, headers: {} })], ['person'], 'Opened by a person'],
  [
    'Mail on an iPhone',
    [open({ agent: IPHONE_MAIL, headers: { accept: 'image/*' } })],
    ['person'],
    'Opened by a person',
  ],
  [
    'Mail on an iPhone, from who knows where',
    [open({ agent: IPHONE_MAIL, network: null, headers: { accept: 'image/*' } })],
    ['likely-person'],
    'Most likely opened by a person',
  ],
  [
    'Thunderbird behind a web gateway',
    [open({ agent: THUNDERBIRD, network: gateway, headers: { accept: 'image/*' } })],
    ['person'],
    'Opened by a person',
  ],
  [
    'GMX’s app',
    [open({ agent: ANDROID_VIEW, headers: { ...IMAGE, 'x-requested-with': 'de.gmx.mobile.android.mail' } })],
    ['person'],
    'Opened by a person',
  ],
  [
    'an app that isn’t known',
    [open({ agent: ANDROID_VIEW, headers: { ...IMAGE, 'x-requested-with': 'com.example.reader' } })],
    ['likely-person'],
    'Most likely opened by a person',
  ],
  ['webmail at home', [open({ headers: IMAGE })], ['likely-person'], 'Most likely opened by a person'],
  [
    'a picture of which only the browser’s name is known',
    [open({ headers: {} })],
    ['unknown'],
    'Something loaded it; whether a person or a program is unclear',
  ],
  [
    'Outlook in the second of the send',
    [open({ agent: AGENTS.outlook, after: 1_500, headers: { accept: '*/*' } })],
    ['likely-person'],
    'Most likely opened by a person',
  ],

  ['Gmail', [open({ agent: AGENTS.gmailProxy, network: google, headers: {} })], ['image-proxy'], 'Opened by a person'],
  [
    'Gmail, three seconds after the send',
    [open({ agent: AGENTS.gmailProxy, network: google, headers: {}, after: 3 * SECOND })],
    ['image-proxy'],
    'Most likely opened by a person',
  ],
  [
    'Gmail in advance, then shown',
    [
      open({
        agent: AGENTS.gmailPrefetch,
        network: google,
        headers: { referer: 'http://mail.google.com/' },
        after: 25 * SECOND,
      }),
      open({ agent: AGENTS.gmailProxy, network: google, headers: {}, after: 30 * SECOND }),
    ],
    ['prefetch', 'image-proxy'],
    'Opened by a person',
  ],
  [
    'what calls itself Gmail, at a host',
    [open({ agent: AGENTS.gmailProxy, network: hosting, headers: {} })],
    ['unknown'],
    'Something loaded it; whether a person or a program is unclear',
  ],
  [
    'Gmail’s early name from Microsoft',
    [open({ agent: AGENTS.gmailPrefetch, network: microsoft, headers: {} })],
    ['unknown'],
    'Something loaded it; whether a person or a program is unclear',
  ],
  [
    'Apple’s privacy',
    [open({ agent: AGENTS.bare, network: appleList, headers: {}, after: 4 * HOUR })],
    ['prefetch'],
    'Loaded by Apple’s privacy proxy; whether it was read can’t be known',
  ],
  [
    'Apple’s privacy through Cloudflare',
    [open({ agent: AGENTS.bare, network: cloudflare, headers: {}, after: 4 * HOUR })],
    ['prefetch'],
    'Loaded by Apple’s privacy proxy; whether it was read can’t be known',
  ],
  [
    'the bare name at a host',
    [open({ agent: AGENTS.bare, network: hosting, headers: {} })],
    ['unknown'],
    'Something loaded it; whether a person or a program is unclear',
  ],
  ['Yahoo', [open({ agent: AGENTS.yahooProxy, network: yahoo, headers: {} })], ['image-proxy'], 'Opened by a person'],
  [
    'Seznam, from who knows where',
    [open({ agent: 'Mozilla/5.0 SeznamEmailProxy/2.0.251', network: null, headers: {} })],
    ['image-proxy'],
    'Most likely opened by a person',
  ],
  [
    'an app’s own picture server',
    [open({ agent: `${EDGE} (via SuperhumanProxy; hello@superhuman.com)`, network: hosting, headers: {} })],
    ['image-proxy'],
    'Most likely opened by a person',
  ],
  [
    'Proton',
    [open({ network: proton, headers: IMAGE })],
    ['prefetch'],
    'Loaded in advance by Proton Mail; whether it was read can’t be known',
  ],
  [
    'Outlook on the web',
    [open({ network: microsoft, headers: {}, after: 20 * MINUTE })],
    ['image-proxy'],
    'Most likely opened by a person',
  ],

  [
    'Microsoft’s check of a picture',
    [open({ network: microsoft, headers: {}, after: 20 * SECOND })],
    ['scanner'],
    'Checked by a program, most likely a mail filter; no sign of a person yet',
  ],
  [
    'Microsoft’s checks without a name',
    [
      click({ agent: '', network: microsoft, headers: {}, after: 12 * SECOND, position: 0 }),
      click({ agent: '', network: microsoft, headers: {}, after: 12_400, position: 1 }),
    ],
    ['scanner', 'scanner'],
    'Checked by a program, most likely a mail filter; no sign of a person yet',
  ],
  [
    'a gateway in two seconds',
    [open({ network: mimecast, headers: IMAGE, after: 1_200 }), click({ network: mimecast, after: 1_500 })],
    ['scanner', 'scanner'],
    'Checked by a program, most likely a mail filter; no sign of a person yet',
  ],
  [
    'a gateway that rents computers, link by link',
    links(8 * SECOND, 3, 300, { agent: CHROME_125, network: hosting }),
    ['scanner', 'scanner', 'scanner'],
    'Checked by a program, most likely a mail filter; no sign of a person yet',
  ],
  [
    'the same, one link with a current browser',
    [click({ network: hosting, after: 4 * SECOND })],
    ['scanner'],
    'Checked by a program, most likely a mail filter; no sign of a person yet',
  ],
  [
    'all links at once from a home',
    links(20 * SECOND, 4, 300, {}),
    ['scanner', 'scanner', 'scanner', 'scanner'],
    'Checked by a program, most likely a mail filter; no sign of a person yet',
  ],
  [
    'a headless browser',
    [click({ agent: HEADLESS, network: hosting })],
    ['scanner'],
    'Checked by a program, most likely a mail filter; no sign of a person yet',
  ],
  [
    'a library at home',
    [click({ agent: AGENTS.python, headers: { accept: '*/*' } })],
    ['scanner'],
    'Checked by a program, most likely a mail filter; no sign of a person yet',
  ],
  [
    'HEAD',
    [click({ method: 'HEAD' }), open({ method: 'HEAD' })],
    ['scanner', 'scanner'],
    'Checked by a program, most likely a mail filter; no sign of a person yet',
  ],
  [
    'a speculative load',
    [click({ headers: { ...SAFARI_PAGE, 'sec-purpose': 'prefetch;prerender' } })],
    ['prefetch'],
    'Loaded in advance; whether it was read can’t be known',
  ],
  [
    'a link in iMessage',
    [click({ agent: IMESSAGE, headers: { accept: 'text/html' } })],
    ['link-preview'],
    'Your link was pasted into a chat; no click by a person was seen',
  ],
  [
    'a link in Teams',
    [click({ agent: TEAMS, network: microsoft, headers: {} })],
    ['link-preview'],
    'Your link was pasted into a chat; no click by a person was seen',
  ],

  ['a click in Chrome', [click({ after: 15 * MINUTE })], ['person'], 'Clicked by a person'],
  [
    'a click in the first seconds',
    [click({ after: 6 * SECOND })],
    ['likely-person'],
    'Most likely clicked by a person',
  ],
  ['a click in Firefox', [click({ agent: AGENTS.firefox, headers: SAFARI_PAGE })], ['person'], 'Clicked by a person'],
  [
    'a click in an older Safari',
    [click({ agent: SAFARI_15, headers: { accept: SAFARI_PAGE.accept, 'accept-language': 'de-de' } })],
    ['person'],
    'Clicked by a person',
  ],
  [
    'a click in an iPhone’s mail app',
    [click({ agent: IPHONE_MAIL, headers: SAFARI_PAGE })],
    ['person'],
    'Clicked by a person',
  ],
  [
    'a click through Apple’s relay',
    [click({ agent: AGENTS.safari, network: akamai, headers: SAFARI_PAGE })],
    ['person'],
    'Clicked by a person',
  ],
  [
    'the same through Cloudflare',
    [click({ agent: AGENTS.safari, network: cloudflare, headers: SAFARI_PAGE })],
    ['person'],
    'Clicked by a person',
  ],
  [
    'a click of which the network is unknown',
    [click({ network: null })],
    ['likely-person'],
    'Most likely clicked by a person',
  ],
  [
    'a click behind a VPN',
    [click({ network: vpn, after: 3 * HOUR })],
    ['unknown'],
    'Something loaded it; whether a person or a program is unclear',
  ],
  [
    'a click on a cloud PC at Microsoft',
    [click({ agent: EDGE, network: microsoft, after: 3 * HOUR })],
    ['unknown'],
    'Something loaded it; whether a person or a program is unclear',
  ],
  [
    'a click on a cloud PC elsewhere',
    [click({ agent: EDGE, network: hosting, after: 3 * HOUR })],
    ['unknown'],
    'Something loaded it; whether a person or a program is unclear',
  ],
  [
    'Outlook on a cloud PC',
    [open({ agent: AGENTS.outlook, network: hosting, headers: { accept: '*/*' } })],
    ['likely-person'],
    'Most likely opened by a person',
  ],
  [
    'what says Chrome and too little besides',
    [click({ after: 2 * MINUTE, headers: { accept: SAFARI_PAGE.accept, 'accept-language': 'en' } })],
    ['scanner'],
    'Checked by a program, most likely a mail filter; no sign of a person yet',
  ],

  [
    'Safe Links at click time, before the person',
    [
      click({ agent: CHROME_125, network: microsoft, headers: {}, after: 2 * HOUR, position: 1 }),
      click({ after: 2 * HOUR + 1_200, position: 1 }),
    ],
    ['scanner', 'person'],
    'Clicked by a person',
  ],
  [
    'Safe Links at click time, after the person',
    [
      click({ after: 2 * HOUR, position: 1 }),
      click({ agent: CHROME_125, network: microsoft, headers: {}, after: 2 * HOUR + 3 * SECOND, position: 1 }),
    ],
    ['person', 'scanner'],
    'Clicked by a person',
  ],
  [
    'a gateway’s check at click time',
    [
      click({ agent: CHROME_125, network: mimecast, headers: { accept: '*/*' }, after: 3 * HOUR }),
      click({ agent: EDGE, network: office, after: 3 * HOUR + 1_500 }),
    ],
    ['scanner', 'person'],
    'Clicked by a person',
  ],
  [
    'one link three times',
    at(2 * HOUR, 3, 400).map((after) => click({ after, position: 2 })),
    ['person', 'person', 'person'],
    'Clicked by a person',
  ],
  [
    'one link, and three more in a second',
    [
      click({ after: 2 * HOUR }),
      ...[1, 2, 3].map((position) => click({ after: 2 * HOUR + 4 * MINUTE + position * 200, position })),
    ],
    ['scanner', 'scanner', 'scanner', 'scanner'],
    'Checked by a program, most likely a mail filter; no sign of a person yet',
  ],
  [
    'two people in one office',
    [
      open({ agent: AGENTS.outlook, network: office, headers: { accept: '*/*' }, after: HOUR }),
      click({ agent: EDGE, network: office, after: HOUR + 10 * SECOND }),
      open({ agent: AGENTS.appleMail, network: office, headers: { accept: 'image/*' }, after: HOUR + 2 * MINUTE }),
      click({ agent: AGENTS.safari, network: office, headers: SAFARI_PAGE, after: HOUR + 3 * MINUTE, position: 1 }),
    ],
    ['person', 'person', 'person', 'person'],
    'Clicked by a person, twice',
  ],
  [
    'writing the mail',
    [open({ after: -30 * SECOND, headers: IMAGE })],
    ['sender'],
    'Nothing seen. Many mail programs block pictures, so this does not mean unread.',
  ],
  [
    'the sender’s own look',
    [open({ agent: AGENTS.outlook, own: true, headers: {} })],
    ['sender'],
    'Nothing seen. Many mail programs block pictures, so this does not mean unread.',
  ],
  [
    'a mail for tomorrow',
    [open({ agent: AGENTS.outlook, after: HOUR }), open({ agent: AGENTS.outlook, after: 25 * HOUR, client: 'later' })],
    ['sender', 'person'],
    'Opened by a person',
    { deliverAfter: SENT_AT + 24 * HOUR },
  ],
  [
    'a filter, then a person, of a mail whose time is unknown',
    [
      ...links(6 * HOUR, 3, 200, { agent: CHROME_125, network: microsoft, headers: {} }),
      open({ agent: AGENTS.outlook, headers: { accept: '*/*' }, after: 6 * HOUR + 30 * SECOND }),
    ],
    ['scanner', 'scanner', 'scanner', 'person'],
    'Opened by a person',
    { sentAt: null },
  ],
];

describe('whole mails', () => {
  const mails = ROWS.map(([what, hits, actors, line, parts = {}]) => ({ what, hits, actors, line, parts }));

  it.each(mails)('$what', ({ hits, actors, line, parts }) => {
    const { hits: verdicts, headline } = judgeMessage(hits, context(parts));
    expect(verdicts.map(({ actor }) => actor)).toEqual(actors);
    expect(sayReason(headline, 'en')).toBe(line);
  });
});
