import { fail } from './finding.ts';
import type { Finding } from './finding.ts';

/** What to do, by what Node calls the failure; the first that fits. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/ENOTFOUND|EAI_AGAIN/, 'Nobody knows this name yet: see the CNAME in docs/deploy.md, "Two names".'],
  [
    /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY|EPROTO|ERR_SSL/,
    'Outlook loads nothing without a certificate that is trusted for this very name: docs/deploy.md, "Two names".',
  ],
  [
    /ECONNREFUSED|ECONNRESET|TIMEOUT|TimeoutError|no answer/,
    'Is the Function App running, and is it behind this name?',
  ],
];
const OTHERWISE = 'Check DNS, the certificate and the firewall; then run this again.';

/** The innermost error: `fetch failed` alone tells an admin nothing. */
function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error;
}

/** A host from which there was no answer, in the words of whoever tried to ask. */
export class NotReached extends Error {
  override readonly name = 'NotReached';
  readonly origin: string;

  constructor(origin: string, cause: unknown) {
    super(`${origin} not reached`, { cause });
    this.origin = origin;
  }
}

/** The finding about a check that got no answer. */
export function notReached(error: unknown): Finding {
  if (!(error instanceof Error)) return fail('not reached: unknown', OTHERWISE);
  const cause = innermost(error);
  const code = 'code' in cause && typeof cause.code === 'string' ? `${cause.code} ` : '';
  const reason = `${code}${cause.message}`;
  const where = error instanceof NotReached ? `${error.origin} ` : '';
  const remedy = REMEDIES.find(([sign]) => sign.test(`${cause.name} ${reason}`))?.[1] ?? OTHERWISE;
  return fail(`${where}not reached: ${reason}`, remedy);
}
