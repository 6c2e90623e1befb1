import type { DeliverySigns, KindCount, Reason } from '@readback/core';
import * as z from 'zod';
import type { Row, RowValues } from '../store/row-store.ts';
import { textNames } from './chunked-text.ts';
import { readCounts } from './fold-values.ts';
import { isoOf } from './iso-of.ts';
import { LISTED_WORDS, readRegistration } from './registration-values.ts';
import { parseValues, readWith } from './row-reading.ts';
import {
  lastSignOf,
  shows,
  signsOf,
  summaryOfHits,
  type StoredMessage,
  type StoredRegistration,
} from './stored-message.ts';

/** What `readListed` reads: a message without its links and without what the judge keeps, which are most of it. */
export const LISTED_PROPERTIES: readonly string[] = [
  ...'seen headline lastPersonAt unsettled droppedOpens droppedClicks'.split(' '),
  ...LISTED_WORDS,
  ...textNames('state', 1),
];

/** What `readSigns` reads. */
export const SIGN_PROPERTIES: readonly string[] = ['domain', 'signs'];

/** A message as a list shows it: its links are left out. */
export interface ListedMessage {
  registration: StoredRegistration;
  seen: boolean;
  opens: KindCount;
  clicks: KindCount;
  /** When a person last gave a sign, in milliseconds since 1970; null: never, or an earlier version wrote the row. */
  lastPersonAt: number | null;
  headline: Reason;
}

/** What lists and domains are made of, so that they need read nothing else. */
export function shownValues(message: StoredMessage): RowValues {
  const signs = signsOf(message);
  const summary = summaryOfHits(message);
  const last = lastSignOf(message, summary);
  return {
    headline: JSON.stringify(summary.headline),
    ...(last === null ? {} : { lastPersonAt: isoOf(last.at) }),
    ...(signs === null ? {} : { domain: signs.domain, signs: SIGNS.filter((sign) => signs[sign]).join(' ') }),
  };
}

/** Reads `LISTED_PROPERTIES` of a registered message. */
export function readListed(row: Row): ListedMessage {
  const { seen, unsettled, droppedOpens, droppedClicks, headline, lastPersonAt } = parseValues(row, listedShape);
  const registration = readRegistration(row);
  const visibility = { registration, unsettled, droppedBelow: { open: droppedOpens, click: droppedClicks } };
  const { opens, clicks } = readWith(row, () => readCounts(row));
  const none: KindCount = { count: 0, firstAt: null, lastAt: null };
  const counts = {
    opens: shows(visibility, 'open') ? opens : none,
    clicks: shows(visibility, 'click') ? clicks : none,
  };
  const hasHits = counts.opens.count + counts.clicks.count > 0;
  return {
    registration,
    seen,
    ...counts,
    lastPersonAt: lastPersonAt === null ? null : Date.parse(lastPersonAt),
    headline: readHeadline(row, headline, hasHits),
  };
}

/** The stored headline; of a row of the version without verdicts, whether there were any hits. */
export function readHeadline(row: Row, headline: string | null, hasHits: boolean): Reason {
  if (headline === null) return { code: hasHits ? 'headline-unclear' : 'headline-nothing', values: {} };
  return readWith(row, () => reasonShape.parse(JSON.parse(headline)));
}

/** Reads `SIGN_PROPERTIES`; null where they say nothing of one domain. Throws a `DamagedRow`. */
export function readSigns(row: Row): DeliverySigns | null {
  const { domain, signs } = parseValues(row, signsShape);
  if (domain === null) return null;
  const words = signs.split(' ');
  const has = (word: Sign): boolean => words.includes(word);
  return {
    domain,
    scanned: has('scanned'),
    relayed: has('relayed'),
    direct: has('direct'),
    unclear: has('unclear'),
    pictured: has('pictured'),
    clicked: has('clicked'),
  };
}

/** Words in the property `signs`. */
const SIGNS = ['scanned', 'relayed', 'direct', 'unclear', 'pictured', 'clicked'] as const;
type Sign = (typeof SIGNS)[number];

const listedShape = z.object({
  seen: z.boolean(),
  unsettled: z.boolean(),
  droppedOpens: z.int(),
  droppedClicks: z.int(),
  headline: z.string().nullable().default(null),
  lastPersonAt: z.iso.datetime().nullable().default(null),
});

const signsShape = z.object({ domain: z.string().nullable().default(null), signs: z.string().default('') });

/** A reason as JSON. */
export const reasonShape = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
