import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { isbot } from 'isbot';
import { APPS, BROWSERS } from './browsers.ts';
import { describeClient } from './describe-client.ts';
import { LINK_PREVIEWS } from './link-previews.ts';
import { SCANNERS, TOOLS } from './machines.ts';
import { ANDROID_MAIL_PACKAGES, MAIL_PROGRAMS } from './mail-programs.ts';
import { PICTURE_PROXIES, PREFETCHERS } from './picture-proxies.ts';
import type { ClientKind, Signature } from './signature.ts';

const PERSONAL: readonly ClientKind[] = ['mail-client', 'browser', 'app'];
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36';
const ANDROID_VIEW =
  'Mozilla/5.0 (Linux; Android 14; SM-S921B Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.58 Mobile Safari/537.36';

const IPHONE_VIEW = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

const describeAgent = (agent: string) => describeClient({ 'user-agent': agent });

describe('describeClient', () => {
  it.each<[string, ClientKind, string | null, 'desktop' | 'phone' | 'tablet' | null]>([
    [CHROME, 'browser', 'Chrome', 'desktop'],
    [`${CHROME} Edg/149.0.0.0`, 'browser', 'Edge', 'desktop'],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'browser', 'Firefox', 'desktop'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'browser',
      'Safari',
      'phone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Mobile Safari/537.36',
      'browser',
      'Chrome',
      'phone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
      'browser',
      'Chrome',
      'phone',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
      'mail-client',
      'Apple Mail',
      'desktop',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
      'mail-client',
      'Apple Mail',
      'tablet',
    ],
    [
      'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Win64; x64; Trident/7.0; .NET4.0C; .NET4.0E; Microsoft Outlook 16.0.17000; ms-office; MSOffice 16)',
      'mail-client',
      'Outlook',
      'desktop',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Thunderbird/128.5.0',
      'mail-client',
      'Thunderbird',
      'desktop',
    ],
    ['Mozilla/5.0', 'prefetch', 'Apple Mail', null],
    [
      'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
      'image-proxy',
      'Gmail',
      null,
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0',
      'prefetch',
      'Gmail',
      null,
    ],
    ['YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html', 'image-proxy', 'Yahoo Mail', null],
    ['SomeIspImageProxy/2.0', 'image-proxy', 'SomeIspImageProxy', null],
    ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'link-preview', 'Slack', null],
    ['NewChatUnfurler/1.0', 'link-preview', 'NewChatUnfurler', null],
    ['Barracuda Sentinel (EE)', 'scanner', 'Barracuda', null],
    ['python-requests/2.32.3', 'tool', 'python-requests', null],
    [CHROME.replace('Chrome/', 'HeadlessChrome/'), 'tool', 'Headless Chrome', null],
    ['Mozilla/5.0 (compatible; NobodyKnowsBot/1.0; +https://example.com/bot)', 'bot', 'NobodyKnowsBot', null],
    ['BrandNewMail/3.2 (Android 15)', 'mail-client', 'BrandNewMail', 'phone'],
    [`${ANDROID_VIEW} Instagram 400.0.0.0 Android`, 'app', 'Instagram', 'phone'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 SomeNewApp/2.0',
      'app',
      'SomeNewApp',
      'phone',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 SomeNewMail/2.0',
      'mail-client',
      'SomeNewMail',
      'phone',
    ],
    [
      'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.0.4.300',
      'browser',
      'Huawei Browser',
      null,
    ],
    [`${CHROME} BrandNewBrowser/3.1`, 'browser', 'Chrome', 'desktop'],
    ['Microsoft-MacOutlook/16.54.21101001', 'mail-client', 'Outlook', 'desktop'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:68.9) Goanna/4.4 Interlink/52.9.7282', 'mail-client', 'Interlink', 'desktop'],
    [`${CHROME} Edg/149.0.0.0 OneOutlook/1.2026.1014.300`, 'mail-client', 'Outlook', 'desktop'],
    [`${CHROME} (via SomebodysPictureProxy; help@example.com)`, 'image-proxy', 'Somebodys', null],
    [
      CHROME.replace('Chrome/', 'SomeTool/2.1 Chrome/').replace(' Safari', ' Electron/39.1.0 Safari'),
      'app',
      'SomeTool',
      'desktop',
    ],
    [
      CHROME.replace('Chrome/', 'SomeMail/2.1 Chrome/').replace(' Safari', ' Electron/39.1.0 Safari'),
      'mail-client',
      'SomeMail',
      'desktop',
    ],
    [`${ANDROID_VIEW} SomeWordSearch/7.52`, 'app', 'SomeWordSearch', 'phone'],
    [`${ANDROID_VIEW} org.example.android.somemail/5.3.9`, 'mail-client', 'org.example.android.somemail', 'phone'],
    [
      `${IPHONE_VIEW} Mobile/15E148 Instagram 400.0.1 (iPhone15,2; iOS 18_1; ar_SA@calendar=gregorian; ar-SA)`,
      'app',
      'Instagram',
      'phone',
    ],
    [
      `${IPHONE_VIEW} Version/18.1 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 1000; 12.1; 15)`,
      'app',
      'NAVER',
      'phone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-A245M) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36 (Ecosia android@130.0.0.0)',
      'browser',
      'Chrome',
      'phone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 7.0; C Bot Tab 100) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/74.0.3729.157 Safari/537.36',
      'browser',
      'Chrome',
      'tablet',
    ],
    [`${CHROME} Sparrow/0.1`, 'browser', 'Viasat Browser', 'desktop'],
    [
      'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
      'browser',
      'Chrome',
      null,
    ],
    [
      'Mozilla/5.0 (Windows; U; Windows NT 5.0; en-US; rv:1.7.10) Gecko/20050716 Thunderbird/1.0.6 - WebCrawler http://example.com/bot.html',
      'bot',
      'Thunderbird',
      null,
    ],
    [
      'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; .NET4.0C; .NET4.0E; Tablet PC 2.0; Microsoft Outlook 16.0.6001; ms-office; MSOffice 16)',
      'mail-client',
      'Outlook',
      'desktop',
    ],
    ['Geary/46.0 (Linux; x86_64)', 'mail-client', 'Geary', 'desktop'],
    ['Nine/4.9.6a', 'mail-client', 'Nine', null],
    [`${CHROME} Atlas/1.0`, 'browser', 'ChatGPT Atlas', 'desktop'],
    ['Somebodys Twitter Links Resolver', 'unknown', 'Somebodys', null],
    [
      'Mozilla/5.0 (Linux; U; Android 4.1.2; cs-cz; Somebodys screenshot-generator Build/Q3) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30',
      'bot',
      null,
      null,
    ],
    ['Checkmail/1.0 (domain scanner)', 'bot', 'Checkmail', null],
    ['SomebodysMobile/1.0 (mail; 3.0.5); (Linux; U; Android 14; Pixel 8)', 'mail-client', 'SomebodysMobile', 'phone'],
    ['Something entirely else', 'unknown', 'Something', null],
    ['', 'unknown', null, null],
  ])('takes %s for %s', (agent, kind, name, device) => {
    expect(describeAgent(agent)).toEqual({ kind, name, device });
  });

  it('reads the Android app from X-Requested-With', () => {
    const described = (app: string) => describeClient({ 'user-agent': ANDROID_VIEW, 'x-requested-with': app });

    expect(described('de.gmx.mobile.android.mail')).toEqual({ kind: 'mail-client', name: 'GMX Mail', device: 'phone' });
    expect(described('org.example.newmail')).toMatchObject({ kind: 'mail-client', name: null });
    expect(described('com.example.game')).toMatchObject({ kind: 'app' });
    expect(described('XMLHttpRequest')).toMatchObject({ kind: 'browser' });
  });

  it('believes no X-Requested-With of a program that isn’t Android’s', () => {
    expect(describeClient({ 'user-agent': 'curl/8.5.0', 'x-requested-with': 'de.telekom.mail' }).kind).toBe('tool');
  });

  it.each(['sec-purpose', 'purpose', 'x-purpose', 'x-moz'])(
    'takes a request marked by %s for a load in advance',
    (name) => {
      expect(describeClient({ 'user-agent': CHROME, [name]: 'prefetch;prerender' }).kind).toBe('prefetch');
      expect(describeClient({ 'user-agent': CHROME, [name]: 'navigate' }).kind).toBe('browser');
    },
  );

  it('never takes a browser’s header with a word of its own for a person’s program', () => {
    const agents = [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
      CHROME,
    ];
    const additions = [
      ' (compatible; Xyz/1.0)',
      ' Xyzbot/2',
      ' +http://xyz.example',
      ' (contact@xyz.example)',
      ' (xyz.example/scan)',
    ];
    for (const agent of agents) {
      for (const addition of additions) expect(PERSONAL).not.toContain(describeAgent(agent + addition).kind);
    }
  });

  it('doesn’t depend on case, on blanks around, or on what comes after the first thousand characters', () => {
    const agents = [
      CHROME,
      ANDROID_VIEW,
      'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
      'python-requests/2.32.3',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Thunderbird/128.5.0',
      'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
    ];
    for (const agent of agents) {
      const plain = describeAgent(agent);
      for (const other of [agent.toUpperCase(), agent.toLowerCase(), `  ${agent}\t`]) {
        expect(describeAgent(other).kind).toBe(plain.kind);
      }
      const padded = `${agent} `.padEnd(1_024, ' ');
      expect(describeAgent(padded + ' bot'.repeat(2_500))).toEqual(plain);
    }
  });

  it('never makes a person of a machine whose header was cut off', () => {
    const machines = [
      'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
      'Mozilla/5.0 (compatible; NobodyKnowsBot/1.0; +https://example.com/bot)',
      'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
      'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
      'python-requests/2.32.3',
    ];
    for (const agent of machines) {
      for (let length = 0; length <= agent.length; length++) {
        expect(PERSONAL).not.toContain(describeAgent(agent.slice(0, length)).kind);
      }
    }
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    'isn’t confused by a header or a product called %s',
    (name) => {
      const headers: Record<string, string> = Object.fromEntries([[name, 'x']]);
      expect(describeClient(headers)).toEqual({ kind: 'unknown', name: null, device: null });
      expect(PERSONAL).not.toContain(describeAgent(`${name}/1.0 (${name})`).kind);
      expect(describeClient({ 'user-agent': ANDROID_VIEW, 'x-requested-with': name }).kind).toBe('browser');
    },
  );

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (agent) => {
        expect(typeof describeAgent(agent).kind).toBe('string');
      }),
    );
    for (const text of ['(', ')', '((((', '[', '/', ' ', '(;;)', '\0'])
      expect(describeAgent(text.repeat(5_000)).kind).toBeDefined();
  });
});

describe('the signatures', () => {
  const rows: readonly Signature[] = [
    ...PREFETCHERS,
    ...PICTURE_PROXIES,
    ...LINK_PREVIEWS,
    ...SCANNERS,
    ...TOOLS,
    ...MAIL_PROGRAMS,
    ...BROWSERS,
    ...APPS,
  ];

  it('each name a source, a month and a grade', () => {
    for (const row of [...rows, ...ANDROID_MAIL_PACKAGES]) {
      expect(row.source).not.toBe('');
      expect(row.date).toMatch(/^20\d\d-\d\d$/);
      expect('ABC').toContain(row.grade);
    }
  });

  it('are written in lower case, as they are looked for', () => {
    for (const { match } of rows) {
      const text = Object.values(match)[0] ?? '';
      expect(text).toBe(text.toLowerCase());
    }
  });

  it('hold no string that nobody has seen', () => {
    const folklore = [
      'proofpoint',
      'mimecast',
      'safelinks',
      'messagelabs',
      'ironport',
      'fireeye',
      'trellix',
      'fortinet',
      'zscaler',
      'forcepoint',
      'outlookimageproxy',
      'applemaildopre',
      'ciscosecureemail',
    ];
    for (const { match } of rows) {
      for (const word of folklore) expect(Object.values(match)[0]).not.toContain(word);
    }
  });

  it('name Android apps by package ids', () => {
    const ids = ANDROID_MAIL_PACKAGES.map(({ id }) => id);
    for (const id of ids) expect(id).toMatch(/^[a-z]\w*(\.\w+)+$/i);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

interface Labelled {
  userAgent: string;
  kind: string;
  clientName: string;
  disputed: boolean;
}

const LABELLED = join(__dirname, '../../../../shared/truth-data/user-agents.json');

if (existsSync(LABELLED)) {
  describe('on labelled user agents', () => {
    const labelled = (JSON.parse(readFileSync(LABELLED, 'utf8')) as Labelled[]).filter((row) => !row.disputed);
    const ofKind = (...kinds: string[]) => labelled.filter((row) => kinds.includes(row.kind));
    const bare = (name: string | null) =>
      (name ?? '')
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
        .replace(/^(microsoft|google|apple|mozilla)(?=.)/, '');

    it('takes at most 0.5 % of machines for a person’s program', () => {
      const machines = ofKind('image-proxy', 'link-preview', 'security-scanner', 'http-library', 'bot');
      const wrong = machines.filter((row) => PERSONAL.includes(describeAgent(row.userAgent).kind));
      expect(machines.length).toBeGreaterThan(1_000);
      expect(wrong.length / machines.length).toBeLessThanOrEqual(0.005);
    });

    it('takes machines for machines whatever they are called', () => {
      const plain = new Set(
        'mozilla applewebkit safari chrome mobile version gecko like firefox khtml compatible windows linux android macintosh intel msie trident iphone ipad ubuntu edge opera'.split(
          ' ',
        ),
      );
      const anonymous = (agent: string) =>
        agent.replace(/[A-Za-z][A-Za-z_-]{3,}/g, (word) =>
          plain.has(word.toLowerCase()) ? word : `Zq${word.length}x`,
        );
      const machines = ofKind('image-proxy', 'link-preview', 'security-scanner', 'http-library', 'bot');
      const wrong = machines.filter((row) => PERSONAL.includes(describeAgent(anonymous(row.userAgent)).kind));
      expect(wrong.length / machines.length).toBeLessThanOrEqual(0.005);
    });

    it('knows 97 % of mail programs, and 90 % by name', () => {
      const programs = ofKind('mail-client');
      const known = programs.filter((row) => describeAgent(row.userAgent).kind === 'mail-client');
      const named = programs.filter((row) => bare(describeAgent(row.userAgent).name) === bare(row.clientName));
      expect(known.length / programs.length).toBeGreaterThanOrEqual(0.97);
      expect(named.length / programs.length).toBeGreaterThanOrEqual(0.9);
    });

    it('takes hardly anything for a browser that isbot takes for a bot', () => {
      const browsers = labelled.filter((row) => describeAgent(row.userAgent).kind === 'browser');
      const doubted = browsers.filter((row) => isbot(row.userAgent));
      expect(browsers.length).toBeGreaterThan(400);
      expect(doubted.length / browsers.length).toBeLessThanOrEqual(0.02);
    });

    it('knows mail programs that isbot takes for bots', () => {
      const mistaken = ofKind('mail-client').filter((row) => isbot(row.userAgent));
      expect(mistaken.length).toBeGreaterThan(5);
      for (const row of mistaken) expect(describeAgent(row.userAgent).kind).toBe('mail-client');
    });

    it('knows every picture proxy', () => {
      for (const row of ofKind('image-proxy')) expect(describeAgent(row.userAgent).kind).toBe('image-proxy');
    });
  });
} else {
  console.log('Left out: the labelled user agents do not lie beside the project.');
}
