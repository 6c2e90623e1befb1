import { fold, type Fact, type FoldResult, type FoldState, type Hit } from '@readback/core';
import { tellActivity, type ActivityEntry } from './activity-row.ts';
import { nothing, type Change, type ChangeContext } from './change.ts';
import { hitValues } from './hit-row.ts';
import type { HitId, MessageId } from './ids.ts';
import type { RecordOutcome } from './ledger.ts';
import { hitKey } from './row-keys.ts';
import type { Write } from './row-store.ts';
import { accepts, heldMessage, STORED_HITS, storedHits, type StoredMessage } from './stored-message.ts';

/** A hit with the place it was given when it came: tried again or read back from a log line, it is the same row. */
export interface PlacedHit {
  messageId: MessageId;
  id: HitId;
  /** As `boundHit` left it. */
  hit: Hit;
}

/** Adds a hit to its message. */
export function hitChange(
  { messageId, id, hit }: PlacedHit,
  foldHit: (state: FoldState, hit: Hit) => FoldResult = fold,
): Change<RecordOutcome> {
  return {
    messageId,
    apply: (stored, context) => {
      const message = stored ?? heldMessage(context.owner, context.now);
      if (!accepts(message, hit.kind)) return nothing('dropped');
      if (storedHits(message) >= STORED_HITS) {
        const overflow = { ...message.overflow, [hit.kind]: message.overflow[hit.kind] + 1 };
        return { message: { ...message, overflow }, rows: [], result: 'tallied' };
      }
      const n = message.placed;
      const folded = foldHit(message.state, hit);
      const row: Write = {
        kind: 'insert',
        key: hitKey(messageId, id),
        values: hitValues({ n, hit, verdict: folded.verdict }),
      };
      const told = message.registration === null ? [] : tell({ messageId, message, n }, folded, context);
      return {
        message: { ...message, state: folded.state, placed: n + 1 },
        rows: [row, ...told],
        result: message.registration === null ? 'held' : 'stored',
      };
    },
  };
}

/** The activity entry of a fact about the hit that has the place `n`. */
export function entryOf(messageId: MessageId, message: StoredMessage, fact: Fact & { n: number }): ActivityEntry {
  const { what, at, position, n } = fact;
  const kind = what === 'click' ? 'click' : 'open';
  return { messageId, subject: message.registration?.subject ?? '', what, at, position, kind, n };
}

interface Told {
  messageId: MessageId;
  message: StoredMessage;
  n: number;
}

function tell(
  { messageId, message, n }: Told,
  { facts, revisions }: FoldResult,
  context: ChangeContext,
): readonly Write[] {
  const entries = facts.map((fact) => entryOf(messageId, message, { ...fact, n }));
  const subject = message.registration?.subject ?? '';
  const corrected = revisions.map(({ kind, at, position }): ActivityEntry => ({
    messageId,
    subject,
    what: 'correction',
    at,
    position,
    kind,
    n,
  }));
  return [...entries, ...corrected].map((entry) => tellActivity(entry, context.now, context.entropy()));
}
