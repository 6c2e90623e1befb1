import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCrossings } from './boundaries/find-crossings.ts';
import type { SourceFile } from './boundaries/find-crossings.ts';
import { ROOMS } from './boundaries/rooms.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Left out: code that is meant to be wrong. */
const LINT_FIXTURE = 'scripts/lint-fixture/';

async function readRoom(folder: string): Promise<readonly SourceFile[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith(LINT_FIXTURE) && !path.includes('/node_modules/'));
  return Promise.all(
    paths.toSorted().map(async (path) => ({ path, source: await readFile(join(root, path), 'utf8') })),
  );
}

const files = (await Promise.all(ROOMS.map(({ folder }) => readRoom(folder)))).flat();
const crossings = findCrossings(files);
for (const { path, message } of crossings) console.error(`${path} ${message}`);
if (crossings.length === 0) console.log(`boundaries: ${files.length} files keep to their rooms`);
else process.exitCode = 1;
