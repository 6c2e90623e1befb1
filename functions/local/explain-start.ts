import { BuildFailed } from './build-when-needed.ts';
import { DataUnusable } from './data-folder.ts';
import { PortTaken } from './local-server.ts';
import { CertificateUnusable } from './read-certificate.ts';

const HIGHEST_PORT = 65_535;

/** What a person is told when the app doesn't start; with a stack only where nobody foresaw it. */
export function explainStart(error: unknown): string {
  if (error instanceof PortTaken) {
    const other = error.port < HIGHEST_PORT ? error.port + 1 : error.port - 1;
    const why = error.isForbidden ? 'may not be listened on by this account' : 'is taken by another program';
    return `Port ${error.port} ${why}. Choose another one: npm start -- --port ${error.isForbidden ? 7071 : other}`;
  }
  const isForeseen = [BuildFailed, CertificateUnusable, DataUnusable].some((kind) => error instanceof kind);
  if (isForeseen && error instanceof Error) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
