import { join } from 'node:path';
import { findFunction } from './find-function.ts';
import type { FunctionMetadata, RpcBinding, RpcHttpResponse } from './rpc.ts';
import { startWorker } from './worker-thread.ts';
import type { WorkerThread } from './worker-thread.ts';

/** What the built bundle registers, with no setting at all: `npm run build` comes first. */

let worker: WorkerThread;

beforeAll(async () => {
  worker = await startWorker({
    script: join(process.cwd(), 'dist/local/worker.cjs'),
    main: join(process.cwd(), 'dist/app/main.js'),
    keys: { keys: [] },
    env: {},
    onLog: () => undefined,
  });
});

afterAll(() => worker.stop());

function triggerOf({ bindings }: FunctionMetadata): RpcBinding | undefined {
  return Object.values(bindings).find(({ type }) => /trigger$/i.test(type));
}

/** Each function that a request triggers, with its methods and a path that it is meant for. */
function httpFunctions(): { name: string; methods: readonly string[]; path: string }[] {
  return worker.functions.flatMap((each) => {
    const { type, route = '', methods = [] } = triggerOf(each) ?? { type: '' };
    return type === 'httpTrigger' ? [{ name: each.name, methods, path: `/${route.replace(/\{\w+\}/g, 'x')}` }] : [];
  });
}

async function ask(name: string, method: string, path: string): Promise<RpcHttpResponse> {
  const nothing = { nullableHeaders: {}, nullableQuery: {}, nullableParams: {} };
  const http = { ...nothing, url: `https://readback.contoso.com${path}`, method, body: null };
  return (await worker.invoke(name, { http })) ?? {};
}

describe('the built bundle', () => {
  it('registers every door, each found by the host under its own path', () => {
    const functions = httpFunctions();
    expect(functions.length).toBeGreaterThan(20);
    for (const { name, methods, path } of functions) {
      for (const method of methods) expect(findFunction(worker.functions, method, path)?.name).toBe(name);
    }
  });

  it('asks nobody for a key of the host, and leaves no prefix before its paths', async () => {
    for (const each of worker.functions) {
      const trigger = triggerOf(each);
      if (trigger?.type === 'httpTrigger') expect(trigger).toMatchObject({ authLevel: 'anonymous' });
    }
    const host: unknown = await import(join(process.cwd(), 'dist/app/host.json'));
    expect(host).toMatchObject({ extensions: { http: { routePrefix: '' } } });
  });

  it('sweeps once a day, and looks for Apple’s list once a week', async () => {
    const timers = worker.functions.map(triggerOf).filter((trigger) => trigger?.type === 'timerTrigger');
    expect(timers).toHaveLength(2);
    expect(timers).toContainEqual(
      expect.objectContaining({ schedule: expect.stringMatching(/^\d+ \d+ \d+ \* \* \*$/) }),
    );
    expect(timers).toContainEqual(
      expect.objectContaining({ schedule: expect.stringMatching(/^\d+ \d+ \d+ \* \* [1-7]$/) }),
    );
    expect(
      await worker.invoke('sweep', { json: '{"IsPastDue":false,"Schedule":{},"ScheduleStatus":null}' }),
    ).toBeNull();
  });

  it('answers every route without a single setting', async () => {
    const statuses: Record<string, string | undefined> = {};
    for (const { name, methods, path } of httpFunctions()) {
      statuses[name] = (await ask(name, methods[0] ?? 'GET', path)).statusCode;
    }
    expect(statuses).toEqual({
      pixel: '200',
      redirect: '503',
      register: '503',
      settings: '503',
      'open-mailbox': '503',
      'raise-generation': '503',
      'list-messages': '503',
      'get-message': '503',
      'put-message': '503',
      'delete-message': '503',
      'switch-tracking': '503',
      'correct-hit': '503',
      'announce-viewing': '503',
      'get-overview': '503',
      'list-activity': '503',
      'list-digest': '503',
      'list-domains': '503',
      'get-preferences': '503',
      'put-preferences': '503',
      'put-settings': '503',
      health: '200',
      consent: '200',
      support: '200',
      'allowed-origins': '200',
      pane: '200',
      activity: '200',
      'activity-manifest': '200',
      auth: '200',
      'launchevent-page': '200',
      'launchevent-script': '200',
      assets: '404',
      icons: '404',
    });
  });

  it.each([
    ['launchevent-script', '/launchevent.js', /^public, max-age=\d{5,}, stale-while-revalidate=\d+$/],
    ['launchevent-page', '/launchevent.html', /^public, max-age=\d{5,}, stale-while-revalidate=\d+$/],
    ['pane', '/taskpane.html', /^no-cache$/],
    ['activity-manifest', '/activity.webmanifest', /^no-cache$/],
    ['icons', '/icons/readback-16.png', /^public, max-age=/],
    ['pixel', '/o/x', /^no-store/],
  ])('says how long %s may be kept', async (name, path, caching) => {
    const { statusCode, headers } = await ask(name, 'GET', path);
    expect(statusCode).toBe('200');
    expect(headers?.['cache-control']).toMatch(caching);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});
