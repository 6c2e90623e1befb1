import type { TimerHandler } from '@azure/functions';
import type { App } from '../app.ts';
import { errorFacts } from '../log.ts';

/** The daily timer: forgets what is past the retention time, and what nobody registered. */
export function createSweep(app: App): TimerHandler {
  return async () => {
    const { ledger, config } = app;
    if (ledger === null || config.retentionDays === null) {
      app.log('sweep-skipped', { storage: ledger !== null, retention: config.retentionDays !== null });
      return;
    }
    try {
      app.log('swept', { ...(await ledger.sweep(config.retentionDays)) });
    } catch (error) {
      app.log('sweep-failed', errorFacts(error));
    }
  };
}
