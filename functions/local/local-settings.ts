import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere } from '../src/static/read-if-there.ts';
import { DataUnusable } from './data-folder.ts';

/** Settings by name. */
export type Settings = Readonly<Record<string, string>>;

/** The tenant and the app registration of the local sign-in. */
const TENANT_ID = '0a0b0c0d-0000-4000-8000-000000000001';
const CLIENT_ID = '0a0b0c0d-0000-4000-8000-000000000002';

/** What `npm start` sets where nobody set anything: enough to try everything. */
export function describeDefaults(origin: string, secrets: Settings): Settings {
  return {
    APP_ORIGIN: origin,
    TRACKING_ORIGIN: origin,
    TENANT_ID,
    CLIENT_ID,
    OPENS: 'on',
    LINKS: 'on',
    CONTACT: 'readback@contoso.example',
    ...secrets,
  };
}

/**
 * Secrets that stay the same as long as the data does, since the app refuses to work with others. Null as folder: made up
 * and forgotten, like the data. Rejects with DataUnusable where the kept ones can't be read.
 */
export async function loadSecrets(folder: string | null): Promise<Settings> {
  if (folder === null) return makeSecrets();
  const file = join(folder, 'secrets.json');
  const bytes = await readIfThere(file);
  if (bytes !== null) return parseSecrets(bytes, folder, file);
  const made = makeSecrets();
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

function makeSecrets(): Settings {
  return { ID_SECRET: makeSecret(), MASTERS: `0:${makeSecret()}` };
}

function makeSecret(): string {
  return randomBytes(32).toString('base64');
}

function parseSecrets(bytes: Buffer, folder: string, file: string): Settings {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    if (typeof value !== 'object' || value === null) throw new TypeError('no object');
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch (cause) {
    throw new DataUnusable(`${file} can't be read. Delete ${folder} to begin anew, or choose another --data DIR.`, {
      cause,
    });
  }
}
