import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAddIn } from './build/add-in.ts';
import { compressFolder } from './build/compress.ts';
import { Entries } from './build/entries.ts';
import { buildFunctionsApp, buildLocalWorker } from './build/functions-app.ts';
import { buildSimulator } from './build/simulator.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

/** `dist/app` is deployed as it is; `dist/simulator` and `dist/local` are for this machine. */
const PARTS = ['app', 'simulator', 'local'];

/** Everything is built beside what stands there and put in its place at the end: a running `npm start` never sees half. */
const building = join(dist, `.building-${process.pid}`);

async function buildAll(): Promise<readonly string[]> {
  const entries = new Entries(root);
  const app = join(building, 'app');
  await Promise.all([
    buildFunctionsApp(root, app, entries),
    buildLocalWorker(join(building, 'local'), entries),
    buildAddIn(root, join(app, 'public'), entries),
    buildSimulator(root, join(building, 'simulator'), entries),
  ]);
  await compressFolder(join(app, 'public'));
  return entries.missing;
}

async function putInPlace(): Promise<void> {
  for (const part of PARTS) {
    await rm(join(dist, part), { recursive: true, force: true });
    await rename(join(building, part), join(dist, part));
  }
}

const start = performance.now();
try {
  await mkdir(building, { recursive: true });
  const missing = await buildAll();
  await putInPlace();
  for (const path of missing) console.error(`Missing: ${path}`);
  if (missing.length > 0) process.exitCode = 1;
  else console.log(`Built dist/ in ${((performance.now() - start) / 1000).toFixed(1)} s`);
} finally {
  await rm(building, { recursive: true, force: true });
}
