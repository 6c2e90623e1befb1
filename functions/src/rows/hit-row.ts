import type { Hit, Verdict } from '@readback/core';
import * as z from 'zod';
import { NETWORK_KINDS } from '../network/network-kinds.ts';
import type { Row, RowValues } from '../store/row-store.ts';
import { DamagedRow } from './damaged-row.ts';
import type { HitId } from './ids.ts';
import { isoOf } from './iso-of.ts';
import { plainText } from './plain-text.ts';
import { hitIdOfKey } from './row-keys.ts';

/** A hit as its `e!` row keeps it. */
export interface StoredHit {
  id: HitId;
  /** Its place in the message's order of commits: folding by it gives the message's state. */
  n: number;
  hit: Hit;
  /** As first judged. */
  verdict: Verdict;
}

/** Enough for every header that is kept, and a bound for whatever else a caller passes. */
const MAX_HEADERS = 32;
const MAX_NAME = 64;
const MAX_VALUE = 256;

/** What `readPlace` reads. */
export const PLACE_PROPERTIES: readonly string[] = ['kind', 'n'];

/**
 * The hit cut to what a row holds, in the form in which it is judged, folded and stored: 32 headers of 256 characters.
 */
export function boundHit(hit: Hit): Hit {
  const headers = Object.entries(hit.headers).slice(0, MAX_HEADERS);
  return {
    ...hit,
    method: plainText(hit.method, MAX_VALUE),
    headers: Object.fromEntries(
      headers.map(([name, value]) => [plainText(name, MAX_NAME), plainText(value, MAX_VALUE)]),
    ),
    network:
      hit.network === null ? null : { ...hit.network, organisation: plainText(hit.network.organisation, MAX_VALUE) },
    country: hit.country === null ? null : plainText(hit.country, MAX_VALUE),
    city: hit.city === null ? null : plainText(hit.city, MAX_VALUE),
    client: plainText(hit.client, MAX_VALUE),
    neighbourhood: plainText(hit.neighbourhood, MAX_VALUE),
  };
}

export function hitValues({ hit, n, verdict }: Omit<StoredHit, 'id'>): RowValues {
  const { kind, at, ...facts } = hit;
  return { kind, n, at: isoOf(at), facts: JSON.stringify(facts), verdict: JSON.stringify(verdict) };
}

export function readHit(row: Row): StoredHit {
  try {
    const { kind, n, at, facts, verdict } = rowShape.parse(row.values);
    const id = hitIdOfKey(row.key);
    if (id === null) throw new TypeError('Its key holds no id');
    const hit = hitShape.parse({ ...factsShape.parse(JSON.parse(facts)), kind, at: Date.parse(at) });
    return { id, n, hit, verdict: verdictShape.parse(JSON.parse(verdict)) };
  } catch (error) {
    throw new DamagedRow(row, error);
  }
}

/** Kind and place of a hit, or of the hit that an activity entry tells of; null when the row doesn't say. */
export function readPlace(row: Row): { kind: Hit['kind']; n: number } | null {
  return placeShape.safeParse(row.values).data ?? null;
}

const kinds = z.enum(['open', 'click']);

const placeShape = z.object({ kind: kinds, n: z.int() });

const rowShape = placeShape.extend({ at: z.iso.datetime(), facts: z.string(), verdict: z.string() });

const factsShape = z.record(z.string(), z.unknown());

const networkKind = z.enum(NETWORK_KINDS);

/** One hit as JSON: in its row, and in the log line of a hit that storage couldn't take. */
export const hitShape: z.ZodType<Hit> = z.object({
  kind: kinds,
  at: z.number(),
  position: z.int().exactOptional(),
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  network: z.object({ asn: z.number(), organisation: z.string(), kind: networkKind }).nullable(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  client: z.string(),
  neighbourhood: z.string(),
  own: z.boolean(),
  fromSender: z.enum(['same-program', 'other-program', 'elsewhere']).exactOptional(),
  quoted: z.boolean().exactOptional(),
});

/** A verdict as JSON. */
export const verdictShape: z.ZodType<Verdict> = z.object({
  actor: z.enum(['person', 'likely-person', 'image-proxy', 'prefetch', 'scanner', 'link-preview', 'sender', 'unknown']),
  certainty: z.number(),
  rule: z.string(),
  reason: z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
});
