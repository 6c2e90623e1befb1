import { openDesk } from '../host/desk.ts';
import type { Desk } from '../host/desk.ts';
import { announcePage, associate, isInOffice } from '../host/launch-events.ts';
import type { Launch } from '../host/launch-events.ts';
import { currentClient } from '../host/office-mailbox.ts';
import { runtimeTimers, TIMER_LAG_MS } from '../host/timers.ts';
import { composeMail } from './compose-mail.ts';
import { sendMail } from './send-mail.ts';
import { runWithin } from './time-limit.ts';
import type { TimeLimit } from './time-limit.ts';
import { toggleTracking } from './toggle-tracking.ts';

/** The longest a sender may wait, from the handler's start to its completion, whatever happens. */
const SEND_LIMIT_MS = 2_500;
/** Nobody waits for these handlers; Outlook itself ends one only after minutes. */
const COMPOSE_LIMIT_MS = 30_000;
/** The longest that Outlook may take over one call. */
const CALL_LIMIT_MS = 1_000;

type Work = (desk: Desk, limit: TimeLimit) => Promise<void>;

function handle(limitMs: number, work: Work): (launch: Launch) => void {
  return (launch) => {
    // On web and new Outlook timers may fire late (docs/outlook-quirks.md#late-timers): the watchdog, and the limit of a call
    // that gets no answer, after which there must be time left to note that.
    const lagMs = currentClient() === 'web' ? TIMER_LAG_MS : 0;
    const callLimitMs = Math.min(CALL_LIMIT_MS, limitMs - 2 * lagMs);
    runWithin(limitMs - lagMs, launch, runtimeTimers, async (limit) => {
      const desk = openDesk({ timers: runtimeTimers, limitMs: () => Math.min(callLimitMs, limit.left()) });
      if (desk !== null) await work(desk, limit);
    });
  };
}

// The manifest's names. Without the one for OnMessageSend nobody could send (smart-alerts-onmessagesend-walkthrough.md).
if (isInOffice()) {
  associate('onMessageComposeHandler', handle(COMPOSE_LIMIT_MS, composeMail));
  associate('onMessageSendHandler', handle(SEND_LIMIT_MS, sendMail));
  associate('toggleTracking', handle(COMPOSE_LIMIT_MS, toggleTracking));
  announcePage();
}
