import { createRoutes } from './routes.ts';
import type { Route } from './routes.ts';
import { createTestApp } from './app.fixture.ts';

const routes = createRoutes(createTestApp().app, async () => null);

/** The host's own way: sorted by lower-cased name, the first whose path and method match (azure.md 2). */
function findAsHost(method: string, path: string): Route | undefined {
  const sorted = [...routes].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return sorted.find((route) => {
    const pattern = route.path
      .split('/')
      .map((part) => (/^\{\w+\}$/.test(part) ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('/');
    const matches = new RegExp(`^/${pattern}/?$`, 'i').test(path);
    return matches && route.methods.some((each) => each === method);
  });
}

const samples: Readonly<Record<string, string>> = { token: 'EQAAA', id: 'f'.repeat(24), name: 'main-ABC.js' };

/** A path that a route is meant for. */
function samplePath(route: Route): string {
  return `/${route.path.replace(/\{(\w+)\}/g, (_, name: string) => samples[name] ?? '')}`;
}

const cases = routes.flatMap((route) =>
  route.methods.map((method): [string, string, Route] => [method, samplePath(route), route]),
);

describe('the route table', () => {
  it.each(cases)('answers %s %s with the function that is meant', (method, path, route) => {
    expect(findAsHost(method, path)?.name).toBe(route.name);
    expect(findAsHost(method, path.toUpperCase())?.name).toBe(route.name);
    expect(findAsHost(method, `${path}/`)?.name).toBe(route.name);
  });

  it.each([
    ['POST', '/o/EQAAA'],
    ['POST', '/c/EQAAA'],
    ['GET', '/m/EQAAA'],
    ['DELETE', '/api/mailbox'],
    ['OPTIONS', '/m/EQAAA'],
    ['GET', '/o/'],
    ['GET', '/o/a/b'],
    ['GET', '/'],
    ['GET', '/host.json'],
    ['GET', '/main.js'],
    ['GET', '/launchevent.js.br'],
    ['GET', '/.well-known/anything'],
  ])('has nothing for %s %s', (method, path) => {
    expect(findAsHost(method, path)).toBeUndefined();
  });

  it('names each function once, as the host allows names', () => {
    const names = routes.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]{0,60}$/);
  });

  it('stays out of the paths that the host keeps for itself', () => {
    for (const { path } of routes) expect(path).not.toMatch(/^(admin|runtime)/i);
  });

  it('holds every door of the design', () => {
    const doors = routes.flatMap(({ methods, path }) => methods.map((method) => `${method} /${path}`));
    expect(doors).toEqual(
      expect.arrayContaining([
        'GET /o/{token}',
        'HEAD /o/{token}',
        'GET /c/{token}',
        'HEAD /c/{token}',
        'POST /m/{token}',
        'GET /settings',
        'POST /api/mailbox',
        'GET /api/messages',
        'GET /api/messages/{id}',
        'PUT /api/messages/{id}',
        'DELETE /api/messages/{id}',
        'POST /api/messages/{id}/corrections',
        'POST /api/viewing',
        'GET /api/activity',
        'GET /api/domains',
        'PUT /api/settings',
        'POST /api/mailbox/generation',
        'GET /healthz',
        'GET /activity',
      ]),
    );
  });
});
