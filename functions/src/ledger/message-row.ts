import { createHash } from 'node:crypto';
import type { FoldState, Registration } from '@readback/core';
import * as z from 'zod';
import { jsonWithin, readText, textNames, writeText } from './chunked-text.ts';
import { DamagedRow } from './damaged-row.ts';
import { parseHitId } from './ids.ts';
import { plainText } from './plain-text.ts';
import type { Row, RowValues } from './row-store.ts';
import type { StoredCorrection, StoredMessage, StoredRegistration } from './stored-message.ts';

/** Room for recipients and links, in properties of 32,000 characters; what doesn't fit is left out, the last first. */
const RECIPIENT_CHUNKS = 2;
const LINK_CHUNKS = 8;
const MAX_SUBJECT = 1_000;
const MAX_REASON = 64;

/** What a list shows of a message: everything but its links, which are most of it. */
export const SUMMARY_PROPERTIES: readonly string[] = [
  'owner createdAt registered deleted seen placed unsettled overflowOpens overflowClicks droppedOpens droppedClicks',
  'opens links fingerprint sentAt deliverAfter subject opensReason linksReason pixelPlace',
]
  .flatMap((names) => names.split(' '))
  .concat(textNames('recipients', RECIPIENT_CHUNKS), textNames('state', 1));

/** A message's row, whole. */
export function messageValues(message: StoredMessage): RowValues {
  return {
    owner: message.owner,
    createdAt: isoOf(message.createdAt),
    registered: message.registration !== null,
    deleted: message.deleted,
    seen: message.seen,
    placed: message.placed,
    overflowOpens: message.overflow.open,
    overflowClicks: message.overflow.click,
    droppedOpens: message.droppedBelow.open,
    droppedClicks: message.droppedBelow.click,
    unsettled: message.unsettled,
    ...writeText('state', JSON.stringify(message.state)),
    ...(message.corrections.length === 0 ? {} : writeText('corrections', JSON.stringify(message.corrections))),
    ...(message.registration === null ? {} : registrationValues(message.registration)),
  };
}

/** Reads what `messageValues` wrote; links and corrections are empty when their properties weren't asked for. */
export function readMessage(row: Row): StoredMessage {
  const parsed = messageShape.safeParse(row.values);
  if (!parsed.success) throw new DamagedRow(row, parsed.error);
  const { createdAt, registered, ...rest } = parsed.data;
  const { droppedOpens, droppedClicks, overflowOpens, overflowClicks, ...flags } = rest;
  return {
    ...flags,
    createdAt: Date.parse(createdAt),
    registration: registered ? readRegistration(row) : null,
    overflow: { open: overflowOpens, click: overflowClicks },
    droppedBelow: { open: droppedOpens, click: droppedClicks },
    state: readJson(row, 'state', stateShape),
    corrections: readJsonList(row, 'corrections', correctionsShape),
  };
}

/** The words of a registration as they are kept, cut to what a row holds. */
export function storedRegistration(registration: Registration, sentAt: number): StoredRegistration {
  const { ageMs: _, ...words } = registration;
  return {
    ...words,
    subject: plainText(words.subject, MAX_SUBJECT),
    opensReason: words.opensReason === null ? null : plainText(words.opensReason, MAX_REASON),
    linksReason: words.linksReason === null ? null : plainText(words.linksReason, MAX_REASON),
    sentAt,
    fingerprint: fingerprintOf(registration),
  };
}

/** Fields in a fixed order: the same words in another order are the same words. */
export function fingerprintOf(registration: Registration): string {
  const { opens, links, deliverAfter, subject, recipients, trackedLinks } = registration;
  const { opensReason, linksReason, pixelPlace } = registration;
  const words = [
    [opens, links, deliverAfter, subject, opensReason, linksReason, pixelPlace],
    recipients.map(({ address, name }) => [address, name]),
    trackedLinks.map(({ position, destination }) => [position, destination]),
  ];
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url');
}

function registrationValues(registration: StoredRegistration): RowValues {
  const { recipients, trackedLinks, sentAt, opens, links, subject, fingerprint } = registration;
  const { deliverAfter, opensReason, linksReason, pixelPlace } = registration;
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
    ...writeText('recipients', jsonWithin(recipients, RECIPIENT_CHUNKS)),
    ...writeText('trackedLinks', jsonWithin(trackedLinks, LINK_CHUNKS)),
  };
}

function readRegistration(row: Row): StoredRegistration {
  const parsed = registrationShape.safeParse(row.values);
  if (!parsed.success) throw new DamagedRow(row, parsed.error);
  return {
    ...parsed.data,
    sentAt: Date.parse(parsed.data.sentAt),
    recipients: readJsonList(row, 'recipients', recipientsShape),
    trackedLinks: readJsonList(row, 'trackedLinks', linksShape),
  };
}

function readJsonList<T>(row: Row, name: string, shape: z.ZodType<readonly T[]>): readonly T[] {
  return readText(row.values, name) === '' ? [] : readJson(row, name, shape);
}

function readJson<T>(row: Row, name: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(readText(row.values, name)));
  } catch (error) {
    throw new DamagedRow(row, error);
  }
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}

const messageShape = z.object({
  owner: z.string(),
  createdAt: z.iso.datetime(),
  registered: z.boolean(),
  deleted: z.boolean(),
  seen: z.boolean(),
  placed: z.int(),
  overflowOpens: z.int(),
  overflowClicks: z.int(),
  droppedOpens: z.int(),
  droppedClicks: z.int(),
  unsettled: z.boolean(),
});

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
});

const recipientsShape = z.array(z.object({ address: z.string(), name: z.string().nullable() }));

const linksShape = z.array(z.object({ position: z.int(), destination: z.string() }));

const moment = z.number().nullable();
const kindCount = z.object({ count: z.int(), firstAt: moment, lastAt: moment });

const stateShape: z.ZodType<FoldState> = z.object({
  opens: kindCount,
  clicks: kindCount,
  links: z.array(z.object({ position: z.int(), clicks: z.int(), toldAt: moment })),
  openToldAt: moment,
  lastForeignAt: moment,
});

const hitId = z.string().transform((text, context) => {
  const id = parseHitId(text);
  if (id !== null) return id;
  context.addIssue('not a hit id');
  return z.NEVER;
});

const correctionsShape: z.ZodType<readonly StoredCorrection[]> = z.array(
  z.object({ hit: hitId, actor: z.literal('sender'), told: z.string(), at: z.number() }),
);
