import { extname, join } from 'node:path';
import { readIfThere } from '../src/static/read-if-there.ts';
import type { HostAnswer } from './functions-host.ts';

/** Folders of this machine from which files are served. */
export interface LocalFolders {
  /** The built simulator. */
  simulator: string;
  /** Microsoft's Office.js, from its package. */
  officeJs: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The simulator at `/` and `/simulator/`, Office.js below `/local/office-js/`. Null: nothing of that name. */
export async function readLocalFile(folders: LocalFolders, path: string): Promise<HostAnswer | null> {
  const simulated = path === '/' ? '/simulator/index.html' : path.replace(/\/$/, '/index.html');
  return (
    (await readBelow(folders.simulator, simulated, '/simulator/')) ??
    (await readBelow(folders.officeJs, path, '/local/office-js/'))
  );
}

async function readBelow(folder: string, path: string, prefix: string): Promise<HostAnswer | null> {
  const name = path.slice(prefix.length);
  if (!path.startsWith(prefix) || !name.split('/').every((part) => /^\w[\w.-]*$/.test(part))) return null;
  const contentType = CONTENT_TYPES[extname(name).toLowerCase()];
  if (contentType === undefined) return null;
  const body = await readIfThere(join(folder, name));
  return body && { status: 200, headers: { 'content-type': contentType, 'cache-control': 'no-cache' }, body };
}
