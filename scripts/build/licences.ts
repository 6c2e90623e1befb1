import type { Metafile, Plugin } from 'esbuild';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Licences that ask for no more than to be passed on with their text. */
const PERMISSIVE: ReadonlySet<string> = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/** The innermost package that a file belongs to: everything up to its name. */
const PACKAGE_FOLDER = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

const LICENCE_FILE = /^(licen[cs]e|copying|notice)(-\w+)?(\.(md|txt))?$/i;

/** Notes the folders of the packages of which something went into a bundle. */
export function notePackages(folders: Set<string>): Plugin {
  return {
    name: 'note-packages',
    setup(build) {
      build.initialOptions.metafile = true;
      const root = build.initialOptions.absWorkingDir ?? process.cwd();
      build.onEnd(({ metafile }) => {
        if (metafile !== undefined) for (const folder of packagesIn(metafile, root)) folders.add(folder);
      });
    },
  };
}

/** Absolute paths; a file that left no byte behind doesn't count. */
export function packagesIn(metafile: Metafile, root: string): readonly string[] {
  const folders = new Set<string>();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      // A namespace may stand before the path.
      const folder = PACKAGE_FOLDER.exec(`/${input.replace(/^[\w-]+:/, '')}`)?.[1];
      if (folder === undefined || bytesInOutput === 0) continue;
      const path = folder.slice(1);
      folders.add(path.startsWith('/') ? path : join(root, path));
    }
  }
  return [...folders];
}

/**
 * What the licences of packages ask to be passed on: each package's name, version and licence with its text.
 * Rejects, and names the package, where one may not be passed on so simply.
 */
export async function gatherLicences(folders: Iterable<string>): Promise<string> {
  const entries = new Map<string, string>();
  for (const folder of folders) {
    const { title, licence } = await describePackage(folder);
    if (!PERMISSIVE.has(licence)) throw new Error(`${title} is under ${licence}: look whether it may be delivered`);
    entries.set(title, `${title} (${licence})\n\n${await licenceText(folder)}\n`);
  }
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
  return `Programs of others in what is delivered, and their licences\n\n${sorted.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

async function describePackage(folder: string): Promise<{ title: string; licence: string }> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const fields = new Map<string, unknown>(manifest instanceof Object ? Object.entries(manifest) : []);
  // Old manifests say their licence in other ways, which nobody looked at.
  const textOf = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : 'unknown';
  };
  return { title: `${textOf('name')} ${textOf('version')}`, licence: textOf('license') };
}

async function licenceText(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => LICENCE_FILE.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.length === 0 ? 'The package comes without a text.' : texts.map((text) => text.trim()).join('\n\n');
}
