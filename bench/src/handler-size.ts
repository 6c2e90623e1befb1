import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleHandlers } from '../../scripts/build/handlers.ts';
import type { Figure } from './figure.ts';

/** Large handler files load slowly in classic Outlook, and every Send of the company loads this one. */
const MAX_KIB = 32;

/** Size of the event handlers' one file, as it travels. */
export async function run(): Promise<Figure[]> {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const kib = gzipSync(await bundleHandlers(root), { level: 9 }).length / 1024;
  return [
    { name: 'launchevent.js, gzip', value: kib, unit: 'KiB', reference: null, ratio: kib, aim: { atMost: MAX_KIB } },
  ];
}
