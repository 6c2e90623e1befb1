import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the build reads. */
const SOURCES = [
  'addin',
  'core/src',
  'functions/host.json',
  'functions/local',
  'functions/src',
  'manifest.xml',
  'package-lock.json',
  'scripts/build',
  'scripts/build.ts',
  'scripts/networks',
  'simulator/src',
];

/** One file of each thing that the build makes; the build puts them in place at its end. */
const RESULTS = ['dist/app/main.js', 'dist/simulator/index.html', 'dist/local/worker.cjs'];

/** The build failed, and has said why. */
export class BuildFailed extends Error {
  override readonly name = 'BuildFailed';
}

/** Builds unless what was built is newer than all its sources. Rejects with BuildFailed. */
export async function buildWhenNeeded(root: string, signal: AbortSignal, say: (line: string) => void): Promise<void> {
  const built = Math.min(...(await Promise.all(RESULTS.map((path) => newestTime(join(root, path))))));
  const changed = Math.max(...(await Promise.all(SOURCES.map((path) => newestTime(join(root, path))))));
  if (built > changed) {
    say('The build is up to date.');
    return;
  }
  say('Building…');
  await runBuild(root, signal);
}

/** When anything at or below a path last changed, in milliseconds; 0 where there is nothing. A folder changes with its names. */
async function newestTime(path: string): Promise<number> {
  const status = await stat(path).catch(() => null);
  if (status === null || !status.isDirectory()) return status?.mtimeMs ?? 0;
  const names = await readdir(path);
  const below = names.filter((name) => name !== 'node_modules').map((name) => newestTime(join(path, name)));
  return Math.max(status.mtimeMs, ...(await Promise.all(below)));
}

async function runBuild(root: string, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: root,
    stdio: 'inherit',
    signal,
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new BuildFailed('The build failed; what it said stands above.');
}
