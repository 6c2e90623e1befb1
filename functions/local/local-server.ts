import { createServer as createHttpServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';

/** A certificate for https, both parts in PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/** A server that answers on this machine alone: it hands out tokens to whoever asks. */
export interface LocalServer {
  port: number;
  close(): Promise<void>;
}

/** Somebody else listens on the port, or this account may not: below 1024 many systems let only the administrator. */
export class PortTaken extends Error {
  readonly port: number;
  readonly isForbidden: boolean;

  constructor(port: number, cause: NodeJS.ErrnoException) {
    super(`Port ${port} is taken`, { cause });
    this.name = 'PortTaken';
    this.port = port;
    this.isForbidden = cause.code === 'EACCES';
  }
}

/** `localhost` means both, and a browser may try either first. */
const LOOPBACKS = ['127.0.0.1', '::1'];

/** Listens on a port, or on any free one for 0. Rejects with PortTaken. */
export async function listenLocally(
  port: number,
  certificate: Certificate | null,
  listener: RequestListener,
): Promise<LocalServer> {
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closeServer));
  };
  try {
    for (const address of LOOPBACKS) {
      const server =
        certificate === null ? createHttpServer(listener) : createHttpsServer({ ...certificate }, listener);
      const first = servers[0];
      if (await listen(server, first === undefined ? port : portOf(first), address)) servers.push(server);
    }
  } catch (error) {
    await close();
    throw error;
  }
  const [server] = servers;
  if (server === undefined) throw new Error('This machine has no loopback address');
  return { port: portOf(server), close };
}

/** False: this machine doesn't have the address. */
async function listen(server: Server, port: number, address: string): Promise<boolean> {
  return await new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(false);
      else reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTaken(port, error) : error);
    });
    server.listen(port, address, () => resolve(true));
  });
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
