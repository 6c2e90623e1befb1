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

/** From the start of the handler to its end, whatever happens: what the sender may have to wait. */
const SEND_LIMIT_MS = 2_500;
/** Nobody waits for these; Outlook ends a handler of its own accord after minutes. */
const COMPOSE_LIMIT_MS = 30_000;
/** Longest answer to one question of Outlook. */
const CALL_LIMIT_MS = 1_000;

type Work = (desk: Desk, limit: TimeLimit) => Promise<void>;

function handle(limitMs: number, work: Work): (launch: Launch) => void {
  return (launch) => {
    const timers = runtimeTimers;
    // In web and new Outlook the watchdog itself may bark late (docs/outlook-quirks.md#late-timers), and so may the end of a
    // question that gets no answer, after which there must be time left to say so.
    const lagMs = currentClient() === 'web' ? TIMER_LAG_MS : 0;
    const callLimitMs = Math.min(CALL_LIMIT_MS, limitMs - 2 * lagMs);
    runWithin(limitMs - lagMs, launch, timers, async (limit) => {
      const desk = openDesk({ timers, limitMs: () => Math.min(callLimitMs, limit.left()) });
      if (desk !== null) await work(desk, limit);
    });
  };
}

// The names are the manifest's. A missing one would stop people from sending (smart-alerts-onmessagesend-walkthrough.md).
if (isInOffice()) {
  associate('onMessageComposeHandler', handle(COMPOSE_LIMIT_MS, composeMail));
  associate('onMessageSendHandler', handle(SEND_LIMIT_MS, sendMail));
  associate('toggleTracking', handle(COMPOSE_LIMIT_MS, toggleTracking));
  announcePage();
}
