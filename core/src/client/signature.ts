import type { UserAgent } from './user-agent.ts';

/** What kind of program asked. `app`: a person's app that is neither browser nor mail program. */
export type ClientKind =
  | 'mail-client'
  | 'image-proxy'
  | 'prefetch'
  | 'link-preview'
  | 'scanner'
  | 'tool'
  | 'bot'
  | 'browser'
  | 'app'
  | 'unknown';

/** How a program is known by its `User-Agent`: one row each. */
export interface Signature {
  /** As people call the program; null: as it calls itself. */
  name: string | null;
  kind: ClientKind;
  /** In lower case: a whole product name, where a second one isn't there; or the header's start; or a text anywhere in it. */
  match: { product: string; without?: string } | { start: string } | { text: string };
  /** Where the string was seen. */
  source: string;
  /** When the source was read, as year-month. */
  date: string;
  /** A: vendor document, published log or code in production. B: practitioner's study. C: one voice. */
  grade: 'A' | 'B' | 'C';
}

/** The first row that fits, or null. */
export function findSignature(agent: UserAgent, rows: readonly Signature[]): Signature | null {
  return rows.find((row) => fits(agent, row.match)) ?? null;
}

function fits(agent: UserAgent, match: Signature['match']): boolean {
  if ('product' in match) return agent.keys.has(match.product) && !(match.without && agent.keys.has(match.without));
  return 'start' in match ? agent.lower.startsWith(match.start) : agent.lower.includes(match.text);
}

/** Makes the rows of one source: `name`, `match` and, where it isn't the group's, `kind`. */
export function rowsOf(
  from: Pick<Signature, 'kind' | 'source' | 'date' | 'grade'>,
  rows: readonly (readonly [name: string | null, match: Signature['match']])[],
): readonly Signature[] {
  return rows.map(([name, match]) => ({ ...from, name, match }));
}
