import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenNeeded } from './build-when-needed.ts';
import { requireDataFolder } from './data-folder.ts';
import { explainStart } from './explain-start.ts';
import { listenLocally } from './local-server.ts';
import { readCertificate } from './read-certificate.ts';
import { startLocal } from './start-local.ts';
import type { LocalApp } from './start-local.ts';
import { readStartOptions, USAGE } from './start-options.ts';
import type { StartOptions } from './start-options.ts';
import { whereTyped } from './where-typed.ts';

/** `npm start`: everything on this machine, until Ctrl-C. */

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** How often to look whether whoever started this is still there: npm's shell may end without passing its signal on. */
const PARENT_CHECK_MS = 500;

async function start(options: StartOptions, signal: AbortSignal): Promise<LocalApp> {
  await requireFreePort(options.port);
  const files = options.certificate;
  const certificate = files === null ? null : await readCertificate(whereTyped(files.cert), whereTyped(files.key));
  const dataDir = options.dataDir === null ? join(root, '.data') : whereTyped(options.dataDir);
  await requireDataFolder(dataDir);
  await buildWhenNeeded(root, signal, console.log);
  console.log('Starting storage and app…');
  const { TABLES_CONNECTION, ...settings } = ownSettings();
  return await startLocal({
    port: options.port,
    dataDir,
    settings,
    onLog: (text) => console.log(text),
    ...(TABLES_CONNECTION === undefined ? {} : { tablesConnection: TABLES_CONNECTION }),
    ...(certificate === null ? {} : { certificate }),
  });
}

/** Whatever stands in the environment goes to the app, as on Azure; it picks its settings itself. */
function ownSettings(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Says at once that a port is taken, and not after the build. */
async function requireFreePort(port: number): Promise<void> {
  const probe = await listenLocally(port, null, (_, response) => response.end());
  await probe.close();
}

/** Resolves when the person or the system wants this to end. */
function untilAsked(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    setInterval(() => {
      if (process.ppid !== parent) resolve();
    }, PARENT_CHECK_MS).unref();
  });
}

async function main(): Promise<number> {
  const reading = readStartOptions(process.argv.slice(2));
  if (!reading.ok) {
    console.error(`${reading.problem}\n\n${USAGE}`);
    return 2;
  }
  if ('help' in reading) {
    console.log(USAGE);
    return 0;
  }
  const stopping = new AbortController();
  const asked = untilAsked().then(() => stopping.abort());
  let app: LocalApp;
  try {
    app = await start(reading.options, stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) console.error(explainStart(error));
    return stopping.signal.aborted ? 0 : 1;
  }
  console.log(`\nReadback runs at ${app.origin}   (Ctrl-C ends it)\n`);
  await asked;
  console.log('Stopping…');
  await app.stop();
  return 0;
}

// Whatever may still be open (a browser's connection, say) must not keep the terminal.
process.exit(await main());
