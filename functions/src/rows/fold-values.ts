import { initialState, type FoldState, type JudgeMemory, type KindCount } from '@readback/core';
import * as z from 'zod';
import type { Row, RowValues } from '../store/row-store.ts';
import { readText, writeText } from './chunked-text.ts';
import { verdictShape } from './hit-row.ts';

/** Rows of schema 1 held counts alone: their hits were never judged. */
const UNJUDGED = 0;

/** A message's folded state as properties: the counts, which lists show, apart from what the judge keeps. */
export function foldValues({ judge, corrected, corrections, signs, ...counts }: FoldState): RowValues {
  return {
    ...writeText('state', JSON.stringify(counts)),
    ...writeText('judge', JSON.stringify({ judge, corrected, corrections, signs })),
  };
}

/** Names of all properties of a row that hold folded state. */
export function isFoldProperty(name: string): boolean {
  return /^(state|judge)\d+$/.test(name);
}

/** Reads what `foldValues` wrote, or the counts of a row of schema 1; throws when it makes no sense. */
export function readFold({ values }: Row, schema: number): FoldState {
  const counts: unknown = JSON.parse(readText(values, 'state'));
  if (schema < 2) return { ...initialState(), ...earlierShape.parse(counts), rulesVersion: UNJUDGED };
  const kept: unknown = JSON.parse(readText(values, 'judge'));
  return { ...countsShape.parse(counts), ...keptShape.parse(kept) };
}

/** Whether hits were folded in that no rule ever looked at. */
export function isUnjudged({ rulesVersion, opens, clicks }: FoldState): boolean {
  return rulesVersion === UNJUDGED && opens.count + clicks.count > 0;
}

/** The raw counts alone, as they stand in rows of every schema. */
export function readCounts({ values }: Row): { opens: KindCount; clicks: KindCount } {
  return rawCountsShape.parse(JSON.parse(readText(values, 'state')));
}

const moment = z.number().nullable();
const kindCount = z.object({ count: z.int(), firstAt: moment, lastAt: moment });
const rawCountsShape = z.object({ opens: kindCount, clicks: kindCount });

const earlierShape = rawCountsShape.extend({
  links: z.array(z.object({ position: z.int(), clicks: z.int(), toldAt: moment })),
  openToldAt: moment,
});

const countsShape = earlierShape.extend({ rulesVersion: z.int(), returnToldAt: moment, lastPersonAt: moment });

const kinds = z.enum(['open', 'click']);
const tally = z.object({ person: z.int(), likely: z.int(), machine: z.int(), unknown: z.int() });

const memoryShape: z.ZodType<JudgeMemory> = z.object({
  recent: z.array(
    z.object({
      n: z.int(),
      kind: kinds,
      at: z.number(),
      position: z.int().nullable(),
      requester: z.object({
        client: z.string(),
        neighbourhood: z.string(),
        asn: z.number().nullable(),
        family: z.string(),
        machinePark: z.boolean(),
      }),
      verdict: verdictShape,
      setAside: z.boolean(),
      mayBeLook: z.boolean(),
    }),
  ),
  hadEarlier: z.boolean(),
  hadClick: z.boolean(),
  sessions: z.array(z.object({ key: z.string(), kind: kinds, firstAt: z.number(), lastAt: z.number(), hits: tally })),
  opens: tally,
  clicks: tally,
  arrivedAt: moment,
  loneMicrosoftDay: z.int().nullable(),
  machineReasons: z.array(z.string()),
  signs: z.object({ scanned: z.boolean(), relayed: z.boolean(), direct: z.boolean(), unclear: z.boolean() }),
});

const correction = z.object({
  n: z.int(),
  kind: kinds,
  at: z.number(),
  position: z.int().nullable(),
  from: verdictShape,
  to: verdictShape,
  correctedAt: z.number(),
});

const range = z.tuple([z.int(), z.int()]);

/** Places as they are written down. */
export const placesShape = z.array(range);

const keptShape = z.object({
  judge: memoryShape,
  corrected: z.array(z.object({ to: verdictShape, places: placesShape })),
  corrections: z.array(correction),
  signs: z.array(z.object({ n: z.int(), at: z.number(), program: z.string().nullable() })).default([]),
});
