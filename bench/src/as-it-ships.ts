import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleForNode } from '../../scripts/build/functions-app.ts';
import { root } from './project.ts';

/**
 * Loads a module bundled as the Function App is. What runs the benches keeps the names of functions, which costs time wherever
 * one is made.
 * @param entry its path in the project.
 */
export async function asItShips(entry: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'readback-bench-'));
  try {
    const bundle = join(folder, 'bundle.cjs');
    await bundleForNode(join(root, entry), bundle);
    const loaded: unknown = createRequire(bundle)(bundle);
    return loaded;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
