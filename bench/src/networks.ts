import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { atMost, type Figure } from './figure.ts';
import { median } from './median.ts';
import { pathOfBuilt, root } from './project.ts';

/** What the first hit waits for, and what every instance of the app carries from then on: the tables of networks and countries. */

const runNode = promisify(execFile);

/** A process each, so that nothing is warm but the disk. */
const ROUNDS = 9;

/** The aims of the project's issue: a first hit within its time limit, and a small plan's memory. */
const MAX_LOAD_MS = 50;
const MAX_RESIDENT_MB = 30;

/** A look-up must not be felt among the hundreds of microseconds that a hit costs. */
const MAX_FIND_MICROS = 100;

/** Looked up in each process, spread over all addresses, so that the tables are in memory as in use. */
const LOOK_UPS = 20_000;

/** Loads the tables as the app does, and says how many milliseconds that took, microseconds for a look-up, and megabytes. */
const PROBE = `
import { createRequire } from 'node:module';
const [, bundle, folder] = process.argv;
const { loadNetworks } = createRequire(bundle)(bundle);
const residentMb = () => { globalThis.gc(); globalThis.gc(); return process.memoryUsage().rss / 2 ** 20; };
const before = residentMb();
const start = performance.now();
const networks = await loadNetworks(folder);
const loadMs = performance.now() - start;
const begun = performance.now();
for (let at = 0; at < ${LOOK_UPS}; at += 1) {
  const value = Math.imul(at, 2654435761) >>> 0;
  networks.find([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join('.'));
  if (at % 4 === 0) networks.find('2a0' + (value % 16).toString(16) + ':' + (value >>> 16).toString(16) + '::1');
}
const findMicros = ((performance.now() - begun) * 1000) / (${LOOK_UPS} * 1.25);
process.stdout.write([loadMs, findMicros, residentMb() - before].join(' '));
`;

interface Measured {
  loadMs: number;
  findMicros: number;
  residentMb: number;
}

export async function run(): Promise<Figure[]> {
  const tables = await pathOfBuilt('networks');
  const folder = join(root, 'dist/bench-networks');
  await mkdir(folder, { recursive: true });
  try {
    const bundle = await bundleLoader(folder);
    const rounds: Measured[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(bundle, tables));
    const middle = (name: keyof Measured): number => median(rounds.map((round) => round[name]));
    return [
      atMost(MAX_LOAD_MS, { name: 'loading the tables of networks', value: middle('loadMs'), unit: 'ms' }),
      atMost(MAX_RESIDENT_MB, {
        name: 'their resident memory, after look-ups',
        value: middle('residentMb'),
        unit: 'MB',
      }),
      atMost(MAX_FIND_MICROS, { name: 'one look-up of network and country', value: middle('findMicros'), unit: 'µs' }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundleLoader(folder: string): Promise<string> {
  const outfile = join(folder, 'networks.cjs');
  const entryPoints = [join(root, 'functions/src/networks.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs' });
  return outfile;
}

async function measure(bundle: string, tables: string): Promise<Measured> {
  const args = ['--expose-gc', '--input-type=module', '--eval', PROBE, bundle, tables];
  const { stdout } = await runNode(process.execPath, args, { cwd: root, env: {} });
  const [loadMs = Number.NaN, findMicros = Number.NaN, residentMb = Number.NaN] = stdout.split(' ').map(Number);
  return { loadMs, findMicros, residentMb };
}
