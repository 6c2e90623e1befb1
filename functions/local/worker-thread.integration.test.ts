import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RpcHttpRequest } from './rpc.ts';
import { startWorker } from './worker-thread.ts';
import type { WorkerThread } from './worker-thread.ts';

/** Small apps in the built thread: `npm run build` comes first. */

const root = process.cwd();
const request: RpcHttpRequest = {
  url: 'https://x.example/a%20b?c=d',
  method: 'POST',
  nullableHeaders: { 'x-test': { value: 'ü' } },
  nullableQuery: { c: { value: 'd' } },
  nullableParams: { name: { value: 'a b' } },
  body: { bytes: new TextEncoder().encode('body') },
};

let folder: string;
let worker: WorkerThread | null = null;
let lines: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readback-worker-'));
});

afterEach(async () => {
  await worker?.stop();
  worker = null;
  lines = [];
  await rm(folder, { recursive: true });
});

/** Starts an app of this code, in which `app` is Microsoft's and `root` the project's folder. */
async function startApp(code: string, env: Record<string, string> = {}): Promise<WorkerThread> {
  const main = join(folder, 'main.js');
  const library = JSON.stringify(join(root, 'node_modules/@azure/functions'));
  await writeFile(main, `const { app } = require(${library});\n${code}`);
  const script = join(root, 'dist/local/worker.cjs');
  worker = await startWorker({ script, main, keys: { keys: [] }, env, onLog: (text) => lines.push(text) });
  return worker;
}

async function ask(app: WorkerThread, name = 'one') {
  const response = await app.invoke(name, { http: request });
  return { ...response, body: new TextDecoder().decode(response?.body?.bytes) };
}

describe('the thread that runs the app', () => {
  it('registers what the app registers', async () => {
    const app = await startApp(`
      app.http('one', { route: 'a/{name}', methods: ['GET', 'HEAD'], handler: () => ({}) });
      app.timer('two', { schedule: '0 0 0 * * *', handler: () => undefined });
    `);
    expect(app.functions).toMatchObject([{ name: 'one' }, { name: 'two' }]);
    expect(Object.values(app.functions[0]?.bindings ?? {})).toMatchObject([
      { type: 'httpTrigger', route: 'a/{name}', methods: ['GET', 'HEAD'] },
      { type: 'http', direction: 'out' },
    ]);
  });

  it("hands requests over through Microsoft's own conversion", async () => {
    const app = await startApp(`
      app.http('one', { handler: async (request, context) => ({
        status: 418,
        headers: { 'x-url': request.url },
        body: [request.method, request.headers.get('x-test'), request.params.name, context.functionName, await request.text()].join(),
      }) });
    `);
    expect(await ask(app)).toMatchObject({
      statusCode: '418',
      headers: { 'x-url': 'https://x.example/a%20b?c=d' },
      body: 'POST,ü,a b,one,body',
    });
  });

  it('gives the app its settings and nothing else of this process', async () => {
    const app = await startApp(
      `app.http('one', { handler: () => ({ jsonBody: [process.env.SETTING, process.env.PATH ?? null] }) });`,
      { SETTING: 'value' },
    );
    expect(JSON.parse((await ask(app)).body)).toEqual(['value', null]);
  });

  it('reports a handler that throws and goes on', async () => {
    const app = await startApp(`app.http('one', { handler: () => { throw new Error('broken'); } });`);
    await expect(ask(app)).rejects.toThrow('broken');
    await expect(ask(app)).rejects.toThrow('broken');
    await expect(ask(app, 'two')).rejects.toThrow('no function two');
  });

  it('ends with an unhandled rejection, and with it every request', async () => {
    const app = await startApp(`
      app.http('one', { handler: () => { Promise.reject(new Error('forgotten')); return new Promise(() => undefined); } });
    `);
    await expect(ask(app)).rejects.toThrow('forgotten');
    await expect(ask(app)).rejects.toThrow('forgotten');
    expect(lines.join('\n')).toContain('The app has ended');
  });

  it('does not start when the app cannot be loaded', async () => {
    await expect(startApp(`throw new Error('no settings');`)).rejects.toThrow('no settings');
  });

  it('lets the app finish before it ends', async () => {
    const file = join(folder, 'finished');
    const app = await startApp(`
      app.hook.appTerminate(async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        require('node:fs').writeFileSync(${JSON.stringify(file)}, 'yes');
      });
      app.http('one', { handler: () => ({}) });
    `);
    await app.stop();
    expect(await readFile(file, 'utf8')).toBe('yes');
  });

  it('passes on what the app writes', async () => {
    const app = await startApp(`
      app.http('one', { handler: (_, context) => { context.warn('from the context'); console.log('from the console'); return {}; } });
    `);
    await ask(app);
    await app.stop();
    expect(lines.join('\n')).toMatch(/from the context[^]*from the console|from the console[^]*from the context/);
  });
});
