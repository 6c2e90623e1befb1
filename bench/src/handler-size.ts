import { gzipSync } from 'node:zlib';
import { bundleHandlers } from '../../scripts/build/handlers.ts';
import { atMost, type Figure } from './figure.ts';
import { root } from './project.ts';

/** Large handler files load slowly in classic Outlook, and every Send of the company loads this one. */
const MAX_KIB = 32;

/** Size of the event handlers' one file, as it travels. */
export async function run(): Promise<Figure[]> {
  const kib = gzipSync(await bundleHandlers(root), { level: 9 }).length / 1024;
  return [atMost(MAX_KIB, { name: 'launchevent.js, gzip', value: kib, unit: 'KiB' })];
}
