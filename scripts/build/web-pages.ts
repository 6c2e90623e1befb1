import { build } from 'esbuild';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { standApart } from './apart.ts';
import type { Entries } from './entries.ts';

/** Pages that are built together and share what they have in common. */
export interface PageSet {
  /** Sources of the pages, from the project's root. Each names its program as `<script type="module" src="./main.tsx">`. */
  pages: readonly string[];
  /** Folder into which the pages go. */
  out: string;
  /** Path under which that folder is served, with a slash at the end. */
  servedAt: string;
  plugins?: readonly Plugin[];
}

/** A page and the program it names. */
interface Page {
  source: string;
  html: string;
  program: string;
}

const MODULE_SCRIPT = /<script type="module" src="(\.[^"]+)"><\/script>/;

/** Options of every program that runs in a browser. */
export const BROWSER_OPTIONS = {
  bundle: true,
  minify: true,
  platform: 'browser',
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.png': 'file', '.svg': 'file', '.xml': 'text' },
} satisfies BuildOptions;

/** Heavier than all the rest of the pane, and loaded when a chart is drawn. */
const CHARTS = {
  name: '@fluentui/react-charts',
  shared: [
    'react',
    'react-dom',
    'scheduler',
    '@fluentui/react-shared-contexts',
    '@fluentui/react-theme',
    '@fluentui/tokens',
    '@griffel/core',
    '@griffel/react',
    '@griffel/style-types',
  ],
};

/**
 * Builds pages and their programs, split into files whose names change with their content. The pages get the names of those
 * files in absolute paths, since one page may be served in several places.
 */
export async function buildPages(root: string, set: PageSet, entries: Entries): Promise<void> {
  const pages = await readPages(root, set.pages, entries);
  if (pages.length === 0) return;
  const { metafile } = await build({
    ...BROWSER_OPTIONS,
    entryPoints: pages.map((page) => page.program),
    absWorkingDir: root,
    outdir: join(set.out, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: `${set.servedAt}assets`,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    splitting: true,
    metafile: true,
    plugins: [standApart(CHARTS), ...(set.plugins ?? [])],
  });
  for (const page of pages) {
    const html = page.html.replace(MODULE_SCRIPT, () => loadingTags(root, { page, set, metafile }));
    await writeFile(join(set.out, basename(page.source)), html);
  }
}

async function readPages(root: string, sources: readonly string[], entries: Entries): Promise<Page[]> {
  const pages: Page[] = [];
  for (const source of sources) {
    const path = await entries.find(source);
    if (path === null) continue;
    const html = await readFile(path, 'utf8');
    const script = MODULE_SCRIPT.exec(html)?.[1];
    if (script === undefined) throw new Error(`${source} names no program: <script type="module" src="./…"></script>`);
    const program = await entries.find(relative(root, resolve(dirname(path), script)));
    if (program !== null) pages.push({ source, html, program });
  }
  return pages;
}

/** The tags that load a page's program: its styles, what it imports at once, itself. */
function loadingTags(root: string, made: { page: Page; set: PageSet; metafile: Metafile }): string {
  const { page, set, metafile } = made;
  const wanted = relative(root, page.program);
  const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === wanted);
  if (found === undefined) throw new Error(`Nothing was built from ${wanted}`);
  const [path, output] = found;
  const served = (file: string): string => `${set.servedAt}${relative(set.out, resolve(root, file))}`;
  const imports = output.imports.filter((each) => each.kind === 'import-statement' && each.external !== true);
  return [
    ...(output.cssBundle === undefined ? [] : [`<link rel="stylesheet" href="${served(output.cssBundle)}">`]),
    ...imports.map((each) => `<link rel="modulepreload" href="${served(each.path)}">`),
    `<script type="module" src="${served(path)}"></script>`,
  ].join('\n');
}
