import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The path of something that `npm run build` makes. Rejects with what to do where it isn't there. */
export async function pathOfBuilt(name: string): Promise<string> {
  const path = join(root, 'dist/app', name);
  await access(path).catch((cause: unknown) => {
    throw new Error(`There is no dist/app/${name}: run \`npm run build\` first`, { cause });
  });
  return path;
}
