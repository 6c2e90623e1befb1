import { connect } from 'node:tls';
import type { Answer, AskOptions, Certificate } from './deployment.ts';
import { NotReached } from './not-reached.ts';

const TIMEOUT_MS = 15_000;

/** Asks one address over the network. Rejects with NotReached. */
export async function ask(url: string, options: AskOptions = {}): Promise<Answer> {
  try {
    return await fetchAnswer(url, options);
  } catch (cause) {
    throw new NotReached(new URL(url).origin, cause);
  }
}

async function fetchAnswer(url: string, options: AskOptions): Promise<Answer> {
  const start = performance.now();
  const response = await fetch(url, { ...options, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return { status: response.status, headers: response.headers, body, millis: performance.now() - start };
}

/** The certificate of an https origin, once Node's own trust store has accepted it for that name. Rejects with NotReached. */
export function inspectCertificate(origin: string): Promise<Certificate> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port || 443), servername: hostname }, () => {
      const { valid_to: validTo } = socket.getPeerCertificate();
      socket.end();
      resolve({ validTo: new Date(validTo) });
    });
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('no answer within 15 s')));
    socket.on('error', (cause) => reject(new NotReached(origin, cause)));
  });
}
