import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/**
 * What the proxy does with a request. `drop-before`: the storage never hears of it. `drop-after`: it does as asked, and its
 * answer is lost. `silence`: accepted, never passed on, never answered. `silence-after`: done, never answered.
 */
export type Fault = 'none' | 'drop-before' | 'drop-after' | 'silence' | 'silence-after';

/** A proxy before a storage on this machine, which fails as networks do. */
export interface FaultProxy {
  port: number;
  /** Requests that came in so far. */
  readonly requests: number;
  /** How each further request fares. */
  choose: (request: { isWrite: boolean; number: number }) => Fault;
  stop(): Promise<void>;
}

export async function startFaultProxy(upstreamPort: number): Promise<FaultProxy> {
  let requests = 0;
  const server = createServer((incoming, outgoing) => {
    const number = (requests += 1);
    const fault = proxy.choose({ isWrite: incoming.method !== 'GET', number });
    if (fault === 'drop-before') incoming.socket.destroy();
    else if (fault !== 'silence') passOn({ incoming, outgoing }, upstreamPort, fault);
  });
  const port = await listen(server);
  const proxy: FaultProxy = {
    port,
    get requests() {
      return requests;
    },
    choose: () => 'none',
    stop: () => stop(server),
  };
  return proxy;
}

interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

function passOn({ incoming, outgoing }: Exchange, port: number, fault: Fault): void {
  const { method, url, headers } = incoming;
  const upstream = forward({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      if (fault === 'drop-after') incoming.socket.destroy();
      if (fault !== 'none') return;
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.end(Buffer.concat(chunks));
    });
  });
  upstream.on('error', () => incoming.socket.destroy());
  incoming.on('error', () => upstream.destroy());
  incoming.pipe(upstream);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port');
  return address.port;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
}
