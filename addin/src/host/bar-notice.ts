import type { TrackingDecision } from '@readback/core';

type Notice = 'off' | 'both' | 'opens' | 'links' | 'none';

/** At most 150 characters each: Outlook takes no more. */
const TEXTS: Readonly<Record<'en' | 'de', Readonly<Record<Notice, string>>>> = {
  en: {
    off: "Readback won't track this mail: neither opens nor clicks.",
    both: 'Readback tracks this mail: opens and clicks, as far as this Outlook allows.',
    opens: 'Readback tracks opens of this mail, but no clicks.',
    links: 'Readback tracks clicks in this mail, but no opens.',
    none: "Readback doesn't track this mail. Open Readback to see why.",
  },
  de: {
    off: 'Readback verfolgt diese E-Mail nicht: weder Öffnen noch Klicks.',
    both: 'Readback verfolgt diese E-Mail: Öffnen und Klicks, soweit dieses Outlook es zulässt.',
    opens: 'Readback verfolgt das Öffnen dieser E-Mail, aber keine Klicks.',
    links: 'Readback verfolgt Klicks in dieser E-Mail, aber nicht das Öffnen.',
    none: 'Readback verfolgt diese E-Mail nicht. Warum, steht in Readback.',
  },
};

/**
 * What the bar above the mail says after the ribbon switch was pressed. `decision` null: no key is stored, so nothing is
 * tracked anyway. `language` is Outlook's, BCP 47.
 */
export function switchNotice(isOff: boolean, decision: TrackingDecision | null, language: string): string {
  const texts = language.toLowerCase().split('-')[0] === 'de' ? TEXTS.de : TEXTS.en;
  return texts[isOff ? 'off' : describe(decision)];
}

/**
 * What the bar above the mail says unasked; null: no bar. It shows only in the first week, and where a mail isn't tracked
 * although the sender's settings say so. `wish` is the decision if nothing about this mail stood in the way. That a mail has no
 * link yet is no surprise.
 */
export function barNotice(
  isFirstWeek: boolean,
  decision: TrackingDecision,
  wish: TrackingDecision,
  language: string,
): string | null {
  const isOff = describe(wish) === 'none';
  const isSurprise = !isOff && describe(decision) === 'none' && decision.links.reason !== 'no-links';
  return isFirstWeek || isSurprise ? switchNotice(isOff, decision, language) : null;
}

function describe(decision: TrackingDecision | null): Notice {
  const opens = decision !== null && decision.opens.way !== 'none';
  const links = decision?.links.on === true;
  if (opens && links) return 'both';
  if (opens) return 'opens';
  return links ? 'links' : 'none';
}
