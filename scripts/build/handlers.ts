import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { join } from 'node:path';
import { minify } from 'terser';
import { innerNames } from './inner-names.ts';
import { BROWSER_OPTIONS } from './web-pages.ts';

/** Where the event handlers and the ribbon's function begin, from the project's root. */
export const HANDLERS_ENTRY = 'addin/src/send/launchevent.ts';

/**
 * The event handlers as they are deployed: one file, since classic Outlook loads nothing but the file that the manifest names,
 * in the language of 2020 and as small as two minifiers make it (docs/decisions/0066-size-of-the-handlers.md).
 */
export async function bundleHandlers(root: string, plugins: Plugin[] = []): Promise<string> {
  const { outputFiles } = await build({
    ...BROWSER_OPTIONS,
    entryPoints: [join(root, HANDLERS_ENTRY)],
    // Only names the file: the bundle is returned, not written.
    outfile: 'launchevent.js',
    write: false,
    format: 'iife',
    target: 'es2020',
    plugins,
    // Fields become plain assignments, also those of packages, which are read as TypeScript for that: defining them as
    // properties would need a helper.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    loader: { ...BROWSER_OPTIONS.loader, '.js': 'ts' },
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild made no file of the handlers.');
  const names = await innerNames(root);
  const { code } = await minify(file.text, {
    ecma: 2020,
    compress: { passes: 3, pure_getters: true, keep_fargs: false, unsafe: true },
    mangle: { properties: { regex: new RegExp(`^(?:${names.join('|')})$`) } },
    toplevel: true,
  });
  if (code === undefined) throw new Error('terser made nothing of the handlers.');
  return code;
}
