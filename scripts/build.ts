import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAddIn } from './build/add-in.ts';
import { compressFolder } from './build/compress.ts';
import { Entries } from './build/entries.ts';
import { buildFunctionsApp, buildLocalWorker } from './build/functions-app.ts';
import { gatherLicences, notePackages } from './build/licences.ts';
import { buildNetworkTables } from './build/networks.ts';
import { buildSimulator } from './build/simulator.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

/** Everything is built beside what stands there and put in its place at the end: a running `npm start` never sees half. */
const building = join(dist, `.building-${process.pid}`);

/** `dist/app` is deployed as it is; `dist/simulator` and `dist/local` are for this machine. */
const PARTS: Readonly<Record<string, (out: string, entries: Entries) => Promise<void>>> = {
  app: async (out, entries) => {
    const packages = new Set<string>();
    const note = notePackages(packages);
    await Promise.all([
      buildFunctionsApp(root, out, entries, note),
      buildAddIn(root, join(out, 'public'), entries, note),
      buildNetworkTables(root, join(out, 'networks'), join(dist, 'app/networks')),
    ]);
    await compressFolder(join(out, 'public'));
    await writeFile(join(out, 'licences.txt'), await gatherLicences(packages));
  },
  simulator: (out, entries) => buildSimulator(root, out, entries),
  local: (out, entries) => buildLocalWorker(out, entries),
};

/** Builds one part and puts it in place, or says why not: one part's fault doesn't hide another's. */
async function buildPart(name: string): Promise<boolean> {
  const entries = new Entries(root);
  const out = join(building, name);
  try {
    await mkdir(out, { recursive: true });
    await PARTS[name]?.(out, entries);
    await rm(join(dist, name), { recursive: true, force: true });
    await rename(out, join(dist, name));
  } catch (error) {
    console.error(`dist/${name} could not be built: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
  for (const path of entries.missing) console.error(`dist/${name} lacks ${path}, which isn't there`);
  return entries.missing.length === 0;
}

/** Removes what builds left behind that were ended from outside. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(dist)) {
    const pid = /^\.building-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dist, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const start = performance.now();
try {
  await mkdir(building, { recursive: true });
  await removeAbandoned();
  const results = await Promise.all(Object.keys(PARTS).map(buildPart));
  if (results.every(Boolean)) console.log(`Built dist/ in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  else process.exitCode = 1;
} finally {
  await rm(building, { recursive: true, force: true });
}
