import type { SettingProblem } from './setting-reader.ts';
import { secretRule } from './setting-rules.ts';

/** The secrets from which mailbox keys are derived: number (0..255) → 32 bytes. The highest number signs, all verify. */
export type Masters = ReadonlyMap<number, Uint8Array>;

/** The masters that could be read, and what is wrong with the rest. */
export interface MastersReading {
  masters: Masters;
  problems: readonly SettingProblem[];
}

/** The parts of `number:base64`. */
interface Entry {
  number: number;
  secret: Uint8Array;
}

const REMEDY =
  'Set it to entries like 0:BASE64 separated by commas: a number from 0 to 255 and 32 random bytes in base64, as `openssl rand -base64 32` prints. Never reuse a number.';

/**
 * Reads `MASTERS`. An entry that can't be read is a problem but doesn't take the others with it: links signed with those
 * must go on working.
 */
export function readMasters(text: string): MastersReading {
  const masters = new Map<number, Uint8Array>();
  const problems: SettingProblem[] = [];
  const entries = text.split(/[\s,;]+/).filter((entry) => entry !== '');
  for (const [index, entry] of entries.entries()) {
    const parsed = parseEntry(entry);
    const problem = findProblem(parsed, masters, index + 1);
    if (problem !== null) problems.push({ setting: 'MASTERS', problem, remedy: REMEDY });
    else if (parsed !== null) masters.set(parsed.number, parsed.secret);
  }
  return { masters, problems };
}

/** Whether a master may be missing from those that could be read: then a token without a key may be sound all the same. */
export function hasMastersProblem(problems: readonly SettingProblem[]): boolean {
  return problems.some(({ setting }) => setting === 'MASTERS');
}

/** Number of the master that signs: the highest; null where there is none. */
export function signingEpoch(masters: Masters): number | null {
  return masters.size === 0 ? null : Math.max(...masters.keys());
}

function findProblem(entry: Entry | null, masters: Masters, place: number): string | null {
  if (entry === null) return `Entry ${place} cannot be read.`;
  return masters.has(entry.number) ? `Entry ${place} uses the number ${entry.number} again.` : null;
}

function parseEntry(text: string): Entry | null {
  const [, digits, encoded] = /^(\d{1,3}):(.+)$/.exec(text) ?? [];
  if (digits === undefined || encoded === undefined || Number(digits) > 255) return null;
  const secret = secretRule.parse(encoded);
  return secret && { number: Number(digits), secret };
}
