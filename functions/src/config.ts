import { DEFAULT_CLIENTS } from '@readback/core';
import type { TenantSettings } from '@readback/core';
import type { LocationDetail } from './hit/place-of-person.ts';
import { readMasters } from './masters.ts';
import type { Masters } from './masters.ts';
import { SettingReader } from './setting-reader.ts';
import type { SettingProblem, SettingTexts } from './setting-reader.ts';
import {
  clientsRule,
  contactRule,
  fileRule,
  guidListRule,
  guidRule,
  hostListRule,
  locationRule,
  originRule,
  patternListRule,
  retentionRule,
  secretRule,
  siteRule,
  switchRule,
  tablesRule,
  trackingRule,
} from './setting-rules.ts';
import type { SettingRule } from './setting-reader.ts';

/**
 * What whoever runs the app has set. Reading it never fails: picture and redirect go on with whatever of it is sound
 * (azure.md 6: an entry point that throws takes every link ever sent with it).
 */
export interface Config {
  /** All that is wrong, for `/healthz`. */
  problems: readonly SettingProblem[];
  /** What is no fault and may still surprise, for `/healthz`. */
  notes: readonly string[];
  /** Empty where none can be read: then no link can be verified. */
  masters: Masters;
  /** False: tracking is off, or nobody can tell. Then nothing at all is written down. */
  listens: boolean;
  /** Which hits are written down: only what somebody has switched on in so many words. */
  recorded: { opens: boolean; links: boolean };
  /** Storage of the ledger: the address of an account, or a connection string. Null: not set or not readable. */
  tables: string | null;
  /** Whom a recipient can ask; null: not set or not readable. */
  contact: string | null;
  /** How much of a person's place may be told. */
  location: LocationDetail;
  /** Path of a database with cities; null: none is set, or none is needed. */
  cityDatabase: string | null;
  /** Null: not readable, so nothing is deleted. */
  retentionDays: number | null;
  /** The one Front Door whose word about the client's address is believed; null: none. */
  frontDoorId: string | null;
  /** Where the add-in lives; null: not set or not readable. */
  appOrigin: string | null;
  /** What the API needs; null while there is any problem. */
  company: CompanyConfig | null;
}

/** The settings of an app without a fault. */
export interface CompanyConfig {
  appOrigin: string;
  tenantId: string;
  clientId: string;
  /** 32 bytes; never changes, else every mailbox would start anew. */
  idSecret: Uint8Array;
  settings: TenantSettings;
}

const DEFAULT_RETENTION_DAYS = 180;

const NO_CITIES = 'LOCATION is city, but no CITY_DATABASE is set, so only countries are told.';

/** Reads the settings of this process. */
export function loadConfig(): Config {
  return readConfig(process.env);
}

/** Reads settings from their texts. Never throws; what is wrong stands in `problems`. */
export function readConfig(texts: SettingTexts): Config {
  const reader = new SettingReader(texts);
  const masters = readMasterRing(reader);
  const idSecret = reader.required('ID_SECRET', secretRule);
  const identity = readIdentity(reader);
  const wishes = readWishes(reader);
  const options = {
    tables: reader.required('TABLES_CONNECTION', tablesRule),
    ...readLocation(reader),
    retentionDays: reader.optional('RETENTION_DAYS', retentionRule, DEFAULT_RETENTION_DAYS),
    frontDoorId: reader.optional('FRONT_DOOR_ID', guidRule, null),
  };
  const listens = wishes.tracking !== null && wishes.tracking !== 'off';
  return {
    ...options,
    masters,
    listens,
    recorded: { opens: listens && wishes.opens === true, links: listens && wishes.links === true },
    contact: wishes.contact,
    appOrigin: identity.appOrigin,
    problems: reader.problems,
    company: reader.problems.length > 0 || idSecret === null ? null : describeCompany(idSecret, identity, wishes),
  };
}

function readMasterRing(reader: SettingReader): Masters {
  const text: SettingRule<string> = {
    parse: (value) => value,
    expected: 'at least one entry like 0:BASE64 of 32 bytes',
  };
  const { masters, problems } = readMasters(reader.required('MASTERS', text) ?? '');
  for (const problem of problems) reader.note(problem);
  return masters;
}

/** The city database is looked for only where cities are told. */
function readLocation(reader: SettingReader): Pick<Config, 'location' | 'cityDatabase' | 'notes'> {
  const location = reader.optional('LOCATION', locationRule, 'off' as const) ?? 'off';
  if (location !== 'city') return { location, cityDatabase: null, notes: [] };
  const cityDatabase = reader.optional('CITY_DATABASE', fileRule, undefined);
  const notes = cityDatabase === undefined ? [NO_CITIES] : [];
  return { location, cityDatabase: cityDatabase ?? null, notes };
}

interface Identity {
  appOrigin: string | null;
  trackingOrigin: string | null;
  tenantId: string | null;
  clientId: string | null;
}

function readIdentity(reader: SettingReader): Identity {
  const appOrigin = reader.required('APP_ORIGIN', originRule);
  if (appOrigin?.endsWith('.azurewebsites.net')) {
    // docs/develop/register-sso-add-in-aad-v2.md of OfficeDev/office-js-docs-pr: an Application ID URI can't be there.
    reader.note({
      setting: 'APP_ORIGIN',
      problem: 'Outlook signs nobody in on a host of azurewebsites.net.',
      remedy: "Give the app a name of the company's own, such as https://readback.contoso.com.",
    });
  }
  return {
    appOrigin,
    trackingOrigin: reader.required('TRACKING_ORIGIN', originRule),
    tenantId: reader.required('TENANT_ID', guidRule),
    clientId: reader.required('CLIENT_ID', guidRule),
  };
}

type Wishes = ReturnType<typeof readWishes>;

function readWishes(reader: SettingReader) {
  return {
    tracking: reader.optional('TRACKING', trackingRule, 'on' as const),
    opens: reader.required('OPENS', switchRule),
    links: reader.required('LINKS', switchRule),
    contact: reader.required('CONTACT', contactRule),
    site: reader.optional('SITE', siteRule, null),
    clients: reader.optional('CLIENTS', clientsRule, DEFAULT_CLIENTS),
    leaveUrlText: reader.optional('LEAVE_URL_TEXT', switchRule, true),
    leaveSignature: reader.optional('LEAVE_SIGNATURE', switchRule, true),
    excludedHosts: reader.optional('EXCLUDED_HOSTS', hostListRule, []),
    excludedPatterns: reader.optional('EXCLUDED_PATTERNS', patternListRule, []),
    otherSenders: reader.optional('OTHER_SENDERS', switchRule, false),
    harmlessLabels: reader.optional('HARMLESS_LABELS', guidListRule, []),
  };
}

/** Null while anything is missing; the reader has then noted it. */
function describeCompany(idSecret: Uint8Array, identity: Identity, wishes: Wishes): CompanyConfig | null {
  const { site, ...others } = wishes;
  if (!isComplete(identity) || !isComplete(others)) return null;
  const { appOrigin, trackingOrigin, tenantId, clientId } = identity;
  const scope = `api://${new URL(appOrigin).host}/${clientId}/access_as_user`;
  const settings = { ...others, site, trackingOrigin, signIn: { tenantId, clientId, scope } };
  return { appOrigin, tenantId, clientId, idSecret, settings };
}

/** Whether every value could be read. */
function isComplete<T extends object>(values: T): values is T & { [Name in keyof T]: Exclude<T[Name], null> } {
  return !Object.values(values).includes(null);
}
