import type { Plugin } from 'esbuild';
import { copyFile, cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entries } from './entries.ts';
import { bundleHandlers, HANDLERS_ENTRY } from './handlers.ts';
import { buildPages } from './web-pages.ts';

/** What Outlook loads: `dist/app/public`. */
export async function buildAddIn(root: string, out: string, entries: Entries, note: Plugin): Promise<void> {
  await mkdir(out, { recursive: true });
  await Promise.all([
    buildHandlers(root, out, entries, note),
    buildPanes(root, out, entries, note),
    copyIcons(out, entries),
  ]);
}

async function buildHandlers(root: string, out: string, entries: Entries, note: Plugin): Promise<void> {
  if ((await entries.find(HANDLERS_ENTRY)) !== null) {
    await writeFile(join(out, 'launchevent.js'), await bundleHandlers(root, [note]));
  }
  const page = await entries.find('addin/src/send/launchevent.html');
  if (page !== null) await copyFile(page, join(out, 'launchevent.html'));
}

async function buildPanes(root: string, out: string, entries: Entries, note: Plugin): Promise<void> {
  const pages = ['taskpane', 'activity', 'auth'].map((page) => `addin/src/taskpane/${page}.html`);
  await buildPages(root, { pages, out, servedAt: '/', plugins: [note] }, entries);
  const manifest = await entries.find('addin/src/taskpane/activity.webmanifest');
  if (manifest !== null) await copyFile(manifest, join(out, 'activity.webmanifest'));
}

async function copyIcons(out: string, entries: Entries): Promise<void> {
  const icons = await entries.find('addin/icons');
  if (icons === null) return;
  const names = (await readdir(icons)).filter((name) => name.endsWith('.png'));
  if (names.length === 0) entries.missing.push('addin/icons/*.png');
  await mkdir(join(out, 'icons'), { recursive: true });
  for (const name of names) await cp(join(icons, name), join(out, 'icons', name));
}
