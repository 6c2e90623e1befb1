import type { KeyOf } from '@readback/core';
import { mailboxKeyOf } from '@readback/core';
import type { Config } from './config.ts';
import type { OwnCallers } from './hit/own-callers.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Log } from './log.ts';
import type { Masters } from './masters.ts';
import type { ClientNetworks } from './network/client-networks.ts';
import type { SecretsGuard } from './secrets-guard.ts';
import type { TokenVerdict } from './sign-in/verify-token.ts';
import type { StorageLook } from './storage-look.ts';

/** What the handlers work with; `main.ts` builds the real one, a test its own. */
export interface App {
  config: Config;
  /** Null: no storage is set. Links go on, nothing is recorded. */
  ledger: Ledger | null;
  /** From whose networks hits come. */
  networks: ClientNetworks;
  /** From where senders themselves ask. */
  ownCallers: OwnCallers;
  /** Checks a bearer token. Null while the settings have a fault. */
  verifyToken: ((token: string) => Promise<TokenVerdict>) | null;
  secretsGuard: SecretsGuard;
  /** For `/healthz`. */
  lookAtStorage: StorageLook;
  /** Milliseconds since 1970. */
  now: () => number;
  log: Log;
  /** How long an answer waits for its hit to be written, in milliseconds (design §4). */
  waits: { pixel: number; redirect: number };
}

/** Finds the key of a mailbox among the masters' derivations. */
export function keyFinder(masters: Masters): KeyOf {
  return (epoch, generation, mailboxId) => {
    const master = masters.get(epoch);
    return master === undefined ? null : mailboxKeyOf(master, mailboxId, generation);
  };
}
