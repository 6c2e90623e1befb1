import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const COMPRESSIBLE = ['.css', '.html', '.js', '.json', '.svg'];

/** Below this a compressed copy saves no packet. */
const MIN_BYTES = 1024;

/** Brotli's best takes seconds for a megabyte; this is a few per cent larger. */
const BROTLI_QUALITY = 9;

/** Puts `name.br` and `name.gz` beside the texts of a folder: the Functions host compresses nothing itself. */
export async function compressFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && COMPRESSIBLE.includes(extname(entry.name)))
      await compressFile(join(entry.parentPath, entry.name));
  }
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < MIN_BYTES) return;
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } };
  const [br, gz] = await Promise.all([compressBrotli(bytes, options), compressGzip(bytes, { level: 9 })]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}
