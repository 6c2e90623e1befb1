import { resolve } from 'node:path';

/** The file that a relative path means to whoever typed it: npm runs scripts in the project's root, wherever that was. */
export function whereTyped(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}
