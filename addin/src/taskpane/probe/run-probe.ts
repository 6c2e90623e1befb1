import { BODY_ROWS } from './body-rows.ts';
import { STATE_ROWS } from './state-rows.ts';
import type { Finding, ProbeDesk } from './probe-desk.ts';

/** A check with what it found. */
export interface ProbeResult extends Finding {
  id: string;
  what: string;
  milliseconds: number;
}

/** A whole run, as it is downloaded: what one build of Outlook does. */
export interface ProbeReport {
  format: 'readback-probe-1';
  /** ISO 8601. */
  at: string;
  host: { hostName: string; platform: string; version: string };
  client: string;
  results: readonly ProbeResult[];
}

/** Why a draft isn't probed: its body would be overwritten. */
export type Refusal = 'has-recipients' | 'has-subject' | 'unreadable';

/** Null: nobody would miss what is in this draft. */
export async function refuseDraft({ item }: Pick<ProbeDesk, 'item'>): Promise<Refusal | null> {
  const [recipients, subject] = await Promise.all([item.readRecipients(), item.readSubject()]);
  if (!recipients.ok || !subject.ok) return 'unreadable';
  if (recipients.value.length > 0) return 'has-recipients';
  return subject.value.trim() === '' ? null : 'has-subject';
}

/** Runs all checks, those on the body last, one after the other; `onResult` hears of each. */
export async function runProbe(
  desk: ProbeDesk,
  onResult: (result: ProbeResult) => void,
): Promise<readonly ProbeResult[]> {
  const results: ProbeResult[] = [];
  for (const { id, what, run } of [...STATE_ROWS, ...BODY_ROWS]) {
    const start = desk.timers.now();
    // One check writes what the next reads.
    // oxlint-disable-next-line no-await-in-loop
    const finding = await run(desk);
    const result = { id, what, ...finding, milliseconds: desk.timers.now() - start };
    results.push(result);
    onResult(result);
  }
  return results;
}
