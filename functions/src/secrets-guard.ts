import { createHmac } from 'node:crypto';
import type { Config } from './config.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { SettingProblem } from './setting-reader.ts';

/** Notices a master or `ID_SECRET` that was changed in place: keys made from it would fit nothing that was sent. */
export interface SecretsGuard {
  /** What is wrong; asks storage until it has answered once. Rejects with a `LedgerError` while it doesn't. */
  check(): Promise<readonly SettingProblem[]>;
  /** What is known without asking; empty before the first answer. */
  known(): readonly SettingProblem[];
}

/** Makes the guard of one process. */
export function createSecretsGuard(config: Config, ledger: Ledger | null): SecretsGuard {
  let answer: readonly SettingProblem[] | null = null;
  let running: Promise<readonly SettingProblem[]> | null = null;

  async function ask(): Promise<readonly SettingProblem[]> {
    try {
      const changed = (await ledger?.changedSecrets(checkValues(config))) ?? [];
      answer = changed.map(describeChange);
      return answer;
    } finally {
      running = null;
    }
  }

  return {
    check: async () => answer ?? (await (running ??= ask())),
    known: () => answer ?? [],
  };
}

/** Values by which a secret is recognised, but from which it can't be found. */
function checkValues(config: Config): Record<string, string> {
  const checks: Record<string, string> = {};
  for (const [number, secret] of config.masters) checks[`master-${number}`] = checkValue(secret);
  if (config.company !== null) checks['idSecret'] = checkValue(config.company.idSecret);
  return checks;
}

function checkValue(secret: Uint8Array): string {
  return createHmac('sha256', secret).update('readback/check').digest('base64url');
}

function describeChange(name: string): SettingProblem {
  if (name === 'idSecret') {
    return {
      setting: 'ID_SECRET',
      problem: 'It is not the one with which this storage was begun, so nobody would find their mails again.',
      remedy: 'Set it back; it must never change.',
    };
  }
  return {
    setting: 'MASTERS',
    problem: `The master of number ${name.replace('master-', '')} is not the one that stood here before.`,
    remedy: 'Set it back, and add a further number instead: sent links need the one they were made with.',
  };
}
