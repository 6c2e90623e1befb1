import type { OnLoadResult, OnResolveArgs, OnResolveResult, Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname, sep } from 'node:path';

/** Marks what comes along with a package that stands apart. */
const NAMESPACE = 'apart';

/** A package whose own packages are bundled a second time, for it alone. */
export interface ApartOptions {
  /** Its name. */
  name: string;
  /** Packages of which there may be only one, since they hold what all share. */
  shared: readonly string[];
}

/**
 * Gives a package copies of its own of what it imports. esbuild splits by file: what a package that is loaded late takes
 * through the same barrels as the first view would end up in the first view (docs/decisions/0137).
 */
export function standApart({ name, shared }: ApartOptions): Plugin {
  return {
    name: 'stand-apart',
    setup(build) {
      const resolve = async (args: OnResolveArgs): Promise<OnResolveResult | undefined> => {
        const { importer, resolveDir, kind } = args;
        // The question comes back here once more; then the usual way answers it.
        if (isAsked(args.pluginData)) return undefined;
        const found = await build.resolve(args.path, { importer, resolveDir, kind, pluginData: ASKED });
        if (found.errors.length > 0) return { errors: found.errors, warnings: found.warnings };
        if (found.external || shared.some((each) => isOf(found.path, each))) return found;
        return { path: found.path, namespace: NAMESPACE, sideEffects: found.sideEffects };
      };
      build.onResolve({ filter: new RegExp(`^${name}(/|$)`) }, resolve);
      build.onResolve({ filter: /.*/, namespace: NAMESPACE }, resolve);
      build.onLoad({ filter: /.*/, namespace: NAMESPACE }, async ({ path }): Promise<OnLoadResult> => {
        return { contents: await readFile(path, 'utf8'), loader: 'js', resolveDir: dirname(path) };
      });
    },
  };
}

const ASKED = { isAsked: true };

function isAsked(data: unknown): boolean {
  return data === ASKED;
}

function isOf(path: string, packageName: string): boolean {
  return path.includes(`${sep}node_modules${sep}${packageName.split('/').join(sep)}${sep}`);
}
