import { isAtOrBelow } from './http-parts.ts';
import type { HttpParts } from './http-parts.ts';
import { matchesWildcard } from './wildcard.ts';

/** Links that do their work only as they are. */
export type KnownKind = 'gateway-wrapped' | 'meeting' | 'sign-in' | 'share' | 'app-link';

interface KnownLink {
  kind: KnownKind;
  /** Hosts with all below them, or patterns with `*`; absent: any host. */
  hosts?: readonly string[];
  /** What the path starts with; absent: anything. */
  paths?: readonly string[];
  /** What path and query hold, anywhere; absent: anything. */
  words?: readonly string[];
}

/** One row a rule, with the source of its address. */
const KNOWN_LINKS: readonly KnownLink[] = [
  // Microsoft Safe Links: learn.microsoft.com/defender-office-365/safe-links-about; regions, GCC High and China as seen.
  { kind: 'gateway-wrapped', hosts: ['safelinks.protection.outlook.com', 'safelinks.protection.office365.us'] },
  { kind: 'gateway-wrapped', hosts: ['safelinks.protection.partner.outlook.cn', 'safelinks.protection.outlook.cn'] },
  { kind: 'gateway-wrapped', hosts: ['safelinks.protection.outlook.de', 'safelinks.protection.apps.mil'] },
  { kind: 'gateway-wrapped', hosts: ['statics.teams.cdn.office.net'], paths: ['/evergreen-assets/safelinks/'] },
  // Proofpoint URL Defense v1 to v3: help.proofpoint.com, "URL Defense: decode".
  { kind: 'gateway-wrapped', hosts: ['urldefense.proofpoint.com', 'urldefense.proofpoint.us'] },
  { kind: 'gateway-wrapped', hosts: ['urldefense.com', 'urldefense.us'] },
  // Mimecast: mimecastsupport.zendesk.com/hc/en-us/articles/34000364820371 (domain update of February 2024).
  { kind: 'gateway-wrapped', hosts: ['protect-*.mimecast.com', 'protect.mimecast.com', 'mimecastprotect.com'] },
  // Barracuda: campus.barracuda.com, "Link Protection".
  { kind: 'gateway-wrapped', hosts: ['linkprotect.cudasvc.com'] },
  // Cisco Secure Email: cisco.com, "URL rewriting".
  { kind: 'gateway-wrapped', hosts: ['secure-web.cisco.com'] },
  // Trend Micro Time-of-Click: docs.trendmicro.com; the path is the same on customers' own hosts.
  { kind: 'gateway-wrapped', paths: ['/wis/clicktime/'] },
  // Symantec Click-time URL Protection: techdocs.broadcom.com.
  { kind: 'gateway-wrapped', hosts: ['clicktime.symantec.com', 'clicktime.cloud.postoffice.net'] },
  // Sophos Email Time-of-Click: docs.sophos.com/central.
  { kind: 'gateway-wrapped', hosts: ['protection.sophos.com'] },
  // FortiMail: docs.fortinet.com, "URL click protection"; on customers' own hosts.
  { kind: 'gateway-wrapped', paths: ['/fmlurlsvc/'] },
  // Check Point Harmony (Avanan): sc1.checkpoint.com, "Click-Time Protection".
  { kind: 'gateway-wrapped', hosts: ['url.avanan.click', 'avanan.url-protection.com', 'protect.checkpoint.com'] },
  // Trellix (FireEye): docs.trellix.com, "Advanced URL Defense".
  { kind: 'gateway-wrapped', hosts: ['protect.fireeye.com', 'protect2.fireeye.com'] },
  // Forcepoint, Trustwave, AppRiver, TitanHQ, Intermedia, Hornetsecurity: the vendors' administration guides.
  { kind: 'gateway-wrapped', hosts: ['url.mailcontrol.com', 'scanmail.trustwave.com', 'link.edgepilot.com'] },
  { kind: 'gateway-wrapped', hosts: ['linklock.titanhq.com', 'url.emailprotection.link'] },
  { kind: 'gateway-wrapped', hosts: ['atpscan.global.hornetsecurity.com', 'seclinks.cloud-security.net'] },

  // Teams: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-workflow; government clouds too.
  {
    kind: 'meeting',
    hosts: [
      'teams.microsoft.com',
      'teams.live.com',
      'teams.cloud.microsoft',
      'teams.microsoft.us',
      'teams.microsoftonline.cn',
    ],
    paths: ['/l/meetup-join/', '/meet/', '/l/meeting/', '/dl/launcher/', '/_#/l/meetup-join/'],
  },
  // Skype for Business: learn.microsoft.com/skypeforbusiness, simple URLs.
  { kind: 'meeting', hosts: ['meet.lync.com', 'join.skype.com'] },
  // Zoom with vanity hosts and its government cloud: support.zoom.com, "Joining a Zoom meeting".
  {
    kind: 'meeting',
    hosts: ['zoom.us', 'zoom.com', 'zoomgov.com', 'zoom.com.cn'],
    paths: ['/j/', '/w/', '/s/', '/my/', '/wc/', '/meeting/', '/webinar/'],
  },
  // Google Meet: support.google.com/meet, "Start or join a video meeting".
  { kind: 'meeting', hosts: ['meet.google.com'] },
  // Webex with its site hosts: help.webex.com, "Join a Webex meeting".
  {
    kind: 'meeting',
    hosts: ['webex.com', 'webex.com.cn', 'webexgov.us'],
    paths: ['/meet/', '/join/', '/m/', '/webappng/', '/wbxmjs/', '/weblink/', '/webinar/'],
  },
  { kind: 'meeting', hosts: ['webex.com', 'webex.com.cn', 'webexgov.us'], words: ['/j.php', 'mtid='] },
  // GoTo, RingCentral, Whereby, Jitsi, Chime, FaceTime, BlueJeans: the services' own invitations.
  { kind: 'meeting', hosts: ['meet.goto.com', 'gotomeet.me', 'global.gotomeeting.com', 'v.ringcentral.com'] },
  { kind: 'meeting', hosts: ['whereby.com', 'meet.jit.si', 'chime.aws', 'facetime.apple.com', 'bluejeans.com'] },

  // Microsoft Entra and accounts, national clouds too: learn.microsoft.com/entra/identity-platform/authentication-national-cloud.
  {
    kind: 'sign-in',
    hosts: [
      'login.microsoftonline.com',
      'login.microsoftonline.us',
      'login.partner.microsoftonline.cn',
      'login.live.com',
    ],
  },
  { kind: 'sign-in', hosts: ['passwordreset.microsoftonline.com', 'account.activedirectory.windowsazure.com'] },
  { kind: 'sign-in', hosts: ['b2clogin.com', 'ciamlogin.com', 'invitations.microsoft.com'] },
  // Google, Apple, Okta, Auth0, OneLogin, Ping: the services' sign-in hosts.
  { kind: 'sign-in', hosts: ['accounts.google.com', 'appleid.apple.com', 'okta.com', 'auth0.com'] },
  { kind: 'sign-in', hosts: ['onelogin.com', 'pingone.com', 'pingidentity.com'] },
  // Password reset: Devise (/users/password/edit), Django (/reset/), Rails and others by their usual paths.
  {
    kind: 'sign-in',
    words: [
      'password/edit',
      'password/reset',
      'password-reset',
      'password_reset',
      'passwordreset',
      'reset-password',
      'reset_password',
      'resetpassword',
      'forgot-password',
      'forgot_password',
      'forgotpassword',
      'set-password',
      'setpassword',
      'passwort-zuruecksetzen',
    ],
  },
  // Single sign-on: SAML 2.0 bindings §3.4.3, OAuth 2.0 (RFC 6749 §4.1.1), OpenID Connect.
  {
    kind: 'sign-in',
    words: ['samlrequest=', 'samlresponse=', '/saml/', '/saml2/', '/sso/', '/sso?', '/oauth/', '/oauth2/'],
  },
  { kind: 'sign-in', words: ['response_type=', 'id_token=', 'access_token=', 'id_token_hint=', 'login_hint='] },
  // Links that sign in by themselves: Firebase (/__/auth/action?oobCode=), Supabase (/auth/v1/verify), Slack, Auth0 and others.
  {
    kind: 'sign-in',
    words: [
      'magic-link',
      'magic_link',
      'magiclink',
      '/magic/',
      'oobcode=',
      '/auth/v1/verify',
      'passwordless',
      'login_token=',
    ],
  },
  {
    kind: 'sign-in',
    words: ['otp=', 'one-time', 'onetime', 'signin_token=', 'invitation_token=', 'confirmation_token='],
  },
  { kind: 'sign-in', words: ['verify-email', 'verify_email', 'verifyemail', 'confirm-email', 'email-verification'] },

  // SharePoint and OneDrive, national clouds too: learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges.
  { kind: 'share', hosts: ['sharepoint.com', 'sharepoint.us', 'sharepoint-mil.us', 'sharepoint.cn', 'sharepoint.de'] },
  { kind: 'share', hosts: ['1drv.ms', 'onedrive.live.com', 'd.docs.live.net', 'onedrive.com'] },
  { kind: 'share', hosts: ['loop.microsoft.com', 'loop.cloud.microsoft'] },

  // Links that only an app opens, if the address is its own: Branch, AppsFlyer, Firebase, Adjust, Kochava, Singular.
  { kind: 'app-link', hosts: ['app.link', 'bnc.lt', 'onelink.me', 'page.link'] },
  { kind: 'app-link', hosts: ['adj.st', 'go.link', 'smart.link', 'sng.link'] },
  // Stores: developer.apple.com (universal links), developer.android.com/distribute/marketing-tools/linking-to-google-play.
  { kind: 'app-link', hosts: ['apps.apple.com', 'itunes.apple.com', 'testflight.apple.com'] },
  { kind: 'app-link', hosts: ['play.google.com', 'apps.microsoft.com'] },
  // Messengers: faq.whatsapp.com (click to chat), core.telegram.org/api/links, developers.line.biz (LINE URL scheme).
  {
    kind: 'app-link',
    hosts: ['wa.me', 'api.whatsapp.com', 'chat.whatsapp.com', 't.me', 'm.me', 'line.me', 'signal.me'],
  },
  // Teams chats, channels and apps: the deep links of the same page as its meetings.
  { kind: 'app-link', hosts: ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.microsoft.us'], paths: ['/l/'] },
];

/** Whether a link is known to be of that kind. */
export function isKnownLink(kind: KnownKind, parts: HttpParts): boolean {
  return KNOWN_LINKS.some((row) => row.kind === kind && matchesRow(row, parts));
}

function matchesRow({ hosts, paths, words }: KnownLink, { host, path, query }: HttpParts): boolean {
  if (hosts && !hosts.some((known) => isHost(host, known))) return false;
  if (paths && !paths.some((start) => (path + query).startsWith(start) || path === start.slice(0, -1))) return false;
  return !words || words.some((word) => (path + query).includes(word));
}

function isHost(host: string, known: string): boolean {
  return known.includes('*') ? matchesWildcard(known, host) : isAtOrBelow(host, known);
}
