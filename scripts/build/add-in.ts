import { build } from 'esbuild';
import { copyFile, cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entries } from './entries.ts';
import { BROWSER_OPTIONS, buildPages } from './web-pages.ts';

/** What Outlook loads: `dist/app/public`. */
export async function buildAddIn(root: string, out: string, entries: Entries): Promise<void> {
  await mkdir(out, { recursive: true });
  await Promise.all([buildHandlers(out, entries), buildPanes(root, out, entries), copyIcons(out, entries)]);
}

/**
 * The event handlers: one file, since classic Outlook loads nothing but the file that the manifest names, in the language
 * of 2016 (outlook-platform.md §2).
 */
async function buildHandlers(out: string, entries: Entries): Promise<void> {
  const script = await entries.find('addin/src/send/launchevent.ts');
  if (script !== null) {
    await build({
      ...BROWSER_OPTIONS,
      entryPoints: [script],
      outfile: join(out, 'launchevent.js'),
      format: 'iife',
      target: 'es2016',
    });
  }
  const page = await entries.find('addin/src/send/launchevent.html');
  if (page !== null) await copyFile(page, join(out, 'launchevent.html'));
}

async function buildPanes(root: string, out: string, entries: Entries): Promise<void> {
  const pages = ['addin/src/taskpane/taskpane.html', 'addin/src/taskpane/auth.html'];
  await buildPages(root, { pages, out, servedAt: '/' }, entries);
}

async function copyIcons(out: string, entries: Entries): Promise<void> {
  const icons = await entries.find('addin/icons');
  if (icons === null) return;
  const names = (await readdir(icons)).filter((name) => name.endsWith('.png'));
  if (names.length === 0) entries.missing.push('addin/icons/*.png');
  await mkdir(join(out, 'icons'), { recursive: true });
  for (const name of names) await cp(join(icons, name), join(out, 'icons', name));
}
