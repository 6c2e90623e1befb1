import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { atMost, type Figure } from './figure.ts';
import { pathOfBuilt } from './project.ts';

/** What the pane's first view makes the browser load, and that the charts come apart from it. */

/** KB of JavaScript before a first view is drawn, as issue 4 asks. */
const MAX_FIRST_VIEW = 190;

/** KB that only whoever opens a chart loads: Fluent's charts with what they stand on, measured at 127 and rounded up. */
const MAX_CHARTS = 140;

/** Whatever the pane may be opened at; each is loaded by name. */
const FIRST_VIEWS = ['compose-view', 'read-view', 'activity-view'];

export async function run(): Promise<Figure[]> {
  const files = await readScripts();
  const main = loadedWith(files, [nameOf(files, 'main')]);
  const views = FIRST_VIEWS.map((view) => {
    const all = loadedWith(files, [...main, nameOf(files, view)]);
    return size(MAX_FIRST_VIEW, `${view} with all it needs`, kilobytes(files, all));
  });
  const beforeCharts = loadedWith(files, [...main, nameOf(files, 'insights-view')]);
  const charts = loadedWith(files, [nameOf(files, 'column-chart'), nameOf(files, 'bar-chart')]);
  const onlyCharts = new Set([...charts].filter((name) => !beforeCharts.has(name)));
  return [
    ...views,
    size(MAX_FIRST_VIEW, 'insights-view before its charts', kilobytes(files, beforeCharts)),
    size(MAX_CHARTS, 'the charts by themselves', kilobytes(files, onlyCharts)),
  ];
}

function size(limit: number, what: string, value: number): Figure {
  return atMost(limit, { name: `${what}, gzip`, value, unit: 'KB' });
}

/** The built scripts by name. */
async function readScripts(): Promise<ReadonlyMap<string, string>> {
  const assets = await pathOfBuilt('public/assets');
  const names = await readdir(assets);
  const scripts = names.filter((name) => name.endsWith('.js'));
  return new Map(
    await Promise.all(scripts.map(async (name) => [name, await readFile(join(assets, name), 'utf8')] as const)),
  );
}

/** The full name of the file that was made of a source with this name. */
function nameOf(files: ReadonlyMap<string, string>, source: string): string {
  const found = [...files.keys()].find((name) => name.startsWith(`${source}-`));
  if (found === undefined) throw new Error(`Nothing was built from ${source}: has it another name now?`);
  return found;
}

/** Those files and all that they import at once; what they load later isn't counted. */
function loadedWith(files: ReadonlyMap<string, string>, names: readonly string[]): ReadonlySet<string> {
  const loaded = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const source = files.get(name);
    if (source === undefined || loaded.has(name)) continue;
    loaded.add(name);
    // esbuild writes `import{…}from"/assets/name.js"` and `import"/assets/name.js"`; `import("/assets/name.js")` comes later.
    for (const [, imported = ''] of source.matchAll(/(?:from|import)\s*"\/assets\/([^"]+)"/g)) waiting.push(imported);
  }
  return loaded;
}

function kilobytes(files: ReadonlyMap<string, string>, names: ReadonlySet<string>): number {
  return [...names].reduce((sum, name) => sum + gzipSync(files.get(name) ?? '', { level: 9 }).length, 0) / 1000;
}
