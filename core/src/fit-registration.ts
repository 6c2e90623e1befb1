import type { Registration } from './api.ts';
import { encodeUtf8 } from './token/utf8.ts';

/** Longest address of a mail: 64 characters before the @, 255 after it (RFC 5321 §4.5.3.1). */
export const MAX_ADDRESS_LENGTH = 320;

/** Quoted messages of which a registration tells. */
export const MAX_QUOTES = 20;

/** Bytes of a registration as JSON. */
const MAX_REGISTRATION_BYTES = 32 * 1024;

/** UTF-16 code units of a subject. */
const MAX_SUBJECT_LENGTH = 1_000;

/**
 * Cuts a registration down to what the server takes: 32 KB as JSON. A long subject loses its end, a recipient with an address
 * beyond MAX_ADDRESS_LENGTH is left out; of recipients and links, the first stay. Where not all fit, half of the room is kept
 * for each of the two.
 */
export function fitRegistration(registration: Registration): Registration {
  const usable = registration.recipients.filter(({ address }) => address.length <= MAX_ADDRESS_LENGTH);
  const subject = registration.subject.slice(0, MAX_SUBJECT_LENGTH);
  const quotes = registration.quotes.slice(0, MAX_QUOTES);
  const bare = { ...registration, subject, quotes, recipients: [], trackedLinks: [] };
  const room = MAX_REGISTRATION_BYTES - sizeOf(bare);
  const recipients = firstThatFit(usable, Math.max(room / 2, room - sizeOf(registration.trackedLinks)));
  const trackedLinks = firstThatFit(registration.trackedLinks, room - sizeOf(recipients));
  return { ...bare, recipients, trackedLinks };
}

/** Domain of an address, in lower case; null where there is no address. */
export function domainOf(address: string | null): string | null {
  return address && address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function firstThatFit<T>(items: readonly T[], bytes: number): readonly T[] {
  let left = bytes;
  const end = items.findIndex((item) => {
    // With the comma behind it.
    left -= sizeOf(item) + 1;
    return left < 0;
  });
  return end < 0 ? items : items.slice(0, end);
}

function sizeOf(value: unknown): number {
  return encodeUtf8(JSON.stringify(value)).length;
}
