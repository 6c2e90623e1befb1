import { createMessageId, domainOf, encodeHex, encodeUtf8, fitRegistration } from '@readback/core/records';
import type { Registration, SigningKey } from '@readback/core';
import type { CatchUpPlace, SentItem } from './catch-up.ts';

/** A mail of the sender's own that left without Readback, as the server is told of it so that coverage can count it. */
export interface SentElsewhere {
  /** Hex; the same whenever the same mail is seen. */
  id: string;
  registration: Registration;
}

const ELSEWHERE = 'elsewhere';

/** What is older doesn't matter to coverage any more. */
const OLDEST_MS = 90 * 24 * 3_600_000;

/**
 * Null where it isn't sure that the sender sent this mail. Outlook doesn't tell in which folder a mail is, so a mail from the
 * own address to the own address may be one that somebody else sent in the sender's name.
 */
export function sentElsewhere(item: SentItem, signing: SigningKey, place: CatchUpPlace): SentElsewhere | null {
  const { createdAt, internetMessageId } = item;
  const ageMs = place.now - (createdAt ?? NaN);
  const isRecent = ageMs >= 0 && ageMs <= OLDEST_MS;
  if (createdAt === null || internetMessageId === null || !isRecent || !isSurelyOwn(item, place.address)) return null;
  const registration = fitRegistration({
    opens: false,
    links: false,
    ageMs,
    deliverAfter: null,
    subject: item.subject,
    recipients: item.recipients,
    trackedLinks: [],
    opensReason: ELSEWHERE,
    linksReason: ELSEWHERE,
    pixelPlace: null,
    quotes: [],
    senderDomain: domainOf(place.address),
  });
  const id = encodeHex(createMessageId(createdAt, [signing.key, encodeUtf8(internetMessageId)]));
  return { id, registration };
}

function isSurelyOwn({ from, recipients }: SentItem, address: string | null): boolean {
  const own = address?.toLowerCase();
  if (own === undefined || from?.toLowerCase() !== own) return false;
  return recipients.length > 0 && recipients.every((recipient) => recipient.address.toLowerCase() !== own);
}
