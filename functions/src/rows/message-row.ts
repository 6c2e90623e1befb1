import type { Places } from '@readback/core';
import * as z from 'zod';
import type { Row, RowValues } from '../store/row-store.ts';
import { writeText } from './chunked-text.ts';
import { digestValues } from './digest-values.ts';
import { foldValues, isUnjudged, placesShape, readFold } from './fold-values.ts';
import { parseHitId } from './ids.ts';
import { isoOf } from './iso-of.ts';
import { shownValues } from './listed-message.ts';
import { readRegistration, registrationValues } from './registration-values.ts';
import { parseValues, readJsonList, readWith } from './row-reading.ts';
import type { StoredCorrection, StoredMessage } from './stored-message.ts';

/** Version of a message's row. 1 had counts without verdicts, 2 lacked what the digest shows, 3 when a person last did something. */
const SCHEMA = 4;

/** A message's row, whole. */
export function messageValues(message: StoredMessage): RowValues {
  const { registration, stoppedAt, lookedAt, quotedAt } = message;
  return {
    schema: SCHEMA,
    owner: message.owner,
    createdAt: isoOf(message.createdAt),
    registered: registration !== null,
    deleted: message.deleted,
    seen: message.seen,
    placed: message.placed,
    overflowOpens: message.overflow.open,
    overflowClicks: message.overflow.click,
    droppedOpens: message.droppedBelow.open,
    droppedClicks: message.droppedBelow.click,
    unsettled: message.unsettled,
    stale: message.stale,
    untold: message.untold,
    ...foldValues(message.state),
    ...placesValues('mine', message.mine),
    ...placesValues('looked', message.looked),
    ...(stoppedAt === null ? {} : { stoppedAt: isoOf(stoppedAt) }),
    ...(lookedAt === null ? {} : { lookedAt: isoOf(lookedAt) }),
    ...(quotedAt === null ? {} : { quotedAt: isoOf(quotedAt) }),
    ...(message.corrections.length === 0 ? {} : writeText('corrections', JSON.stringify(message.corrections))),
    ...(registration === null ? {} : registrationValues(registration)),
    ...(registration === null ? {} : { ...shownValues(message), ...digestValues({ ...message, registration }) }),
  };
}

/** Reads what `messageValues` wrote. */
export function readMessage(row: Row): StoredMessage {
  const { createdAt, registered, schema, ...rest } = parseValues(row, messageShape);
  const { droppedOpens, droppedClicks, overflowOpens, overflowClicks, ...others } = rest;
  const { stoppedAt, lookedAt, quotedAt, ...flags } = others;
  const state = readWith(row, () => readFold(row, schema));
  return {
    ...flags,
    stale: flags.stale || isUnjudged(state),
    createdAt: Date.parse(createdAt),
    registration: registered ? readRegistration(row) : null,
    overflow: { open: overflowOpens, click: overflowClicks },
    droppedBelow: { open: droppedOpens, click: droppedClicks },
    stoppedAt: stoppedAt === null ? null : Date.parse(stoppedAt),
    lookedAt: lookedAt === null ? null : Date.parse(lookedAt),
    quotedAt: quotedAt === null ? null : Date.parse(quotedAt),
    state,
    mine: readJsonList(row, 'mine', placesShape),
    looked: readJsonList(row, 'looked', placesShape),
    corrections: readJsonList(row, 'corrections', correctionsShape),
    outdated: schema < SCHEMA,
  };
}

function placesValues(name: string, places: Places): RowValues {
  return places.length === 0 ? {} : writeText(name, JSON.stringify(places));
}

const moment = z.iso.datetime().nullable().default(null);

const messageShape = z.object({
  schema: z.int().default(1),
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
  stale: z.boolean().default(false),
  untold: z.boolean().default(false),
  stoppedAt: moment,
  lookedAt: moment,
  quotedAt: moment,
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
