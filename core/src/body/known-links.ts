import type { HttpParts } from './http-parts.ts';

/** Links that do their work only as they are. */
export type KnownKind = 'gateway-wrapped' | 'meeting' | 'sign-in' | 'share' | 'app-link';

/**
 * What an address must be: a kind, hosts (with all below them), starts of the path, parts of the whole address; a list is
 * separated by blanks, and an empty one asks for nothing.
 */
type KnownLink = readonly [kind: KnownKind, hosts: string, paths?: string, parts?: string];

const TEAMS = 'teams.microsoft.com teams.live.com teams.cloud.microsoft teams.microsoft.us teams.microsoftonline.cn';
const WEBEX = 'webex.com webex.com.cn webexgov.us';

/** One row a rule, with the source of its address. */
const KNOWN_LINKS: readonly KnownLink[] = [
  // Microsoft Safe Links: learn.microsoft.com/defender-office-365/safe-links-about; GCC High, DoD, China and Teams as seen.
  [
    'gateway-wrapped',
    'safelinks.protection.outlook.com safelinks.protection.office365.us safelinks.protection.apps.mil',
  ],
  ['gateway-wrapped', 'safelinks.protection.partner.outlook.cn safelinks.protection.outlook.cn'],
  ['gateway-wrapped', 'statics.teams.cdn.office.net', '/evergreen-assets/safelinks/'],
  // Proofpoint URL Defense v1 to v3, with its government cloud: help.proofpoint.com, "Decode rewritten URLs".
  ['gateway-wrapped', 'urldefense.proofpoint.com urldefense.proofpoint.us urldefense.com urldefense.us'],
  // Mimecast: mimecastsupport.zendesk.com/hc/en-us/articles/34000364820371 (domain update of February 2024).
  ['gateway-wrapped', 'mimecast.com', '', '//protect'],
  ['gateway-wrapped', 'mimecastprotect.com'],
  // Barracuda: campus.barracuda.com, "Link Protection".
  ['gateway-wrapped', 'linkprotect.cudasvc.com'],
  // Cisco Secure Email: cisco.com, "URL rewriting".
  ['gateway-wrapped', 'secure-web.cisco.com'],
  // Trend Micro Time-of-Click: docs.trendmicro.com; the path is the same on other hosts.
  ['gateway-wrapped', '', '/wis/clicktime/'],
  // Symantec Click-time URL Protection: techdocs.broadcom.com.
  ['gateway-wrapped', 'clicktime.symantec.com'],
  // Sophos Email Time-of-Click: docs.sophos.com/central.
  ['gateway-wrapped', 'protection.sophos.com'],
  // FortiMail: docs.fortinet.com, "URL click protection"; on customers' own hosts.
  ['gateway-wrapped', '', '/fmlurlsvc/'],
  // Check Point Harmony (Avanan): sc1.checkpoint.com, "Click-Time Protection".
  ['gateway-wrapped', 'url.avanan.click avanan.url-protection.com protect.checkpoint.com'],
  // Trellix (FireEye): docs.trellix.com, "Advanced URL Defense".
  ['gateway-wrapped', 'protect.fireeye.com protect2.fireeye.com'],
  // Forcepoint, Trustwave, AppRiver, TitanHQ, Intermedia: the vendors' administration guides.
  ['gateway-wrapped', 'url.mailcontrol.com scanmail.trustwave.com link.edgepilot.com linklock.titanhq.com'],
  ['gateway-wrapped', 'url.emailprotection.link'],

  // Teams, government clouds too: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-workflow.
  ['meeting', TEAMS, '/l/meetup-join/ /meet/ /l/meeting/ /dl/launcher/ /_#/l/meetup-join/'],
  // Skype for Business, Skype: learn.microsoft.com/skypeforbusiness, "simple URLs".
  ['meeting', 'meet.lync.com join.skype.com'],
  // Zoom with vanity hosts and its government cloud: support.zoom.com, "Joining a Zoom meeting".
  ['meeting', 'zoom.us zoom.com zoomgov.com zoom.com.cn', '/j/ /w/ /s/ /my/ /wc/ /meeting/ /webinar/'],
  // Google Meet: support.google.com/meet, "Start or join a video meeting".
  ['meeting', 'meet.google.com'],
  // Webex with its site hosts: help.webex.com, "Join a Webex meeting".
  ['meeting', WEBEX, '/meet/ /join/ /m/ /webappng/ /wbxmjs/ /weblink/'],
  ['meeting', WEBEX, '', 'j.php mtid='],
  // GoTo, RingCentral, Whereby, Jitsi, Amazon Chime, FaceTime: the services' own invitations.
  ['meeting', 'meet.goto.com gotomeet.me global.gotomeeting.com v.ringcentral.com'],
  ['meeting', 'whereby.com meet.jit.si chime.aws facetime.apple.com'],

  // Microsoft Entra and accounts: learn.microsoft.com/entra/identity-platform/authentication-national-cloud.
  ['sign-in', 'login.microsoftonline.com login.microsoftonline.us login.partner.microsoftonline.cn login.live.com'],
  ['sign-in', 'passwordreset.microsoftonline.com account.activedirectory.windowsazure.com b2clogin.com ciamlogin.com'],
  // Google, Apple, Okta, Auth0, OneLogin, Ping: the services' sign-in hosts.
  ['sign-in', 'accounts.google.com appleid.apple.com okta.com auth0.com onelogin.com pingone.com'],

  // SharePoint and OneDrive, national clouds too: learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges.
  ['share', 'sharepoint.com sharepoint.us sharepoint-mil.us sharepoint.cn'],
  ['share', '1drv.ms onedrive.live.com onedrive.com d.docs.live.net loop.microsoft.com loop.cloud.microsoft'],

  // Links that only an app opens, if the address is its own: Branch, AppsFlyer, Firebase, Adjust, Kochava, Singular.
  ['app-link', 'app.link bnc.lt onelink.me page.link adj.st go.link smart.link sng.link'],
  // Stores: developer.apple.com (universal links), developer.android.com ("Link to Google Play").
  ['app-link', 'apps.apple.com itunes.apple.com testflight.apple.com play.google.com'],
  // Messengers: faq.whatsapp.com (click to chat), core.telegram.org/api/links, developers.line.biz (LINE URL scheme).
  ['app-link', 'wa.me api.whatsapp.com chat.whatsapp.com t.me m.me line.me signal.me'],
  // Teams chats, channels and apps: the deep links of the same page as its meetings.
  ['app-link', TEAMS, '/l/'],
];

interface Condition {
  kind: KnownKind;
  /** Empty: any. */
  paths: readonly string[];
  parts: readonly string[];
}

const NO_CONDITIONS: readonly Condition[] = [];

/** The rows by host; those for any host stand under the empty one. */
const CONDITIONS = new Map<string, Condition[]>();

for (const [kind, hosts, paths, parts] of KNOWN_LINKS) {
  const condition = { kind, paths: paths ? paths.split(' ') : [], parts: parts ? parts.split(' ') : [] };
  for (const host of hosts.split(' ')) CONDITIONS.set(host, [...(CONDITIONS.get(host) ?? []), condition]);
}

/** The kinds of which a link is known to be by its address. */
export function kindsOf({ address, host, pathAt }: HttpParts): ReadonlySet<KnownKind> {
  const kinds = new Set<KnownKind>();
  let known = host;
  for (;;) {
    for (const { kind, paths, parts } of CONDITIONS.get(known) ?? NO_CONDITIONS) {
      const isThere = paths.length === 0 || paths.some((path) => address.startsWith(path, pathAt));
      if (isThere && (parts.length === 0 || parts.some((part) => address.includes(part)))) kinds.add(kind);
    }
    if (known === '') return kinds;
    const dot = known.indexOf('.');
    known = dot < 0 ? '' : known.slice(dot + 1);
  }
}
