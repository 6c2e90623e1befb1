import { access } from 'node:fs/promises';
import { join } from 'node:path';

/** Looks for the files that a build starts from and remembers those that aren't there, so that none is skipped in silence. */
export class Entries {
  readonly missing: string[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** The absolute path of a source file; null, and noted as missing, where there is none. */
  async find(path: string): Promise<string | null> {
    const absolute = join(this.#root, path);
    try {
      await access(absolute);
      return absolute;
    } catch {
      this.missing.push(path);
      return null;
    }
  }
}
