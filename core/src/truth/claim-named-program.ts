import { DECISIVE, because, scanner } from './rule.ts';
import type { Claim, Evidence } from './rule.ts';

/** What follows from what a program says of itself; null where it may be a person's. */
export function claimNamedProgram(kind: Evidence['client']['kind'], name: string | null): Claim | null {
  if (kind === 'link-preview') {
    return {
      actor: 'link-preview',
      weight: DECISIVE,
      side: 'machine',
      reason: because('link-preview', { service: name ?? '' }),
    };
  }
  const isProgram = kind === 'scanner' || kind === 'tool' || kind === 'bot';
  return isProgram ? scanner(5, because('program', { program: name ?? '' })) : null;
}
