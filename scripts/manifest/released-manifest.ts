import { createHash } from 'node:crypto';
import { isRecord } from '../is-record.ts';
import type { ManifestProfile } from './manifest-options.ts';

/** SHA-256 as hex of the project's own manifest in each profile. */
export type ManifestHashes = Readonly<Record<ManifestProfile, string>>;

/** A manifest that went out to customers. */
export interface ManifestRelease {
  version: string;
  sha256: ManifestHashes;
  /** What changed, for the admin who is asked for consent. */
  change: string;
}

/** The manifests as they stand in the project. */
export interface CurrentManifest {
  version: string;
  sha256: ManifestHashes;
}

/** Hash of the text; line ends of a Windows checkout count as the repository's. */
export function hashManifest(manifest: string): string {
  return createHash('sha256').update(manifest.replaceAll('\r\n', '\n')).digest('hex');
}

function isRelease(value: unknown): value is ManifestRelease {
  if (!isRecord(value) || !isRecord(value['sha256'])) return false;
  const { full, opens } = value['sha256'];
  return [value['version'], value['change'], full, opens].every((field) => typeof field === 'string' && field !== '');
}

/** Content of manifest.released.json, oldest first; null when it isn't that. */
export function parseReleases(json: string): readonly ManifestRelease[] | null {
  try {
    const value: unknown = JSON.parse(json);
    const releases: unknown = isRecord(value) ? value['releases'] : null;
    return Array.isArray(releases) && releases.every(isRelease) ? releases : null;
  } catch {
    return null; // not JSON: the caller names the file
  }
}

/** Below zero when the first version is the older one. */
function compareVersions(first: string, second: string): number {
  const [a, b] = [first, second].map((version) => version.split('.').map(Number));
  const differences = [0, 1, 2, 3].map((part) => (a?.[part] ?? 0) - (b?.[part] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

function proposal(current: CurrentManifest): string {
  return JSON.stringify({ ...current, change: 'what the admin consents to' }, null, 2);
}

const CONSENT =
  'Any change to the manifest of an admin-deployed event add-in switches the add-in off for every user until an admin consents again (docs/develop/event-based-activation.md)';

/** Why the manifests may not go out as they stand; null: they may. */
export function releaseFault(current: CurrentManifest, releases: readonly ManifestRelease[]): string | null {
  const unordered = releases.find(
    (release, index) => index > 0 && compareVersions(releases[index - 1]?.version ?? '', release.version) >= 0,
  );
  if (unordered !== undefined) return `the versions in manifest.released.json must rise: ${unordered.version}`;
  const newest = releases.at(-1);
  const isReleased = newest?.sha256.full === current.sha256.full && newest.sha256.opens === current.sha256.opens;
  if (isReleased && newest.version === current.version) return null;
  const isNewer = newest === undefined || compareVersions(newest.version, current.version) < 0;
  if (isNewer)
    return `manifest ${current.version} isn't in manifest.released.json. ${CONSENT}. If that is meant, add:\n${proposal(current)}`;
  return `the manifest differs from the released ${newest.version} and has no new version. ${CONSENT}. Undo the change; or, if it is meant, raise RELEASE in scripts/manifest/compose-manifest.ts, run "npm run manifest -- --local", and add the new version to manifest.released.json.`;
}
