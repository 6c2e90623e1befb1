import { isDeepStrictEqual } from 'node:util';
import { foldAll, hasPlace, type Fact, type FoldState, type NumberedHit, type Verdict } from '@readback/core';
import { readHit, type StoredHit } from '../rows/hit-row.ts';
import type { MailboxId, MessageId } from '../rows/ids.ts';
import { hitsOf } from '../rows/row-keys.ts';
import { contextOf, counts, type StoredMessage } from '../rows/stored-message.ts';
import type { Row } from '../store/row-store.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { listPages } from './row-pages.ts';

/** What a message's stored hits fold to, and which of their rows say otherwise. */
export interface FoldedMessage {
  /** `message.state`, unless that was damaged, or something changed that it was folded with. */
  state: FoldState;
  /** What there is to tell, knowing all of it. */
  facts: readonly Fact[];
  /** How many hits there are. */
  hits: number;
  /** Hits whose row holds another verdict than what they are first judged as now. */
  rejudged: readonly RejudgedHit[];
}

/** A hit that is judged otherwise than its row says. */
export interface RejudgedHit {
  row: Row;
  hit: StoredHit;
  verdict: Verdict;
}

/** Folds a message's stored hits again, as the message stands. Bounded by the limit of stored hits: six requests. */
export async function foldStored(
  parts: LedgerParts,
  mailboxId: MailboxId,
  { messageId, message }: { messageId: MessageId; message: StoredMessage },
): Promise<FoldedMessage> {
  const stored: { row: Row; hit: StoredHit }[] = [];
  for await (const rows of listPages(parts, mailboxId, { range: hitsOf(messageId) })) {
    stored.push(...rows.map((row) => ({ row, hit: readHit(row) })));
  }
  const counted = stored
    .filter(({ hit: { n, hit } }) => n < message.placed && counts(message, { kind: hit.kind, n }))
    .sort((a, b) => a.hit.n - b.hit.n);
  const numbered = counted.map(({ hit }) => numberHit(hit, message));
  const { state, verdicts, facts } = foldAll(numbered, contextOf(message));
  const rejudged = counted.flatMap(({ row, hit }, index) => {
    const verdict = verdicts[index] ?? hit.verdict;
    return isDeepStrictEqual(verdict, hit.verdict) ? [] : [{ row, hit, verdict }];
  });
  return { state, facts, hits: counted.length, rejudged };
}

/** A stored hit as it is folded: the sender's own are set aside. */
export function numberHit({ id, n, hit }: StoredHit, { mine, looked, corrections }: StoredMessage): NumberedHit {
  const isSenders = hasPlace(mine, n) || hasPlace(looked, n) || corrections.some((correction) => correction.hit === id);
  return { n, hit, setAside: isSenders };
}
