import { checkFiles } from './check-files.ts';
import { checkNames, checkTls } from './check-names.ts';
import { checkHealth } from './check-health.ts';
import { checkTracking } from './check-tracking.ts';
import type { Check, Deployment } from './deployment.ts';
import { fail } from './finding.ts';
import type { Finding } from './finding.ts';

/** A finding and the check it came from. */
export interface ReportLine extends Finding {
  check: string;
}

const CHECKS: readonly Check[] = [checkNames, checkTls, checkHealth, checkFiles, checkTracking];

/** The innermost reason: `fetch failed` alone tells an admin nothing. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code} ` : '';
  return `${code}${error.message}`;
}

async function runCheck({ name, run }: Check, deployment: Deployment): Promise<readonly ReportLine[]> {
  const findings = await run(deployment).catch((error: unknown) => [
    fail(`not reached: ${reasonOf(error)}`, 'Check DNS, the certificate and the firewall; then run this again.'),
  ]);
  return findings.map((finding) => ({ check: name, ...finding }));
}

/** Looks at everything, one check after the other, and leaves none out because another failed. */
export async function runPreflight(deployment: Deployment): Promise<readonly ReportLine[]> {
  const lines: ReportLine[] = [];
  for (const check of CHECKS) lines.push(...(await runCheck(check, deployment)));
  return lines;
}
