import type { QuirkRow } from './quirks.ts';

const WEB = ['web'] as const;
const MAC = ['mac'] as const;
const CLASSIC = ['classic'] as const;
const DESKTOP = ['web', 'classic', 'mac'] as const;
const WORST = ['worst'] as const;

/** Quirks between the click on Send and the mail's leaving. */
export const ALERT_QUIRKS = {
  'slow-load': {
    clients: DESKTOP,
    builds: '',
    what: 'Loading the handler takes 3 s, and counts in the 5 s after which Outlook shows its dialog.',
    source: 'office-js#6816, #6696',
    grade: 'reported',
    settings: WORST,
  },
  'asks-early': {
    clients: CLASSIC,
    builds: '',
    what: 'The dialog comes although the handler took less than 5 s.',
    source: 'office-js#3860',
    grade: 'reported',
    settings: WORST,
  },
  'asks-again-when-late': {
    clients: DESKTOP,
    builds: '',
    what: 'Once the dialog has come, Outlook asks again although the handler allowed the mail.',
    source: 'office-js#4968',
    grade: 'reported',
    settings: WORST,
  },
  'send-lost-after-undo': {
    clients: WEB,
    builds: 'new Outlook, 2026-09',
    what: 'After Undo the next Send is never given to the handler, and waits.',
    source: 'office-js#6947',
    grade: 'reported',
    settings: WORST,
  },
  'schedule-lost-after-hold': {
    clients: WEB,
    builds: '',
    what: 'After a scheduled send was held the next one goes at once.',
    source: 'office-js#6413',
    grade: 'reported',
    settings: WORST,
  },
  'undo-opens-anew': {
    clients: WEB,
    builds: '',
    what: 'After Undo the mail opens as a stored draft does: session data is gone and OnMessageCompose is raised again.',
    source: 'nobody says',
    grade: 'assumed',
    settings: WORST,
  },
  'unreachable-blocks': {
    clients: MAC,
    builds: '',
    what: 'When the handler’s page can’t be loaded the mail can’t be sent, without "Send Anyway".',
    source: 'office-js#6319, #6894, #6535',
    grade: 'reported',
    settings: WORST,
  },
  'unreachable-waits': {
    clients: WEB,
    builds: '2025',
    what: 'When the handler’s page can’t be loaded Outlook waits 15 s before it asks.',
    source: 'office-js#6319, #3180',
    grade: 'reported',
    settings: WORST,
  },
  'ends-when-completed': {
    clients: DESKTOP,
    builds: '',
    what: 'The runtime ends the moment the handler completes; requests in flight are lost.',
    source: 'docs/outlook/onmessagesend-onappointmentsend-events.md: code after completed isn’t guaranteed to run',
    grade: 'documented',
    settings: WORST,
  },
} as const satisfies Record<string, QuirkRow>;
