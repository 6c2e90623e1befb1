import { sayReason } from '@readback/core';
import type { MessageReport } from '../src/ledger/repair.ts';

/** What judging again came to, so far. */
export interface RejudgeTotals {
  messages: number;
  hits: number;
  /** Messages of which something is judged otherwise. */
  changed: number;
  /** Messages of which nothing is, and whose rows were written by an earlier version. */
  outdated: number;
  /** Hits whose first verdict is another one. */
  rejudged: number;
  /** Messages of which a row can't be read, or hits come in too fast. */
  left: number;
}

/** Nothing was looked at. */
export const NO_TOTALS: RejudgeTotals = { messages: 0, hits: 0, changed: 0, outdated: 0, rejudged: 0, left: 0 };

/** The totals with one more message. */
export function addReport(totals: RejudgeTotals, report: MessageReport): RejudgeTotals {
  const { outcome, hits, rejudged } = report;
  const differs = outcome === 'differs' || outcome === 'mended';
  const isOutdated = isOutdatedOnly(report);
  return {
    messages: totals.messages + 1,
    hits: totals.hits + hits,
    changed: totals.changed + (differs && !isOutdated ? 1 : 0),
    outdated: totals.outdated + (differs && isOutdated ? 1 : 0),
    rejudged: totals.rejudged + rejudged.length,
    left: totals.left + (outcome === 'damaged' || outcome === 'busy' ? 1 : 0),
  };
}

/** What is judged otherwise about a message, in words; null: nothing. */
export function describeReport(report: MessageReport): string | null {
  const { mailboxId, messageId, outcome, hits, rejudged, headline } = report;
  const name = `message ${messageId} of mailbox ${mailboxId}`;
  if (outcome === 'damaged') return `${name}: a row can't be read`;
  if (outcome === 'busy') return `${name}: hits come in too fast; run this again`;
  if (outcome === 'sound' || isOutdatedOnly(report)) return null;
  const lines = [`${name}: ${rejudged.length} of ${counted(hits, 'hit')}`, ...countChanges(report)];
  if (headline !== null) lines.push(`"${sayReason(headline.from, 'en')}" → "${sayReason(headline.to, 'en')}"`);
  if (rejudged.length === 0 && headline === null) lines.push('counts or corrections only');
  return lines.join('\n  ');
}

/** `3 × person (C12 clicked-in) → scanner (C8 burst)`, the most frequent first. */
function countChanges({ rejudged }: MessageReport): readonly string[] {
  const counts = new Map<string, number>();
  for (const { from, to } of rejudged) {
    const change = `${describe(from)} → ${describe(to)}`;
    counts.set(change, (counts.get(change) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([change, count]) => `${count} × ${change}`);
}

function describe({ actor, certainty, rule, reason }: MessageReport['rejudged'][number]['from']): string {
  return `${actor} ${certainty} (${rule} ${reason.code})`;
}

/** Its row lacks what an earlier version didn't write, and that is all. */
function isOutdatedOnly({ outdated, rejudged, headline }: MessageReport): boolean {
  return outdated && rejudged.length === 0 && headline === null;
}

/** The totals in one line. */
export function describeTotals({ messages, hits, changed, outdated, rejudged, left }: RejudgeTotals): string {
  const parts = [
    `judged otherwise: ${counted(changed, 'message')}, ${counted(rejudged, 'hit')}`,
    ...(outdated === 0 ? [] : [`of an earlier version: ${counted(outdated, 'message')}`]),
    `not judged: ${counted(left, 'message')}`,
  ];
  return `${counted(messages, 'message')}, ${counted(hits, 'hit')}; ${parts.join('; ')}`;
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
