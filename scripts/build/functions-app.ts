import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entries } from './entries.ts';

/** CommonJS has no `import.meta.url`; packages that ask for it get this instead (azure.md 11). */
const IMPORT_META_URL = {
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'importMetaUrl' },
};

/** The Function App: one bundled file and what the host wants beside it. */
export async function buildFunctionsApp(root: string, out: string, entries: Entries, note: Plugin): Promise<void> {
  const main = await entries.find('functions/src/main.ts');
  if (main !== null) {
    await bundleForNode(main, join(out, 'main.js'), [note]);
    await copyFile(join(root, 'functions/host.json'), join(out, 'host.json'));
    await writeFile(join(out, 'package.json'), await describePackage(root));
  }
}

/** The thread in which `npm start` runs the Function App. */
export async function buildLocalWorker(out: string, entries: Entries): Promise<void> {
  const worker = await entries.find('functions/local/worker.ts');
  if (worker !== null) await bundleForNode(worker, join(out, 'worker.cjs'));
}

export async function bundleForNode(entry: string, outfile: string, plugins: Plugin[] = []): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    // The Functions worker supplies it at run time, by patching `require`.
    external: ['@azure/functions-core'],
    logLevel: 'warning',
    plugins,
    ...IMPORT_META_URL,
  });
}

async function describePackage(root: string): Promise<string> {
  const project: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const version = typeof project === 'object' && project !== null && 'version' in project ? project.version : null;
  return `${JSON.stringify({ name: 'readback', version, private: true, type: 'commonjs', main: 'main.js' }, null, 2)}\n`;
}
