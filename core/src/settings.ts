/** The Outlooks that differ in what can safely be done to a mail. `web` is new Outlook for Windows too: one engine. */
export type ClientName = 'web' | 'classic' | 'mac' | 'mobile';

/** What is done to a mail on one client (design §4). */
export interface ClientRow {
  /**
   * `append`: append-on-send, scheduled during compose. `in-body`: in the body write at send, else `prependAsync` at send.
   * `none`: no picture.
   */
  pixel: 'append' | 'in-body' | 'none';
  /** `new-without-images`: only new mails that hold no image of their own; the picture then gives way. */
  links: 'on' | 'new-without-images' | 'off';
  /** Whether the compose handler may ask Outlook for a token when no key is stored. */
  silentSignIn: boolean;
}

/**
 * What the company's admin set, as `GET /settings` tells it without a sign-in.
 * `on`: as `opens` and `links` say. `opens`: nothing is written at send, only the picture where Outlook appends it.
 * `listen-only`: new mails stay untouched, hits on old ones still count. `off`: hits don't count either; links go on working.
 */
export interface TenantSettings {
  tracking: 'on' | 'opens' | 'listen-only' | 'off';
  opens: boolean;
  links: boolean;
  /** Where pictures and links live, e.g. `https://track.contoso.com`. */
  trackingOrigin: string;
  /** Host of the company that a link's visible text may name (design §8 `LinkRules.site`); null: none. */
  site: string | null;
  clients: Readonly<Record<ClientName, ClientRow>>;
  leaveUrlText: boolean;
  leaveSignature: boolean;
  excludedHosts: readonly string[];
  excludedPatterns: readonly string[];
  /** Whether mails sent as somebody else (shared mailbox, send-as) are tracked. Default false. */
  otherSenders: boolean;
  /**
   * Ids (GUIDs, lower case) of the sensitivity labels that protect nothing. A mail with any other label isn't tracked:
   * Outlook tells an add-in which label a mail has, but not whether it encrypts.
   */
  harmlessLabels: readonly string[];
  /** Whom a recipient can ask: a mail address or an https address. */
  contact: string;
  signIn: SignInSettings;
}

/** What a pane needs to sign in, and nothing secret. */
export interface SignInSettings {
  /** GUIDs of the company's Entra tenant and of the app registration. */
  tenantId: string;
  clientId: string;
  /** The one scope to ask for: `api://<host of the add-in>/<clientId>/access_as_user`. */
  scope: string;
}

/** The table of design §4. */
export const DEFAULT_CLIENTS: Readonly<Record<ClientName, ClientRow>> = {
  web: { pixel: 'append', links: 'new-without-images', silentSignIn: true },
  classic: { pixel: 'append', links: 'on', silentSignIn: true },
  mac: { pixel: 'in-body', links: 'on', silentSignIn: true },
  mobile: { pixel: 'none', links: 'off', silentSignIn: false },
};
