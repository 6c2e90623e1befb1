import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HttpRequest, InvocationContext } from '@azure/functions';
import type { HttpResponseInit } from '@azure/functions';
import { textOf } from '../answer.fixture.ts';
import { createStaticFile, createStaticFiles } from '../handlers/static-file.ts';
import { openStaticFolder } from './static-folder.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readback-static-'));
  await mkdir(join(folder, 'public/assets'), { recursive: true });
  await writeFile(join(folder, 'main.js'), 'secret');
  await writeFile(join(folder, 'public/page.html'), '<p>page</p>');
  await writeFile(join(folder, 'public/assets/main-A1.js'), 'plain');
  await writeFile(join(folder, 'public/assets/main-A1.js.br'), 'brotli');
  await writeFile(join(folder, 'public/assets/main-A1.js.gz'), 'gzip');
  await writeFile(join(folder, 'public/assets/notes.txt'), 'not served');
});

afterAll(() => rm(folder, { recursive: true }));

async function get(path: string, headers: Record<string, string> = {}): Promise<HttpResponseInit> {
  const files = openStaticFolder(pathToFileURL(join(folder, 'public/')));
  const handler = path.startsWith('/assets/')
    ? createStaticFiles(files, 'assets', 'hashed')
    : createStaticFile(files, path.slice(1), 'page');
  return await handler(
    new HttpRequest({ method: 'GET', url: `https://x.example${path}`, headers }),
    new InvocationContext(),
  );
}

describe('static files', () => {
  it('are sent with their kind and how long they hold', async () => {
    const answer = await get('/page.html');
    expect(answer).toMatchObject({ status: 200, body: Buffer.from('<p>page</p>') });
    expect(answer.headers).toMatchObject({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
    expect((await get('/assets/main-A1.js')).headers).toMatchObject({
      'Cache-Control': expect.stringContaining('immutable'),
    });
  });

  it.each([
    ['br, gzip', 'brotli', 'br'],
    ['gzip', 'gzip', 'gzip'],
    ['gzip, deflate, br;q=0', 'gzip', 'gzip'],
    ['identity', 'plain', undefined],
    ['', 'plain', undefined],
  ])('are sent to a client that takes %j as %s', async (accepted, body, coding) => {
    const answer = await get('/assets/main-A1.js', { 'accept-encoding': accepted });
    expect(textOf(answer)).toBe(body);
    expect(new Headers(answer.headers).get('content-encoding') ?? undefined).toBe(coding);
    expect(new Headers(answer.headers).get('vary')).toBe('Accept-Encoding');
  });

  it('are not sent again to who has them', async () => {
    const etag = new Headers((await get('/page.html')).headers).get('etag') ?? '';
    expect(await get('/page.html', { 'if-none-match': `"other", ${etag}` })).toMatchObject({ status: 304 });
    expect(await get('/page.html', { 'if-none-match': '"other"' })).toMatchObject({ status: 200 });
  });

  it.each([
    '/assets/none.js',
    '/assets/notes.txt',
    '/assets/..%2F..%2Fmain.js',
    '/assets/%2e%2e%2fmain.js',
    '/assets/main-A1.js.br',
    '/assets/.js',
    '/assets/',
    '/assets/main-A1.js%00',
  ])('never holds %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404 });
  });
});
