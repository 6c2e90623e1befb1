import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeManifest, MANIFEST_VERSION } from './manifest/compose-manifest.ts';
import { findManifestFaults, MANIFEST_RULES } from './manifest/find-manifest-faults.ts';
import { LOCAL_OPTIONS } from './manifest/manifest-options.ts';
import { readSurroundings } from './manifest/read-surroundings.ts';
import { hashManifest, parseReleases, releaseFault } from './manifest/released-manifest.ts';
import { validateBySchema } from './manifest/validate-by-schema.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const schemaFolder = join(root, '../shared/manifest-schema');

/** What is wrong with one manifest, by own rules and by schema, ready to be printed. */
async function manifestFaults(name: string, manifest: string): Promise<readonly string[]> {
  const faults = findManifestFaults(manifest, await readSurroundings(root));
  const bySchema = (await validateBySchema(manifest, schemaFolder)) ?? [];
  return [
    ...faults.map(({ rule, line, message }) => `${name}${line === null ? '' : `:${line}`}: ${message} (${rule})`),
    ...bySchema.map((message) => `${name}: ${message} (schema)`),
  ];
}

async function main(): Promise<number> {
  const own = (await readFile(join(root, 'manifest.xml'), 'utf8')).replaceAll('\r\n', '\n');
  const opens = composeManifest({ ...LOCAL_OPTIONS, profile: 'opens' });
  const releases = parseReleases(await readFile(join(root, 'manifest.released.json'), 'utf8'));
  const current = { version: MANIFEST_VERSION, sha256: { full: hashManifest(own), opens: hashManifest(opens) } };
  const release =
    releases === null ? 'manifest.released.json holds no list of releases' : releaseFault(current, releases);
  const faults = [
    ...(await manifestFaults('manifest.xml', own)),
    ...(await manifestFaults('profile opens', opens)),
    ...(own === composeManifest(LOCAL_OPTIONS)
      ? []
      : ['manifest.xml isn\'t what scripts/manifest writes: run "npm run manifest -- --local"']),
    ...(release === null ? [] : [release]),
  ];
  const bySchema = (await validateBySchema(own, schemaFolder)) !== null;
  if (!bySchema)
    console.log('manifest: the XML schemas are not beside the project, so validation by them was left out');
  if (faults.length === 0)
    console.log(
      `manifest ${MANIFEST_VERSION}: both profiles keep to ${MANIFEST_RULES.length} rules${bySchema ? ' and to the XML schemas' : ''}, and are as released`,
    );
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = await main();
