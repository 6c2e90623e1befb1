import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Figure } from './figure.ts';
import { median } from './median.ts';
import { pathOfBuilt, root } from './project.ts';

/** How long the Function App takes to load in a process that has nothing loaded yet: what the first mail of a quiet hour waits for. */

const runNode = promisify(execFile);

/** Alternating, so that whatever else the machine does meets both alike. */
const ROUNDS = 15;

/** The aim of the design: bundled at most this share of unbundled. */
const AIM = 0.4;

/** Stands for the module that Azure's worker supplies, and takes registrations without doing anything. */
const CORE_MODULE = `
const Module = require('node:module');
const load = Module._load;
const core = { setProgrammingModel() {}, registerFunction() {}, registerHook: () => ({ dispose() {} }), log() {} };
Module._load = (name, ...rest) => (name === '@azure/functions-core' ? core : load(name, ...rest));
`;

/** Loads the app as Azure's worker does, a CommonJS file by require, and says how many milliseconds that took. */
const LOADER = `
import { createRequire } from 'node:module';
const file = process.argv[1];
const start = performance.now();
if (file.endsWith('.mjs')) await import(file);
else createRequire(file)(file);
process.stdout.write('\\n' + String(performance.now() - start));
process.exit(0);
`;

export async function run(): Promise<Figure[]> {
  const bundled = await pathOfBuilt('main.js');
  // Below the project, where Node finds its packages.
  const folder = join(root, 'dist/bench');
  await mkdir(folder, { recursive: true });
  try {
    const core = join(folder, 'core-module.cjs');
    await writeFile(core, CORE_MODULE);
    const unbundled = await buildUnbundled(folder);
    const times = { bundled: new Array<number>(), unbundled: new Array<number>() };
    for (let round = 0; round < ROUNDS; round++) {
      times.unbundled.push(await timeLoad(unbundled, core));
      times.bundled.push(await timeLoad(bundled, core));
    }
    return [compare(median(times.bundled), median(times.unbundled))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function compare(value: number, reference: number): Figure {
  return {
    name: 'cold load of the bundled Function App',
    value,
    unit: 'ms',
    reference: { name: 'the same with its packages as they are installed', value: reference },
    ratio: value / reference,
    aim: { atMost: AIM },
  };
}

/** The project's own code in one file, every package as it lies in node_modules. */
async function buildUnbundled(folder: string): Promise<string> {
  const outfile = join(folder, 'main.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['functions/src/main.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    alias: { '@readback/core': './core/src/index.ts' },
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return outfile;
}

/** Milliseconds, in a process of its own and with no settings, as they change nothing of what is loaded. */
async function timeLoad(main: string, core: string): Promise<number> {
  const args = ['--require', core, '--input-type=module', '--eval', LOADER, main];
  const { stdout } = await runNode(process.execPath, args, { cwd: root, env: {} });
  return Number(stdout.trim().split('\n').at(-1));
}
