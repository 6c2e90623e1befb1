import { isOnAzureDomain, originProblem } from './origin-problem.ts';

/** `full`: compose and send handlers. `opens`: nothing of ours stands in the send path, so only pictures, no links. */
export type ManifestProfile = 'full' | 'opens';

/** What differs between one customer's manifest and another's. */
export interface ManifestOptions {
  /** Identifies the add-in in a tenant; a GUID in lower case. Another value is another add-in. */
  id: string;
  /** APP_ORIGIN: serves pane, handlers and API. */
  app: string;
  /** TRACKING_ORIGIN: serves pictures and links. */
  tracking: string;
  /** Application (client) id of the Entra registration, lower case. */
  clientId: string;
  profile: ManifestProfile;
  /** Fourth part of the version: raised by the company when it replaces a deployed manifest of the same release. */
  revision: number;
}

/** What the command line said, by option name without dashes; absent options are undefined. */
export interface GivenManifestOptions {
  app?: string | undefined;
  tracking?: string | undefined;
  'client-id'?: string | undefined;
  profile?: string | undefined;
  id?: string | undefined;
  revision?: string | undefined;
}

export type ReadManifestOptions = { ok: true; options: ManifestOptions } | { ok: false; problems: readonly string[] };

/** The product in every customer's tenant, so that a later version updates the earlier one. */
const PRODUCT_ID = '2f64ebb2-6d1c-4c77-9c2b-3a7e5d0f8b14';

/** The project's own manifest: another add-in than a deployed one, so that both can stand in one mailbox. */
export const LOCAL_OPTIONS: ManifestOptions = {
  id: '8b0f5e57-2c93-4d0e-a8f1-6f1d9b7c4e25',
  app: 'https://localhost:7071',
  tracking: 'https://localhost:7071',
  clientId: '0a0b0c0d-0000-4000-8000-000000000002',
  profile: 'full',
  revision: 0,
};

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const EMPTY_GUID = '00000000-0000-0000-0000-000000000000';

/** Legacy single sign-on takes no Application ID URI on Azure's own domain (docs/develop/register-sso-add-in-aad-v2.md). */
function appProblem(value: string): string | null {
  const problem = originProblem('--app', value);
  if (problem !== null) return problem;
  if (!isOnAzureDomain(new URL(value).hostname)) return null;
  return `--app must be a domain of your own: Microsoft's silent sign-in refuses azurewebsites.net and cloudapp.net ("${value}")`;
}

function guidProblem(option: string, value: string): string | null {
  if (GUID.test(value.toLowerCase()) && value !== EMPTY_GUID) return null;
  return `${option} must be a GUID such as 6f9a1c0e-3b52-4f0a-9d3e-1c7b5a2e8d40: "${value}"`;
}

function required(
  option: string,
  value: string | undefined,
  problemOf: (value: string) => string | null,
): string | null {
  return value === undefined || value === '' ? `${option} is missing` : problemOf(value);
}

/** A part of a version has at most five digits (javascript/api/manifest/version). */
function isRevision(value: string): boolean {
  return /^\d{1,5}$/.test(value);
}

function isProfile(value: string): value is ManifestProfile {
  return value === 'full' || value === 'opens';
}

/** Checks every option and names all that is wrong at once. */
export function readManifestOptions(given: GivenManifestOptions): ReadManifestOptions {
  const { app, tracking, 'client-id': clientId, profile = 'full', id = PRODUCT_ID, revision = '0' } = given;
  const problems = [
    required('--app', app, appProblem),
    required('--tracking', tracking, (value) => originProblem('--tracking', value)),
    required('--client-id', clientId, (value) => guidProblem('--client-id', value)),
    guidProblem('--id', id),
    isProfile(profile) ? null : `--profile must be full or opens: "${profile}"`,
    isRevision(revision) ? null : `--revision must be a number from 0 to 99999: "${revision}"`,
  ].filter((problem) => problem !== null);
  if (
    app === undefined ||
    tracking === undefined ||
    clientId === undefined ||
    !isProfile(profile) ||
    problems.length > 0
  )
    return { ok: false, problems };
  return {
    ok: true,
    options: {
      id: id.toLowerCase(),
      app: new URL(app).origin,
      tracking: new URL(tracking).origin,
      clientId: clientId.toLowerCase(),
      profile,
      revision: Number(revision),
    },
  };
}
