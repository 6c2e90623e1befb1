/** The Outlooks that differ. `web` is new Outlook for Windows too: one engine (outlook-cases E.5). */
export type ClientName = 'web' | 'classic' | 'mac' | 'mobile';

/** `documented`: only what Microsoft documents. `worst`: every reported bug of the client at once. */
export type Setting = 'documented' | 'worst';

/** `javascript`: the engine without a page in which classic Outlook runs event handlers. `browser`: a page. */
export type RuntimeKind = 'javascript' | 'browser';

/** What Microsoft documents about one client. */
export interface ClientProfile {
  /** As in the window's title. */
  label: string;
  /** `Office.context.diagnostics`: `HostType`, `PlatformType`, version. */
  platform: 'OfficeOnline' | 'PC' | 'Mac' | 'iOS';
  version: string;
  /** `Office.context.mailbox.diagnostics.hostName`. */
  hostName: string;
  /** Requirement sets by name, highest version. */
  sets: Readonly<Record<string, string>>;
  /** Members beyond the highest Mailbox set that the client has all the same. */
  extraMembers: readonly string[];
  /** Members within the set that the client lacks. */
  missingMembers: readonly string[];
  /** Launch events that the client raises. */
  events: readonly string[];
  /** Where event handlers run. */
  handlerRuntime: RuntimeKind;
  /** Whether a send can be undone. */
  undo: boolean;
  /** Limit of an item's session data, characters. */
  sessionDataLimit: number;
  /** Notification bars an item can hold. */
  notificationLimit: number;
  /** Minutes after which Outlook ends a handler. */
  handlerMinutes: number;
}

const COMPOSE_EVENTS = [
  'OnNewMessageCompose',
  'OnMessageCompose',
  'OnMessageAttachmentsChanged',
  'OnMessageRecipientsChanged',
];
const DESKTOP_EVENTS = [
  ...COMPOSE_EVENTS,
  'OnMessageFromChanged',
  'OnSensitivityLabelChanged',
  'OnInfoBarDismissClicked',
  'OnMessageSend',
];

/** The members of Outlook mobile beyond Mailbox 1.5 (docs/outlook/outlook-mobile-apis.md). */
const MOBILE_MEMBERS = [
  'MessageCompose.getComposeTypeAsync',
  'MessageCompose.from',
  'From.getAsync',
  'MessageCompose.sessionData',
  'SessionData.clearAsync',
  'SessionData.getAllAsync',
  'SessionData.getAsync',
  'SessionData.removeAsync',
  'SessionData.setAsync',
  'MessageCompose.internetHeaders',
  'InternetHeaders.getAsync',
  'InternetHeaders.removeAsync',
  'InternetHeaders.setAsync',
  'MessageCompose.disableClientSignatureAsync',
  'MessageCompose.addFileAttachmentFromBase64Async',
  'Body.setSignatureAsync',
];

/** Highest sets and events: outlook-api-requirement-sets.md and event-based-activation.md, as of 2026-08. */
export const CLIENTS: Readonly<Record<ClientName, ClientProfile>> = {
  web: {
    label: 'Outlook on the web · new Outlook for Windows',
    platform: 'OfficeOnline',
    version: '20260814008.09',
    hostName: 'OutlookWebApp',
    sets: { Mailbox: '1.16', IdentityAPI: '1.3', NestedAppAuth: '1.1', DialogApi: '1.2' },
    extraMembers: [],
    missingMembers: [],
    events: DESKTOP_EVENTS,
    handlerRuntime: 'browser',
    undo: true,
    sessionDataLimit: 2_621_440,
    notificationLimit: 5,
    handlerMinutes: 5,
  },
  classic: {
    label: 'Outlook for Windows (classic)',
    platform: 'PC',
    version: '16.0.19725.20126',
    hostName: 'Outlook',
    sets: { Mailbox: '1.16', IdentityAPI: '1.3', NestedAppAuth: '1.1', DialogApi: '1.2', OpenBrowserWindowApi: '1.1' },
    extraMembers: [],
    missingMembers: [],
    events: DESKTOP_EVENTS,
    handlerRuntime: 'javascript',
    undo: false,
    sessionDataLimit: 2_621_440,
    notificationLimit: 5,
    handlerMinutes: 5,
  },
  mac: {
    label: 'Outlook for Mac',
    platform: 'Mac',
    version: '16.112.26081018',
    hostName: 'Outlook',
    sets: { Mailbox: '1.14', IdentityAPI: '1.3', NestedAppAuth: '1.1', DialogApi: '1.2', OpenBrowserWindowApi: '1.1' },
    extraMembers: [],
    missingMembers: [],
    events: DESKTOP_EVENTS,
    handlerRuntime: 'browser',
    undo: false,
    sessionDataLimit: 50_000,
    notificationLimit: 5,
    handlerMinutes: 5,
  },
  mobile: {
    label: 'Outlook for iOS',
    platform: 'iOS',
    version: '5.2630.0',
    hostName: 'OutlookIOS',
    sets: { Mailbox: '1.5', NestedAppAuth: '1.1' },
    extraMembers: MOBILE_MEMBERS,
    missingMembers: ['Body.setAsync', 'Body.prependAsync', 'Body.getTypeAsync', 'Body.setSelectedDataAsync'],
    events: ['OnNewMessageCompose', 'OnMessageRecipientsChanged', 'OnMessageFromChanged'],
    handlerRuntime: 'browser',
    undo: false,
    sessionDataLimit: 50_000,
    notificationLimit: 1,
    handlerMinutes: 1,
  },
};

/** `1.9` comes before `1.10`. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = minimum.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
