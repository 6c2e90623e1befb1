import { readFile } from 'node:fs/promises';

/** The bytes of a file; null where there is no such file. Rejects for any other reason. */
export async function readIfThere(file: string | URL): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** Nothing of that name, or a folder. */
function isAbsence(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR';
}
