import type { Registration } from '@readback/core';
import { errorFacts } from '../log.ts';
import { parseMessageId, type MailboxId } from '../rows/ids.ts';
import { QUOTED_MS } from './hit-change.ts';
import { answered, type LedgerParts } from './ledger-parts.ts';
import { quotedChange } from './message-changes.ts';

/**
 * Tells the messages that a mail quotes that it is on its way: loads of their pictures in the next minutes may come out of
 * the quote. Best effort: the mail's own registration stands without it. Never rejects.
 */
export async function noteQuotes(
  parts: LedgerParts,
  mailboxId: MailboxId,
  { quotes, ageMs, deliverAfter }: Registration,
): Promise<void> {
  const now = parts.clock.now();
  const arrivesAt = deliverAfter === null ? now - Math.max(0, ageMs) : Date.parse(deliverAfter);
  const quoted = quotes.map(parseMessageId).filter((id) => id !== null);
  if (quoted.length === 0 || Number.isNaN(arrivesAt) || arrivesAt + QUOTED_MS <= now) return;
  try {
    const noted = quoted.map((id) => parts.commits.submit(mailboxId, quotedChange(id, arrivesAt)));
    await answered(parts, Promise.all(noted));
  } catch (error) {
    parts.log('quotes-not-noted', errorFacts(error));
  }
}
