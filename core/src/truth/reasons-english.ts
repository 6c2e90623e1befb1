import { numberOf, phraseOf, textOf } from './reason-texts.ts';
import type { ReasonCode, Sentence } from './reason-texts.ts';

const DEVICES: Readonly<Record<string, string>> = {
  desktop: ' on a computer',
  phone: ' on a phone',
  tablet: ' on a tablet',
};

const on: (values: Parameters<Sentence>[0]) => string = (values) => phraseOf(DEVICES, textOf(values, 'device', ''));

const times = (count: number): string => (count < 2 ? '' : count === 2 ? ', twice' : `, ${count} times`);

const atLeast = (count: number): string =>
  count < 2 ? '' : count === 2 ? ', at least twice' : `, at least ${count} times`;

const mails: (values: Parameters<Sentence>[0]) => string = (values) => `${numberOf(values, 'mails')} mails`;

const share: (values: Parameters<Sentence>[0]) => string = (values) =>
  `${numberOf(values, 'mails')} of ${numberOf(values, 'of')} mails`;

const stripped: Sentence = (values) =>
  `Pictures don’t load at ${textOf(values, 'domain', 'this domain')}: ${mails(values)} were clicked there, none with its picture. So opens can’t be known.`;

export const ENGLISH: Readonly<Record<ReasonCode, Sentence>> = {
  'before-send': () => 'Loaded before the mail was sent: that was while you were writing.',
  'own-look': () => 'This was you, looking at your own copy.',
  'that-was-me': () => 'You said that this was you.',
  'own-network': () =>
    'Came from your own network, but not from your Outlook: perhaps you with another program. We can’t tell.',
  'same-office': () =>
    'Came from the office network that you use too, and the mail went to a colleague: you or somebody there. We can’t tell which.',
  'may-be-from-reply': () =>
    'Came right after you sent a reply that quotes this mail: it may be the picture in that quote.',
  'only-checked': () => 'A program only checked that the address works.',
  'browser-prefetch': () => 'Loaded in advance by a browser, not shown to anybody.',
  'gmail-prefetch': () => 'Gmail loaded the pictures in advance. This does not show that anybody looked at the mail.',
  'gmail-proxy': () =>
    'Opened in Gmail. Google fetches pictures for its users, so place and device are unknown and further opens may stay hidden.',
  'apple-relay': () =>
    'Apple Mail’s privacy protection loads every picture itself. The mail arrived; whether it was read can’t be known.',
  'bare-name': () => 'The program gave almost no name, and the network doesn’t tell who it was.',
  'service-proxy': (values) =>
    `Opened in ${textOf(values, 'service', 'a mail service')}, through its own picture server. Place and device are unknown.`,
  'proton-prefetch': () => 'Proton Mail loads pictures in advance. Whether it was read can’t be known.',
  'microsoft-check': () =>
    'Came from Microsoft’s network at a moment when its virus check looks at mails: a program, most likely.',
  'microsoft-proxy': () =>
    'Loaded through Microsoft’s picture server, most likely because somebody opened the mail in Outlook. Place and device are unknown.',
  'microsoft-unclear': () =>
    'Came from Microsoft’s network: either its virus check, or Outlook on the web showing the mail. We can’t tell which.',
  'link-preview': (values) =>
    `Somebody pasted your link into ${textOf(values, 'service', 'a chat')}, and the service looked at it. Nobody clicked here.`,
  program: (values) =>
    `A program (${textOf(values, 'program', 'without a name')}) loaded it, not a person’s mail app or browser.`,
  'mail-security': (values) =>
    `Came from ${textOf(values, 'service', 'a mail security company')}, which checks mails for its customers.`,
  'fossil-browser': () =>
    'Says it is a browser that never existed or is many years old. Virus checks do that, people hardly ever.',
  'opened-in': (values) => `Opened in ${textOf(values, 'program', 'a mail app')}${on(values)}.`,
  'mail-program-in-data-centre': (values) =>
    `${textOf(values, 'program', 'A mail app')}, but inside a data centre: perhaps a cloud PC or VPN.`,
  webmail: (values) => `Loaded by a browser (${textOf(values, 'browser', 'unnamed')}): most likely somebody’s webmail.`,
  'data-centre': () => 'A browser inside a data centre: it could be a check, or a person on a cloud PC or VPN.',
  'data-centre-click': () => 'A browser inside a data centre followed the link: a program, most likely.',
  nameless: () => 'The program did not say what it is.',
  'false-name': (values) =>
    `Says it is ${textOf(values, 'claimed', 'a known service')}, but doesn’t come from there. Who it was is unknown.`,
  'no-browser': () => 'Followed the link without being a browser: a program.',
  'safe-links': () => 'Microsoft’s link check followed the link. People’s clicks come from their own network.',
  'microsoft-click-unclear': () =>
    'A current browser inside Microsoft’s network: a person on a cloud PC, or a check. We can’t tell which.',
  burst: () => 'Loaded together with others, faster than people click: a check by a program.',
  'pretended-browser': () => 'Says it is Chrome, but doesn’t send what Chrome always sends: a program, most likely.',
  'relay-click': () => 'Clicked in Safari, with Apple’s private relay: the place is unknown.',
  'clicked-in': (values) => `Clicked in ${textOf(values, 'browser', 'a browser')}${on(values)}.`,
  'clicked-in-webmail': (values) => `Clicked in a webmail page (${textOf(values, 'browser', 'browser')}).`,
  'too-fast': () =>
    'Asked for within seconds of the mail’s arrival, faster than people read: a check by a program, most likely.',
  'nothing-fits': () => 'Nothing about it tells whether a person or a program asked.',
  contradiction: () => 'As much speaks for a person as for a program.',
  'not-judged': () => 'What loaded it wasn’t judged.',
  'headline-clicked': (values) => `Clicked by a person${times(numberOf(values, 'times'))}`,
  'headline-clicked-likely': (values) => `Most likely clicked by a person${times(numberOf(values, 'times'))}`,
  'headline-opened': (values) => `Opened by a person${atLeast(numberOf(values, 'times'))}`,
  'headline-opened-likely': (values) => `Most likely opened by a person${atLeast(numberOf(values, 'times'))}`,
  'headline-apple': () => 'Loaded by Apple’s privacy proxy; whether it was read can’t be known',
  'headline-gmail-prefetch': () => 'Loaded in advance by Gmail; whether it was read can’t be known',
  'headline-proton': () => 'Loaded in advance by Proton Mail; whether it was read can’t be known',
  'headline-preview': () => 'Your link was pasted into a chat; no click by a person was seen',
  'headline-prefetch': () => 'Loaded in advance; whether it was read can’t be known',
  'headline-unclear': () => 'Something loaded it; whether a person or a program is unclear',
  'headline-scanned': () => 'Checked by a program, most likely a mail filter; no sign of a person yet',
  'headline-nothing': () => 'Nothing seen. Many mail programs block pictures, so this does not mean unread.',
  'headline-filter-strips': (values) => `Nothing seen. ${stripped(values)}`,
  'domain-scans': (values) =>
    `A filter checks mails to ${textOf(values, 'domain', 'this domain')} when they arrive: seen in ${share(values)}.`,
  'domain-strips': stripped,
  'domain-relays': (values) =>
    `At ${textOf(values, 'domain', 'this domain')} a server loads pictures for the readers, as in all ${mails(values)} whose picture was loaded. Places and devices are unknown.`,
};
