import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COUNTRY_TABLE_FILE, NETWORK_TABLE_FILE } from '../../functions/src/networks.ts';
import { buildNetworks, NETWORK_PACKAGES } from '../networks/build-networks.ts';

/** Says beside the tables what they were made of. */
const STAMP_FILE = 'made-of.json';

/** Puts the network tables into `out`: those of the last build when they were made of the same, else new ones. */
export async function buildNetworkTables(root: string, out: string, last: string): Promise<void> {
  const stamp = await describeMaking(root);
  await mkdir(out, { recursive: true });
  if (!(await takeOver(last, out, stamp))) await buildNetworks(out);
  await writeFile(join(out, STAMP_FILE), stamp);
}

/** What the tables depend on: the versions of the data, and the programs that decide what is written. */
async function describeMaking(root: string): Promise<string> {
  const packages = await Promise.all(Object.values(NETWORK_PACKAGES).map(describePackage));
  return `${JSON.stringify({ packages, rules: await hashRules(root) }, null, 2)}\n`;
}

/** Its name and version. */
async function describePackage(folder: string): Promise<string> {
  const described: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const isPackage =
    typeof described === 'object' && described !== null && 'name' in described && 'version' in described;
  if (!isPackage) throw new Error(`${folder} holds no package`);
  return `${String(described.name)}@${String(described.version)}`;
}

async function hashRules(root: string): Promise<string> {
  const folder = join(root, 'scripts/networks');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const layout = ['network-kinds.ts', 'network-table.ts'].map((name) => join(root, 'functions/src/network', name));
  const hash = createHash('sha256');
  for (const path of [...names.toSorted().map((name) => join(folder, name)), ...layout]) {
    hash.update(await readFile(path));
  }
  return hash.digest('hex');
}

/** False where there is nothing to take over, or it was made of something else. */
async function takeOver(last: string, out: string, stamp: string): Promise<boolean> {
  try {
    if ((await readFile(join(last, STAMP_FILE), 'utf8')) !== stamp) return false;
    for (const name of [NETWORK_TABLE_FILE, COUNTRY_TABLE_FILE]) await copyFile(join(last, name), join(out, name));
    return true;
  } catch {
    // Never built, or taken away by a build that runs at the same time: then they are made anew.
    return false;
  }
}
