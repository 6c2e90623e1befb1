import { checkFiles } from './check-files.ts';
import { checkNames, checkTls } from './check-names.ts';
import { checkHealth } from './check-health.ts';
import { checkTracking } from './check-tracking.ts';
import type { Check, Deployment } from './deployment.ts';
import type { Finding } from './finding.ts';
import { notReached } from './not-reached.ts';

/** A finding and the check it came from. */
export interface ReportLine extends Finding {
  check: string;
}

const CHECKS: readonly Check[] = [checkNames, checkTls, checkHealth, checkFiles, checkTracking];

async function runCheck({ name, run }: Check, deployment: Deployment): Promise<readonly ReportLine[]> {
  const findings = await run(deployment).catch((error: unknown) => [notReached(error)]);
  return findings.map((finding) => ({ check: name, ...finding }));
}

/** Looks at everything, one check after the other, and leaves none out because another failed. Tells of each when it is done. */
export async function* runPreflight(deployment: Deployment): AsyncIterable<ReportLine> {
  for (const check of CHECKS) yield* await runCheck(check, deployment);
}
