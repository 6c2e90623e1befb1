import { createHash } from 'node:crypto';
import type { Registration } from '@readback/core';
import * as z from 'zod';
import type { Row, RowValues } from '../store/row-store.ts';
import { jsonWithin, textNames, writeText } from './chunked-text.ts';
import { isoOf } from './iso-of.ts';
import { plainText } from './plain-text.ts';
import { parseValues, readJsonList } from './row-reading.ts';
import type { StoredRegistration } from './stored-message.ts';

/** Room for recipients and links, in properties of 32,000 characters; what doesn't fit is left out, the last first. */
const RECIPIENT_CHUNKS = 2;
const LINK_CHUNKS = 8;
const MAX_SUBJECT = 1_000;
const MAX_REASON = 64;
/** RFC 1035 §2.3.4. */
const MAX_DOMAIN = 255;

/** Properties of a registration that lists show: all but its links. */
export const LISTED_WORDS: readonly string[] = [
  ...'opens links fingerprint sentAt deliverAfter subject opensReason linksReason pixelPlace senderDomain'.split(' '),
  ...textNames('recipients', RECIPIENT_CHUNKS),
];

/** The words of a registration as they are kept, cut to what a row holds. */
export function storedRegistration(registration: Registration, sentAt: number): StoredRegistration {
  const { ageMs: _, quotes: _quotes, ...words } = registration;
  return {
    ...words,
    subject: plainText(words.subject, MAX_SUBJECT),
    opensReason: words.opensReason === null ? null : plainText(words.opensReason, MAX_REASON),
    linksReason: words.linksReason === null ? null : plainText(words.linksReason, MAX_REASON),
    senderDomain: words.senderDomain === null ? null : plainText(words.senderDomain, MAX_DOMAIN),
    sentAt,
    fingerprint: fingerprintOf(registration),
  };
}

/**
 * Fields in a fixed order: the same words in another order are the same words. What an add-in of an earlier version doesn't
 * say changes nothing, so that its repeats stay repeats.
 */
export function fingerprintOf(registration: Registration): string {
  const { opens, links, deliverAfter, subject, recipients, trackedLinks } = registration;
  const { opensReason, linksReason, pixelPlace, quotes, senderDomain } = registration;
  const words: unknown[] = [
    [opens, links, deliverAfter, subject, opensReason, linksReason, pixelPlace],
    recipients.map(({ address, name }) => [address, name]),
    trackedLinks.map(({ position, destination }) => [position, destination]),
  ];
  if (quotes.length > 0 || senderDomain !== null) words.push([quotes, senderDomain]);
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url');
}

/** A registration's part of a message's row. */
export function registrationValues(registration: StoredRegistration): RowValues {
  const { recipients, trackedLinks, sentAt, opens, links, subject, fingerprint } = registration;
  const { deliverAfter, opensReason, linksReason, pixelPlace, senderDomain } = registration;
  return {
    opens,
    links,
    subject,
    fingerprint,
    sentAt: isoOf(sentAt),
    ...(deliverAfter === null ? {} : { deliverAfter }),
    ...(opensReason === null ? {} : { opensReason }),
    ...(linksReason === null ? {} : { linksReason }),
    ...(pixelPlace === null ? {} : { pixelPlace }),
    ...(senderDomain === null ? {} : { senderDomain }),
    ...writeText('recipients', jsonWithin(recipients, RECIPIENT_CHUNKS)),
    ...writeText('trackedLinks', jsonWithin(trackedLinks, LINK_CHUNKS)),
  };
}

/** Reads what `registrationValues` wrote; links are empty when their properties weren't asked for. */
export function readRegistration(row: Row): StoredRegistration {
  const words = parseValues(row, registrationShape);
  return {
    ...words,
    sentAt: Date.parse(words.sentAt),
    recipients: readJsonList(row, 'recipients', recipientsShape),
    trackedLinks: readJsonList(row, 'trackedLinks', linksShape),
  };
}

const reason = z.string().nullable().default(null);

const registrationShape = z.object({
  opens: z.boolean(),
  links: z.boolean(),
  fingerprint: z.string(),
  sentAt: z.iso.datetime(),
  deliverAfter: z.string().nullable().default(null),
  subject: z.string(),
  opensReason: reason,
  linksReason: reason,
  pixelPlace: z.enum(['before-history', 'end', 'start']).nullable().default(null),
  senderDomain: z.string().nullable().default(null),
});

const recipientsShape = z.array(z.object({ address: z.string(), name: z.string().nullable() }));

const linksShape = z.array(z.object({ position: z.int(), destination: z.string() }));
