import type { IncomingMessage, RequestListener } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startAzurite } from './azurite.ts';
import { createFunctionsHost, plain, sendAnswer } from './functions-host.ts';
import type { FunctionsHost, HostAnswer } from './functions-host.ts';
import { createIdentityProvider } from './identity-provider.ts';
import { answerLocalDoor } from './local-doors.ts';
import type { LocalParts } from './local-doors.ts';
import { readLocalFile } from './local-files.ts';
import type { LocalFolders } from './local-files.ts';
import { localisePage } from './local-pages.ts';
import { listenLocally } from './local-server.ts';
import type { Certificate } from './local-server.ts';
import { describeDefaults, loadSecrets } from './local-settings.ts';
import type { Settings } from './local-settings.ts';
import { startLocalPost } from './post/local-post.ts';
import { createKnocker } from './programs/knock.ts';
import { createProgramPlayer } from './programs/program-player.ts';
import { readTarget } from './shape-request.ts';
import { startWorker } from './worker-thread.ts';

/** How the app runs on this machine. */
export interface LocalOptions {
  /** 0: any free one. */
  port: number;
  /** Where data and secrets are kept; null: in memory, until the end. */
  dataDir: string | null;
  /** Storage to use in place of an Azurite of our own. */
  tablesConnection?: string;
  /** Settings that differ from the local defaults; an empty text counts as not set. */
  settings?: Settings;
  /** Absent: http. */
  certificate?: Certificate;
  /** Where the app's and the host's lines go; absent: nowhere. */
  onLog?: (text: string) => void;
}

/** The app with everything around it. */
export interface LocalApp {
  /** `http://localhost:7071`. */
  origin: string;
  /** Ends everything that was started; the app writes first what still waits. */
  stop(): Promise<void>;
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const FOLDERS: LocalFolders = {
  simulator: join(root, 'dist/simulator'),
  officeJs: join(root, 'node_modules/@microsoft/office-js/dist'),
};

/** Starts the built app (`npm run build` first) with storage, identity provider and simulator. Rejects with PortTaken. */
export async function startLocal(options: LocalOptions): Promise<LocalApp> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
  };
  try {
    return { origin: await startParts(options, undo), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts one part after the other, noting how each is ended. */
async function startParts(options: LocalOptions, undo: (() => Promise<void>)[]): Promise<string> {
  let listener: RequestListener | null = null;
  const server = await listenLocally(options.port, options.certificate ?? null, (request, response) => {
    if (listener === null) sendAnswer(response, plain(503));
    else listener(request, response);
  });
  undo.push(() => server.close());
  const origin = `${options.certificate === undefined ? 'http' : 'https'}://localhost:${server.port}`;

  const tables = options.tablesConnection ?? (await startStorage(options.dataDir, undo));
  const env: Settings = {
    ...describeDefaults(origin, await loadSecrets(options.dataDir)),
    TABLES_CONNECTION: tables,
    ...options.settings,
  };
  const identity = await createIdentityProvider({ tenantId: env['TENANT_ID'] ?? '', clientId: env['CLIENT_ID'] ?? '' });
  const onLog = options.onLog ?? (() => undefined);
  const worker = await startWorker({
    script: join(root, 'dist/local/worker.cjs'),
    main: join(root, 'dist/app/main.js'),
    keys: identity.keys,
    env,
    onLog,
  });
  undo.push(() => worker.stop());
  const host = createFunctionsHost(worker, origin, onLog);
  const post = await startLocalPost({ onLog });
  undo.push(() => post.stop());
  const trackingOrigin = env['TRACKING_ORIGIN'] ?? origin;
  const knock = createKnocker(origin, trackingOrigin);
  const player = createProgramPlayer({ trackingOrigin, knock, now: Date.now, wait: setTimeout });
  listener = listenWith({ identity, post, player, host }, onLog);
  return origin;
}

async function startStorage(dataDir: string | null, undo: (() => Promise<void>)[]): Promise<string> {
  const azurite = await startAzurite({ folder: dataDir === null ? null : join(dataDir, 'tables') });
  undo.push(() => azurite.stop());
  return azurite.connection;
}

function listenWith(parts: LocalParts, onLog: (text: string) => void): RequestListener {
  return (request, response) => {
    answer(request, parts)
      .catch((error: unknown) => {
        onLog(`${request.method} ${request.url} failed: ${String(error)}`);
        return plain(500);
      })
      .then((made) => sendAnswer(response, made))
      .catch((error: unknown) => {
        onLog(`An answer could not be sent: ${String(error)}`);
        response.destroy();
      });
  };
}

/** The app's own routes come last: none of the local ones stands where one of them could. */
async function answer(request: IncomingMessage, parts: LocalParts): Promise<HostAnswer> {
  const { path } = readTarget(request);
  if (path === null) return plain(400);
  const frame = /^\/simulator\/frame(\/.+)$/.exec(path)?.[1];
  if (frame !== undefined) return await answerFrame(request, frame, parts.host);
  return (
    (await answerLocalDoor(request, path, parts)) ??
    (await readLocalFile(FOLDERS, path)) ??
    localisePage(await parts.host.answer(request), '/local/office-js/office.js')
  );
}

/** A file of the add-in as Outlook would load it, its pages with the simulator in the place of Outlook. */
async function answerFrame(request: IncomingMessage, file: string, host: FunctionsHost): Promise<HostAnswer> {
  request.url = `${file}${readTarget(request).query}`;
  return localisePage(await host.answer(request), '/simulator/office.js');
}
