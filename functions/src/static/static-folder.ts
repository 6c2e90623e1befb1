import { createHash } from 'node:crypto';
import { readIfThere } from './read-if-there.ts';

/** A file as it is sent. */
export interface StaticFile {
  contentType: string;
  /** Weak, since one file is sent in several encodings. */
  etag: string;
  bytes: Buffer;
  /** The same, compressed by the build; null where that doesn't pay. */
  compressed: { br: Buffer | null; gzip: Buffer | null };
}

/** Reads a file of the folder by its name, `assets/main-4F2K.js`; null where there is none, or its kind isn't served. */
export type StaticFolder = (name: string) => Promise<StaticFile | null>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  // https://www.w3.org/TR/appmanifest/#media-type-registration
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
};

/** Opens a folder whose files don't change while the app runs: each is read once, when it is first asked for. */
export function openStaticFolder(folder: URL): StaticFolder {
  const known = new Map<string, StaticFile>();
  return async (name) => {
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const file = await readStaticFile(folder, name);
    if (file !== null) known.set(name, file);
    return file;
  };
}

async function readStaticFile(folder: URL, name: string): Promise<StaticFile | null> {
  const contentType = CONTENT_TYPES[/\.([a-z\d]+)$/.exec(name)?.[1] ?? ''];
  if (contentType === undefined || !isPlainPath(name)) return null;
  const bytes = await readIfThere(new URL(name, folder));
  if (bytes === null) return null;
  const compressed = {
    br: await readIfThere(new URL(`${name}.br`, folder)),
    gzip: await readIfThere(new URL(`${name}.gz`, folder)),
  };
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { contentType, etag, bytes, compressed };
}

/** Names of letters, digits, `.`, `_` and `-`, none beginning with a dot: nothing that could leave the folder. */
function isPlainPath(name: string): boolean {
  return name.split('/').every((part) => /^\w[\w.-]*$/.test(part));
}
