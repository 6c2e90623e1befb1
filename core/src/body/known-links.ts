import type { HttpParts } from './http-parts.ts';

/** What a link is known to be, as bits: what does its work only as it is. */
export const KNOWN = { gateway: 1, unsubscribe: 2, meeting: 4, signIn: 8, share: 16, appLink: 32 } as const;

/**
 * What an address must be: one of KNOWN, hosts (with all below them), starts of the path, parts of the whole address; a list is
 * separated by blanks, and an empty one asks for nothing.
 */
type KnownLink = readonly [kind: number, hosts: string, paths?: string, parts?: string];

const TEAMS = 'teams.microsoft.com teams.live.com teams.cloud.microsoft teams.microsoft.us teams.microsoftonline.cn';
const WEBEX = 'webex.com webex.com.cn webexgov.us';

/** One row a rule, with the source of its address. */
const KNOWN_LINKS: readonly KnownLink[] = [
  // Microsoft Safe Links: learn.microsoft.com/defender-office-365/safe-links-about; GCC High, DoD, China and Teams as seen.
  [KNOWN.gateway, 'safelinks.protection.outlook.com safelinks.protection.office365.us safelinks.protection.apps.mil'],
  [KNOWN.gateway, 'safelinks.protection.partner.outlook.cn safelinks.protection.outlook.cn'],
  [KNOWN.gateway, 'statics.teams.cdn.office.net', '/evergreen-assets/safelinks/'],
  // Proofpoint URL Defense v1 to v3, with its government cloud: help.proofpoint.com, "Decode rewritten URLs".
  [KNOWN.gateway, 'urldefense.proofpoint.com urldefense.proofpoint.us urldefense.com urldefense.us'],
  // Mimecast: mimecastsupport.zendesk.com/hc/en-us/articles/34000364820371 (domain update of February 2024).
  [KNOWN.gateway, 'mimecast.com', '', '//protect'],
  [KNOWN.gateway, 'mimecastprotect.com'],
  // Barracuda: campus.barracuda.com, "Link Protection".
  [KNOWN.gateway, 'linkprotect.cudasvc.com'],
  // Cisco Secure Email: cisco.com, "URL rewriting".
  [KNOWN.gateway, 'secure-web.cisco.com'],
  // Trend Micro Time-of-Click: docs.trendmicro.com; the path is the same on other hosts.
  [KNOWN.gateway, '', '/wis/clicktime/'],
  // Symantec Click-time URL Protection: techdocs.broadcom.com.
  [KNOWN.gateway, 'clicktime.symantec.com'],
  // Sophos Email Time-of-Click: docs.sophos.com/central.
  [KNOWN.gateway, 'protection.sophos.com'],
  // FortiMail: docs.fortinet.com, "URL click protection"; on customers' own hosts.
  [KNOWN.gateway, '', '/fmlurlsvc/'],
  // Check Point Harmony (Avanan): sc1.checkpoint.com, "Click-Time Protection".
  [KNOWN.gateway, 'url.avanan.click avanan.url-protection.com protect.checkpoint.com'],
  // Trellix (FireEye): docs.trellix.com, "Advanced URL Defense".
  [KNOWN.gateway, 'protect.fireeye.com protect2.fireeye.com'],
  // Forcepoint, Trustwave, AppRiver, TitanHQ, Intermedia: the vendors' administration guides.
  [KNOWN.gateway, 'url.mailcontrol.com scanmail.trustwave.com link.edgepilot.com linklock.titanhq.com'],
  [KNOWN.gateway, 'url.emailprotection.link'],

  // Mailchimp's and Mailman's pages for what one gets: mailchimp.com/help, docs.list.org.
  [KNOWN.unsubscribe, 'list-manage.com', '/profile /unsubscribe'],
  [KNOWN.unsubscribe, '', '/mailman/options/'],

  // Teams, government clouds too: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-workflow.
  [KNOWN.meeting, TEAMS, '/l/meetup-join/ /meet/ /l/meeting/ /dl/launcher/ /_#/l/meetup-join/ /meetingoptions'],
  [KNOWN.meeting, 'dialin.teams.microsoft.com'],
  // Skype for Business, Skype: learn.microsoft.com/skypeforbusiness, "simple URLs".
  [KNOWN.meeting, 'meet.lync.com join.skype.com'],
  // Zoom with vanity hosts and its government cloud: support.zoom.com, "Joining a Zoom meeting".
  [KNOWN.meeting, 'zoom.us zoom.com zoomgov.com zoom.com.cn', '/j/ /w/ /s/ /my/ /wc/ /meeting/ /webinar/'],
  // Google Meet: support.google.com/meet, "Start or join a video meeting".
  [KNOWN.meeting, 'meet.google.com'],
  // Webex with its site hosts: help.webex.com, "Join a Webex meeting".
  [KNOWN.meeting, WEBEX, '/meet/ /join/ /m/ /webappng/ /wbxmjs/ /weblink/'],
  [KNOWN.meeting, WEBEX, '', 'j.php mtid='],
  // GoTo, RingCentral, Whereby, Jitsi, Amazon Chime, FaceTime: the services' own invitations.
  [KNOWN.meeting, 'meet.goto.com gotomeet.me global.gotomeeting.com attendee.gotowebinar.com v.ringcentral.com'],
  [KNOWN.meeting, 'whereby.com meet.jit.si chime.aws facetime.apple.com'],

  // Microsoft Entra and accounts: learn.microsoft.com/entra/identity-platform/authentication-national-cloud.
  [KNOWN.signIn, 'login.microsoftonline.com login.microsoftonline.us login.partner.microsoftonline.cn login.live.com'],
  [
    KNOWN.signIn,
    'passwordreset.microsoftonline.com account.activedirectory.windowsazure.com b2clogin.com ciamlogin.com',
  ],
  // Google, Apple, Okta, Auth0, OneLogin, Ping: the services' sign-in hosts.
  [KNOWN.signIn, 'accounts.google.com appleid.apple.com okta.com auth0.com onelogin.com pingone.com'],

  // SharePoint and OneDrive, national clouds too: learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges.
  [KNOWN.share, 'sharepoint.com sharepoint.us sharepoint-mil.us sharepoint.cn'],
  [KNOWN.share, '1drv.ms onedrive.live.com onedrive.com d.docs.live.net loop.microsoft.com loop.cloud.microsoft'],

  // Links that only an app opens, if the address is its own: Branch, AppsFlyer, Firebase, Adjust, Kochava, Singular.
  [KNOWN.appLink, 'app.link bnc.lt onelink.me page.link app.goo.gl adj.st go.link smart.link sng.link'],
  // Stores: developer.apple.com (universal links), developer.android.com ("Link to Google Play").
  [KNOWN.appLink, 'apps.apple.com itunes.apple.com testflight.apple.com play.google.com'],
  // Messengers: faq.whatsapp.com (click to chat), core.telegram.org/api/links, developers.line.biz (LINE URL scheme).
  [KNOWN.appLink, 'wa.me api.whatsapp.com chat.whatsapp.com t.me telegram.me m.me line.me signal.me'],
  // Teams chats, channels and apps: the deep links of the same page as its meetings.
  [KNOWN.appLink, TEAMS, '/l/'],
];

interface Condition {
  kind: number;
  /** Empty: any. */
  paths: readonly string[];
  parts: readonly string[];
}

const NO_CONDITIONS: readonly Condition[] = [];

/** The rows by host; those for any host stand under the empty one. */
const CONDITIONS = new Map<string, readonly Condition[]>();

for (const [kind, hosts, paths, parts] of KNOWN_LINKS) {
  const condition = { kind, paths: paths ? paths.split(' ') : [], parts: parts ? parts.split(' ') : [] };
  for (const host of hosts.split(' ')) CONDITIONS.set(host, [...(CONDITIONS.get(host) ?? []), condition]);
}

/** No host in the table has more labels. */
const MOST_LABELS = 5;

/** What a link is known to be by its host and path: a sum of KNOWN. */
export function knownByHost(parts: HttpParts): number {
  const { host } = parts;
  let kinds = kindsOf('', parts);
  let dot = host.lastIndexOf('.');
  for (let labels = 2; dot > 0 && labels <= MOST_LABELS; labels++) {
    dot = host.lastIndexOf('.', dot - 1);
    kinds |= kindsOf(host.slice(dot + 1), parts);
  }
  return kinds;
}

function kindsOf(known: string, { address, pathAt }: HttpParts): number {
  let kinds = 0;
  for (const { kind, paths, parts } of CONDITIONS.get(known) ?? NO_CONDITIONS) {
    const isThere = paths.length === 0 || paths.some((path) => address.startsWith(path, pathAt));
    if (isThere && (parts.length === 0 || parts.some((part) => address.includes(part)))) kinds |= kind;
  }
  return kinds;
}
