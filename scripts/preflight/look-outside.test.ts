import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { ask, inspectCertificate } from './look-outside.ts';

describe('looking outside', () => {
  let server: Server;
  let host = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/elsewhere') response.writeHead(302, { Location: 'http://192.0.2.1/' });
      response.end(Buffer.from([0x47, 0xff, 0x00]));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('keeps every byte of an answer and tells how long it took', async () => {
    const answer = await ask(`http://${host}/`);
    expect(answer).toMatchObject({ status: 200, body: 'G\u00ff\u0000' });
    expect(answer.millis).toBeGreaterThan(0);
  });

  it('does not follow a redirect', async () => {
    const answer = await ask(`http://${host}/elsewhere`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('http://192.0.2.1/');
  });

  it('rejects when nobody listens', async () => {
    await expect(ask('http://127.0.0.1:1/')).rejects.toThrow('http://127.0.0.1:1 not reached');
  });

  it('has no certificate of a host without TLS', async () => {
    await expect(inspectCertificate(`https://${host.replace('127.0.0.1', 'localhost')}`)).rejects.toThrow();
  });
});
