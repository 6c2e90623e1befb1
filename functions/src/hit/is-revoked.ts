import type { App } from '../app.ts';
import { mailboxIdFromBytes } from '../rows/ids.ts';
import { errorFacts } from '../log.ts';

/** Whether the key that signed was withdrawn. What can't be found out counts as not: a link never stops for the ledger. */
export function isRevoked(app: App, signed: { mailboxId: Uint8Array; generation: number }): boolean {
  try {
    return app.ledger?.isRevoked(mailboxIdFromBytes(signed.mailboxId), signed.generation) ?? false;
  } catch (error) {
    app.log('revocation-unknown', errorFacts(error));
    return false;
  }
}
