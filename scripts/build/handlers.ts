import { build } from 'esbuild';
import { join } from 'node:path';
import { BROWSER_OPTIONS } from './web-pages.ts';

/** Where the event handlers and the ribbon's function begin, from the project's root. */
export const HANDLERS_ENTRY = 'addin/src/send/launchevent.ts';

/**
 * The event handlers as they are deployed: one file, since classic Outlook loads nothing but the file that the manifest names,
 * in the language of 2016 (outlook-platform.md §2).
 */
export async function bundleHandlers(root: string): Promise<string> {
  const { outputFiles } = await build({
    ...BROWSER_OPTIONS,
    entryPoints: [join(root, HANDLERS_ENTRY)],
    // Only names the file: the bundle is returned, not written.
    outfile: 'launchevent.js',
    write: false,
    format: 'iife',
    target: 'es2016',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild made no file of the handlers.');
  return file.text;
}
