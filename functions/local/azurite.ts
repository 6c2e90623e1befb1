import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A running Azurite: tables, and blobs where they were asked for. */
export interface Azurite {
  /** Of the tables. */
  port: number;
  /** What a client connects with. */
  connection: string;
  /** Ends it, data written; nothing is left behind. */
  stop(): Promise<void>;
}

export interface AzuriteOptions {
  /** Folder for the data, made if it isn't there. Null: in memory, gone with the process. */
  folder: string | null;
  /** Of the tables; default: a free one. */
  port?: number;
  /** Whether blobs are kept too, on a free port; default: tables alone. */
  blobs?: boolean;
}

/** The services of Azurite that are used here. */
type Service = 'table' | 'blob';

/** The account that every Azurite has, in Microsoft's documentation: no secret. */
const ACCOUNT = 'devstoreaccount1';
const ACCOUNT_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;

/** Ends Azurite when the pipe to its parent closes, however the parent ended. */
const END_WITH_PARENT = `data:text/javascript,process.stdin.resume().on('end',()=>process.kill(process.pid,'SIGINT'))`;

/**
 * Starts Azurite's services as children of our own, not through npx, which would leave them running (azure.md §17).
 * Rejects with an Error that says why when one doesn't start.
 */
export async function startAzurite({ folder, port: wanted, blobs = false }: AzuriteOptions): Promise<Azurite> {
  const port = wanted ?? (await freePort());
  const tables = await startService('table', port, folder);
  if (!blobs) return { port, connection: connectionTo(port), stop: () => stop(tables) };
  try {
    const blobPort = await freePort();
    const blob = await startService('blob', blobPort, folder);
    const connection = `${connectionTo(port)}BlobEndpoint=${endpointOf(blobPort)};`;
    return { port, connection, stop: () => stopAll([tables, blob]) };
  } catch (error) {
    await stop(tables);
    throw error;
  }
}

/** The connection string of Azurite's tables, or of a proxy before them, on a port of this machine. */
export function connectionTo(port: number): string {
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${ACCOUNT}`,
    `AccountKey=${ACCOUNT_KEY}`,
    `TableEndpoint=${endpointOf(port)};`,
  ].join(';');
}

function endpointOf(port: number): string {
  return `http://127.0.0.1:${port}/${ACCOUNT}`;
}

async function startService(service: Service, port: number, folder: string | null): Promise<ChildProcess> {
  const program = createRequire(join(process.cwd(), 'package.json')).resolve(`azurite/dist/src/${service}/main.js`);
  const place = [`--${service}Host`, '127.0.0.1', `--${service}Port`, String(port)];
  const data = folder === null ? ['--inMemoryPersistence'] : ['--location', folder];
  const quiet = ['--silent', '--disableTelemetry', '--skipApiVersionCheck'];
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, program, ...place, ...data, ...quiet], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // In a group of its own: Ctrl-C must reach us first, who still have to write into it.
    detached: true,
  });
  await whenStarted(child);
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer();
  return await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function whenStarted(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`Azurite did not start: ${why}. ${said}`.trim()));
    };
    const late = setTimeout(() => fail('it said nothing in time'), START_WITHIN_MS);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      if (!/successfully (started|listens)/.test(said)) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => {
      clearTimeout(late);
      fail(`it ended with code ${code}`);
    });
  });
  // What it says later fills no pipe, and holds nobody up.
  for (const stream of [child.stdout, child.stderr]) stream?.removeAllListeners('data').resume();
}

async function stopAll(children: readonly ChildProcess[]): Promise<void> {
  await Promise.all(children.map(stop));
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  child.stdin?.end();
  await ended;
  clearTimeout(late);
}
