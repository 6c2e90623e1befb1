import type { App } from '../../functions/src/app.ts';
import { readConfig } from '../../functions/src/config.ts';
import { createOwnCallers } from '../../functions/src/hit/own-callers.ts';
import type { Ledger } from '../../functions/src/ledger/ledger.ts';
import { NOWHERE } from '../../functions/src/networks.ts';
import { createSecretsGuard } from '../../functions/src/secrets-guard.ts';

/** The app as the handlers know it, over a ledger to be measured; answers wait until their hit is written. */
export function createBenchApp(ledger: Ledger, parts: Partial<Pick<App, 'networks' | 'verifyToken'>>): App {
  const secret = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
  const config = readConfig({
    APP_ORIGIN: 'https://readback.contoso.com',
    TRACKING_ORIGIN: 'https://go.contoso.com',
    TENANT_ID: '11111111-1111-4111-8111-111111111111',
    CLIENT_ID: '22222222-2222-4222-8222-222222222222',
    ID_SECRET: secret(9),
    MASTERS: `0:${secret(1)}`,
    OPENS: 'on',
    LINKS: 'on',
    CONTACT: 'privacy@contoso.com',
    TABLES_CONNECTION: 'UseDevelopmentStorage=true',
  });
  return {
    config,
    ledger,
    networks: { find: () => Promise.resolve(NOWHERE), notes: () => [] },
    ownCallers: createOwnCallers(config, Date.now),
    verifyToken: null,
    secretsGuard: createSecretsGuard(config, ledger),
    lookAtStorage: async () => ({ problems: [], notes: [] }),
    now: Date.now,
    log: () => undefined,
    waits: { pixel: 60_000, redirect: 60_000 },
    ...parts,
  };
}
