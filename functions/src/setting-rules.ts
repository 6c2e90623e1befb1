import { existsSync, statSync } from 'node:fs';
import { DEFAULT_CLIENTS, parseJson } from '@readback/core';
import type { ClientRow, TenantSettings } from '@readback/core';
import * as z from 'zod';
import type { LocationDetail } from './hit/place-of-person.ts';
import type { SettingRule } from './setting-reader.ts';

/** 32 secret bytes. */
export const secretRule: SettingRule<Uint8Array> = {
  parse: parseSecret,
  expected: '32 random bytes in base64 (44 characters), such as `openssl rand -base64 32` prints',
};

/** Id of a tenant, an app registration or a Front Door. */
export const guidRule: SettingRule<string> = {
  parse: (text) => (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text.toLowerCase() : null),
  expected: 'a GUID like 11111111-2222-3333-4444-555555555555',
};

/** GUIDs, separated by commas or white space. */
export const guidListRule: SettingRule<readonly string[]> = {
  parse: (text) => readEach(splitList(text), guidRule.parse),
  expected: 'GUIDs like 11111111-2222-3333-4444-555555555555, separated by commas',
};

export const switchRule: SettingRule<boolean> = {
  parse: (text) => (text === 'on' ? true : text === 'off' ? false : null),
  expected: 'on or off',
};

export const trackingRule: SettingRule<TenantSettings['tracking']> = {
  parse: (text) => TRACKING_STATES.find((state) => state === text) ?? null,
  expected: 'on, opens, listen-only or off',
};

const TRACKING_STATES: readonly TenantSettings['tracking'][] = ['on', 'opens', 'listen-only', 'off'];

/** How much of a person's place is told. */
export const locationRule: SettingRule<LocationDetail> = {
  parse: (text) => LOCATION_DETAILS.find((detail) => detail === text) ?? null,
  expected: 'off, country or city',
};

const LOCATION_DETAILS: readonly LocationDetail[] = ['off', 'country', 'city'];

/** Path of a file that is there. */
export const fileRule: SettingRule<string> = {
  parse: (text) => (existsSync(text) && statSync(text).isFile() ? text : null),
  expected: 'the path of a file that the app can read',
};

/** Days from 1 to ten years. */
export const retentionRule: SettingRule<number> = {
  parse: (text) => (/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 3650 ? Number(text) : null),
  expected: 'a whole number of days from 1 to 3650',
};

/** An origin over https; over http only on this machine. */
export const originRule: SettingRule<string> = {
  parse: parseOrigin,
  expected: 'an origin like https://track.contoso.com, in lower case, without a path or a slash at the end',
};

/** A mail address, or a page over https. */
export const contactRule: SettingRule<string> = {
  parse: (text) => (isMailAddress(text) || isHttpsAddress(text) ? text : null),
  expected: 'a mail address or an https address that a recipient can turn to',
};

/** A registrable domain, in lower case. */
export const siteRule: SettingRule<string> = {
  parse: (text) => (isHostName(text) ? text : null),
  expected: 'a domain like contoso.com',
};

/** Hosts, separated by commas or white space. */
export const hostListRule: SettingRule<readonly string[]> = {
  parse: (text) => (splitList(text).every(isHostName) ? splitList(text) : null),
  expected: 'hosts like wiki.contoso.com, in lower case, separated by commas',
};

/** Patterns for addresses, separated by commas or white space; `*` is their only wildcard. */
export const patternListRule: SettingRule<readonly string[]> = {
  parse: splitList,
  expected: 'addresses in which * stands for anything, separated by commas',
};

/** Rows of the per-client table that differ from the built-in ones, as JSON. */
export const clientsRule: SettingRule<TenantSettings['clients']> = {
  parse: parseClients,
  expected: 'JSON like {"web":{"links":"off"}}: clients web, classic, mac, mobile; fields pixel, links, silentSignIn',
};

/** A connection string, or the address of an account that the app's managed identity may use. */
export const tablesRule: SettingRule<string> = {
  parse: (text) => (isTablesAddress(text) || isConnectionString(text) ? text : null),
  expected:
    "the table address of a storage account (https://NAME.table.core.windows.net) for the app's managed identity, or a connection string",
};

function parseSecret(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  // Buffer.from takes rubbish inside (azure.md 7): only what it would write itself is believed.
  return bytes.length === 32 && bytes.toString('base64') === text ? new Uint8Array(bytes) : null;
}

function parseOrigin(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.origin !== text) return null;
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal) ? text : null;
}

/** A plain one: RFC 5321 §4.1.2 without quoted strings. */
function isMailAddress(text: string): boolean {
  const [, host = ''] = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(.+)$/.exec(text) ?? [];
  return isHostName(host.toLowerCase());
}

function isHttpsAddress(text: string): boolean {
  return text.length <= 500 && URL.canParse(text) && new URL(text).protocol === 'https:';
}

function isHostName(text: string): boolean {
  return text.length <= 253 && /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/.test(text);
}

function splitList(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((entry) => entry !== '');
}

function readEach<T>(texts: readonly string[], parse: (text: string) => T | null): readonly T[] | null {
  const values = texts.map(parse);
  return values.every((value) => value !== null) ? values : null;
}

const clientPatch = z.strictObject({
  pixel: z.enum(['append', 'in-body', 'none']).optional(),
  links: z.enum(['on', 'new-without-images', 'off']).optional(),
  silentSignIn: z.boolean().optional(),
});

const clientsPatch = z.strictObject({
  web: clientPatch.optional(),
  classic: clientPatch.optional(),
  mac: clientPatch.optional(),
  mobile: clientPatch.optional(),
});

function parseClients(text: string): TenantSettings['clients'] | null {
  const patch = clientsPatch.safeParse(parseJson(text));
  if (!patch.success) return null;
  const { web, classic, mac, mobile } = patch.data;
  return {
    web: overlay(DEFAULT_CLIENTS.web, web),
    classic: overlay(DEFAULT_CLIENTS.classic, classic),
    mac: overlay(DEFAULT_CLIENTS.mac, mac),
    mobile: overlay(DEFAULT_CLIENTS.mobile, mobile),
  };
}

function overlay(row: ClientRow, patch: z.infer<typeof clientPatch> | undefined): ClientRow {
  return {
    pixel: patch?.pixel ?? row.pixel,
    links: patch?.links ?? row.links,
    silentSignIn: patch?.silentSignIn ?? row.silentSignIn,
  };
}

function isTablesAddress(text: string): boolean {
  return /^https:\/\/[a-z\d-]{3,}(\.[a-z\d-]+)+\/?$/.test(text);
}

function isConnectionString(text: string): boolean {
  if (text === 'UseDevelopmentStorage=true') return true;
  const names = text.split(';').map((part) => part.slice(0, part.indexOf('=')).trim());
  const namesAnAccount = names.includes('AccountName') || names.includes('TableEndpoint');
  return namesAnAccount && (names.includes('AccountKey') || names.includes('SharedAccessSignature'));
}
