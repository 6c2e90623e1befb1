import { build } from 'esbuild';
import { join } from 'node:path';
import type { Entries } from './entries.ts';
import { BROWSER_OPTIONS, buildPages } from './web-pages.ts';

/** The Outlook, the recipient's mail program, and a page for links to lead to. */
const PAGES = ['index', 'inbox', 'example'].map((name) => `simulator/src/${name}.html`);

/** The simulated Outlook: `dist/simulator`, never part of what is deployed. */
export async function buildSimulator(root: string, out: string, entries: Entries): Promise<void> {
  await buildPages(root, { pages: PAGES, out, servedAt: '/simulator/' }, entries);
  const shim = await entries.find('simulator/src/shim.ts');
  if (shim !== null) {
    // What pages of the add-in load in place of Microsoft's office.js when the simulator shows them.
    await build({
      ...BROWSER_OPTIONS,
      entryPoints: [shim],
      outfile: join(out, 'office.js'),
      format: 'iife',
      target: 'es2022',
    });
  }
}
