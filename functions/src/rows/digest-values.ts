import { isTakenForPerson, type DigestRow, type Tally } from '@readback/core';
import * as z from 'zod';
import type { Row, RowValues } from '../store/row-store.ts';
import { readText, textNames, writeText } from './chunked-text.ts';
import type { MessageId } from './ids.ts';
import { isoOf } from './iso-of.ts';
import { readHeadline } from './listed-message.ts';
import { plainText } from './plain-text.ts';
import { parseValues, readWith } from './row-reading.ts';
import { shortRecipients } from './short-recipients.ts';
import {
  lastSignOf,
  shownCounts,
  shows,
  summaryOfHits,
  type StoredMessage,
  type StoredRegistration,
} from './stored-message.ts';

/** Bounds of a message in short: a thousand of them are read at once. */
const MAX_RECIPIENTS = 50;
const MAX_LINKS = 5;
const MAX_DESTINATION = 256;
const MAX_SUBJECT = 256;
/** 50 recipients whose every character takes two as JSON. */
const CHUNKS = 2;

/** What `readDigestRow` reads. */
export const DIGEST_PROPERTIES: readonly string[] = [
  ...'seen opens links sentAt subject opensReason linksReason headline'.split(' '),
  ...textNames('digest', CHUNKS),
];

/** What is shown of a registered message where many are shown together, so that they need nothing else of its row. */
export function digestValues(message: StoredMessage & { registration: StoredRegistration }): RowValues {
  const { recipients } = message.registration;
  const summary = summaryOfHits(message);
  const raw = shownCounts(message);
  const sign = lastSignOf(message, summary);
  const digest: z.infer<typeof digestShape> = {
    recipients: shortRecipients(recipients, MAX_RECIPIENTS),
    recipientCount: recipients.length,
    opens: summary.opens,
    clicks: summary.clicks,
    rawOpens: raw.opens.count,
    rawClicks: raw.clicks.count,
    lastHitAt: latest(raw.opens.lastAt, raw.clicks.lastAt),
    lastPersonAt: sign?.at ?? null,
    corrected: isCorrected(message),
    program: sign === null ? null : programOf(message),
    topLinks: topLinks(message),
  };
  return writeText('digest', JSON.stringify(digest));
}

/** Reads `DIGEST_PROPERTIES` of a registered message; of a row of an earlier version only what it has. */
export function readDigestRow(id: MessageId, row: Row): DigestRow {
  const words = parseValues(row, wordsShape);
  const text = readText(row.values, 'digest');
  const digest = text === '' ? NOTHING_KNOWN : readWith(row, () => digestShape.parse(JSON.parse(text)));
  const { lastHitAt, lastPersonAt, ...shown } = digest;
  return {
    id,
    subject: words.subject.slice(0, MAX_SUBJECT),
    sentAt: words.sentAt,
    sent: words.seen || shown.rawOpens + shown.rawClicks > 0,
    opensReason: reasonOf(words.opens, words.opensReason),
    linksReason: reasonOf(words.links, words.linksReason),
    ...shown,
    lastHitAt: lastHitAt === null ? null : isoOf(lastHitAt),
    lastPersonAt: lastPersonAt === null ? null : isoOf(lastPersonAt),
    headline: readHeadline(row, words.headline, shown.rawOpens + shown.rawClicks > 0),
  };
}

/** Whether a person was spoken of who turned out to be nobody, or the sender. */
function isCorrected({ state, mine, corrections }: StoredMessage): boolean {
  return mine.length > 0 || corrections.length > 0 || state.corrections.some(({ from }) => isTakenForPerson(from));
}

/** Of the newest hits of people the newest that says it. */
function programOf({ state }: StoredMessage): string | null {
  return state.signs.find(({ program }) => program !== null)?.program ?? null;
}

/** Several links of a mail may lead to the same place. */
function topLinks(message: StoredMessage & { registration: StoredRegistration }): DigestRow['topLinks'] {
  if (!shows(message, 'click')) return [];
  const clicksAt = new Map(message.state.links.map(({ position, clicks }) => [position, clicks]));
  const clicksOf = new Map<string, number>();
  for (const { position, destination } of message.registration.trackedLinks) {
    const clicks = clicksAt.get(position) ?? 0;
    const name = plainText(destination, MAX_DESTINATION);
    if (clicks > 0) clicksOf.set(name, (clicksOf.get(name) ?? 0) + clicks);
  }
  const links = [...clicksOf].map(([destination, clicks]) => ({ destination, clicks }));
  return links.sort((one, other) => other.clicks - one.clicks).slice(0, MAX_LINKS);
}

function latest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

/** A no without a reason is a no all the same. */
function reasonOf(tracked: boolean, reason: string | null): string | null {
  return tracked ? reason : (reason ?? 'unknown');
}

const NOBODY: Tally = { person: 0, likely: 0, machine: 0, unknown: 0 };

const NOTHING_KNOWN: z.infer<typeof digestShape> = {
  recipients: [],
  recipientCount: 0,
  opens: NOBODY,
  clicks: NOBODY,
  rawOpens: 0,
  rawClicks: 0,
  lastHitAt: null,
  lastPersonAt: null,
  corrected: false,
  program: null,
  topLinks: [],
};

const optionalText = z.string().nullable().default(null);

const wordsShape = z.object({
  seen: z.boolean(),
  opens: z.boolean(),
  links: z.boolean(),
  sentAt: z.iso.datetime(),
  subject: z.string(),
  opensReason: optionalText,
  linksReason: optionalText,
  headline: optionalText,
});

const tally = z.object({ person: z.int(), likely: z.int(), machine: z.int(), unknown: z.int() });
const moment = z.number().nullable();

const digestShape = z.object({
  recipients: z.array(z.object({ address: z.string(), name: z.string().nullable() })).readonly(),
  recipientCount: z.int(),
  opens: tally,
  clicks: tally,
  rawOpens: z.int(),
  rawClicks: z.int(),
  lastHitAt: moment,
  lastPersonAt: moment,
  corrected: z.boolean(),
  program: z.string().nullable(),
  topLinks: z.array(z.object({ destination: z.string(), clicks: z.int() })).readonly(),
});
