import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { associatedFunctions } from './associated-functions.ts';
import type { ManifestSurroundings } from './manifest-view.ts';

const PNG_SIGNATURE = '89504e470d0a1a0a';

/** Edge length of a square PNG; null for any other file. Layout: PNG specification, 5.2 and 11.2.1. */
export function squarePngSize(file: Buffer): number | null {
  if (file.length < 24 || file.toString('hex', 0, 8) !== PNG_SIGNATURE) return null;
  const width = file.readUInt32BE(16);
  return width === file.readUInt32BE(20) ? width : null;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null; // the rule names the missing file
  }
}

/** The project's own handlers and icons, which every installation serves. */
export async function readSurroundings(projectRoot: string): Promise<ManifestSurroundings> {
  return {
    functions: await associatedFunctions(join(projectRoot, 'addin/src/send/launchevent.ts')),
    iconSize: (path) => {
      const file = readIfThere(join(projectRoot, 'addin', path));
      return file === null ? null : squarePngSize(file);
    },
  };
}
