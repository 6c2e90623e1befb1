import { fold, mayBeLook, type Hit } from '@readback/core';
import { tellFact } from '../rows/activity-row.ts';
import { hitValues } from '../rows/hit-row.ts';
import type { HitId, MessageId } from '../rows/ids.ts';
import { hitKey } from '../rows/row-keys.ts';
import {
  accepts,
  contextOf,
  heldMessage,
  STORED_HITS,
  storedHits,
  type StoredMessage,
} from '../rows/stored-message.ts';
import type { Write } from '../store/row-store.ts';
import { nothing, type Change } from './change.ts';
import type { RecordOutcome } from './ledger.ts';

/** A hit with the place it was given when it came: tried again or read back from a log line, it is the same row. */
export interface PlacedHit {
  messageId: MessageId;
  id: HitId;
  /** As `boundHit` left it. */
  hit: Hit;
}

/** Outlook loads the picture when a mail is shown, a little before or after the pane has found out which (open-truth.md §5d). */
export const LOOK_BEFORE_MS = 5_000;
export const LOOK_AFTER_MS = 20_000;

/** For this long after a reply was sent, a load of the quoted mail's picture may come from the quote in it. */
export const QUOTED_MS = 10 * 60_000;

/** Adds a hit to its message. */
export function hitChange({ messageId, id, hit: given }: PlacedHit): Change<RecordOutcome> {
  return {
    messageId,
    apply: (stored, context) => {
      const message = stored ?? heldMessage(context.owner, context.now);
      if (!accepts(message, given.kind)) return nothing('dropped');
      if (storedHits(message) >= STORED_HITS) {
        const overflow = { ...message.overflow, [given.kind]: message.overflow[given.kind] + 1 };
        return { message: { ...message, overflow }, rows: [], result: 'tallied' };
      }
      const n = message.placed;
      const hit = withSender(given, message);
      const { state, verdict, facts } = fold(message.state, { n, hit }, contextOf(message));
      const row: Write = { kind: 'insert', key: hitKey(messageId, id), values: hitValues({ n, hit, verdict }) };
      const isHeld = message.registration === null;
      const told = isHeld || message.untold ? [] : facts;
      const after = { ...message, state, placed: n + 1 };
      return {
        message: after,
        rows: [
          row,
          ...told.map((fact) =>
            tellFact({ messageId, message: after }, fact, { now: context.now, entropy: context.entropy() }),
          ),
        ],
        result: isHeld ? 'held' : 'stored',
      };
    },
  };
}

/** What the message knows of its sender's doings at that time goes into the hit's own facts: it is judged by them again. */
function withSender(hit: Hit, { lookedAt, quotedAt }: StoredMessage): Hit {
  const isLook = lookedAt !== null && hit.at >= lookedAt - LOOK_BEFORE_MS && hit.at < lookedAt + LOOK_AFTER_MS;
  const isQuoted = quotedAt !== null && hit.at >= quotedAt && hit.at < quotedAt + QUOTED_MS;
  return { ...hit, own: hit.own || (isLook && mayBeLook(hit)), ...(isQuoted ? { quoted: true } : {}) };
}
