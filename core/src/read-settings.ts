import type { PersonalSettings } from './api.ts';
import { DEFAULT_CLIENTS } from './settings.ts';
import type { ClientName, ClientRow, SignInSettings, TenantSettings } from './settings.ts';
import { isOrigin } from './token/origin.ts';
import { flagOf, memberOf, textOf, textsOf, wordOf } from './untrusted.ts';

/** What a client gets whose row holds a word that this version doesn't know: nothing that could harm. */
const UNKNOWN_ROW: ClientRow = { pixel: 'none', links: 'off', silentSignIn: false };

/**
 * Reads the answer of `GET /settings`, or what was kept of it; null where it lacks what tracking needs. Older and newer
 * servers are read too: what an older one doesn't say has its default, a word that isn't known here means the safe one.
 */
export function readTenantSettings(value: unknown): TenantSettings | null {
  const trackingOrigin = textOf(memberOf(value, 'trackingOrigin'));
  const opens = flagOf(memberOf(value, 'opens'), null);
  const links = flagOf(memberOf(value, 'links'), null);
  const signIn = readSignIn(memberOf(value, 'signIn'));
  if (trackingOrigin === null || !isOrigin(trackingOrigin) || opens === null || links === null) return null;
  if (signIn === null) return null;
  return {
    tracking: wordOf(memberOf(value, 'tracking'), ['on', 'opens', 'listen-only', 'off']) ?? 'listen-only',
    opens,
    links,
    trackingOrigin,
    site: textOf(memberOf(value, 'site')),
    clients: readClients(memberOf(value, 'clients')),
    leaveUrlText: flagOf(memberOf(value, 'leaveUrlText'), true),
    leaveSignature: flagOf(memberOf(value, 'leaveSignature'), true),
    excludedHosts: textsOf(memberOf(value, 'excludedHosts')) ?? [],
    excludedPatterns: textsOf(memberOf(value, 'excludedPatterns')) ?? [],
    otherSenders: flagOf(memberOf(value, 'otherSenders'), false),
    harmlessLabels: textsOf(memberOf(value, 'harmlessLabels')) ?? [],
    contact: textOf(memberOf(value, 'contact')) ?? '',
    signIn,
  };
}

/** Reads a person's defaults; null where they aren't complete. */
export function readPersonalSettings(value: unknown): PersonalSettings | null {
  const opens = flagOf(memberOf(value, 'opens'), null);
  const links = flagOf(memberOf(value, 'links'), null);
  return opens === null || links === null ? null : { opens, links };
}

function readSignIn(value: unknown): SignInSettings | null {
  const tenantId = textOf(memberOf(value, 'tenantId'));
  const clientId = textOf(memberOf(value, 'clientId'));
  const scope = textOf(memberOf(value, 'scope'));
  return tenantId === null || clientId === null || scope === null ? null : { tenantId, clientId, scope };
}

function readClients(value: unknown): Record<ClientName, ClientRow> {
  const row = (client: ClientName): ClientRow => readRow(memberOf(value, client), DEFAULT_CLIENTS[client]);
  return { web: row('web'), classic: row('classic'), mac: row('mac'), mobile: row('mobile') };
}

function readRow(value: unknown, absent: ClientRow): ClientRow {
  if (value === undefined) return absent;
  const pixel = wordOf(memberOf(value, 'pixel'), ['append', 'in-body', 'none']);
  const links = wordOf(memberOf(value, 'links'), ['on', 'new-without-images', 'off']);
  const silentSignIn = flagOf(memberOf(value, 'silentSignIn'), false);
  return { pixel: pixel ?? UNKNOWN_ROW.pixel, links: links ?? UNKNOWN_ROW.links, silentSignIn };
}
