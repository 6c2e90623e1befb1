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

function handle(limitMs: () => number, work: Work): (launch: Launch) => void {
  return (launch) => {
    const timers = runtimeTimers;
    runWithin(limitMs(), launch, timers, async (limit) => {
      const desk = openDesk({ timers, limitMs: () => Math.min(CALL_LIMIT_MS, limit.left()) });
      if (desk !== null) await work(desk, limit);
    });
  };
}

/** In web and new Outlook the watchdog itself may bark late, so it is set earlier (docs/outlook-quirks.md#late-timers). */
function sendLimit(): number {
  return currentClient() === 'web' ? SEND_LIMIT_MS - TIMER_LAG_MS : SEND_LIMIT_MS;
}

// The names are the manifest's. A missing one would stop people from sending (smart-alerts-onmessagesend-walkthrough.md).
if (isInOffice()) {
  associate(
    'onMessageComposeHandler',
    handle(
      () => COMPOSE_LIMIT_MS,
      (desk) => composeMail(desk),
    ),
  );
  associate('onMessageSendHandler', handle(sendLimit, sendMail));
  associate(
    'toggleTracking',
    handle(
      () => COMPOSE_LIMIT_MS,
      (desk) => toggleTracking(desk),
    ),
  );
  announcePage();
}
