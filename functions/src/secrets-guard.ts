import { createHmac } from 'node:crypto';
import type { Config } from './config.ts';
import type { Ledger, SecretsComparison } from './ledger/ledger.ts';
import { hasMastersProblem } from './masters.ts';
import type { SettingProblem } from './setting-reader.ts';

/** Begins the name of each master's check value. */
const MASTER = 'master-';

/** Notices a master or `ID_SECRET` that was changed in place: keys made from it would fit nothing that was sent. */
export interface SecretsGuard {
  /**
   * What is wrong, before a key is handed out: secrets never seen are the ones from here on. Asks storage until it has
   * answered once. Rejects with a `LedgerError` while it doesn't.
   */
  check(): Promise<readonly SettingProblem[]>;
  /**
   * The same for somebody who only looks, and which masters were taken away: asks storage each time and keeps nothing.
   * A missing master stops links that were sent, and no key that is handed out.
   */
  look(): Promise<readonly SettingProblem[]>;
}

/** Makes the guard of one process. */
export function createSecretsGuard(config: Config, ledger: Ledger | null): SecretsGuard {
  let answer: readonly SettingProblem[] | null = null;
  let running: Promise<readonly SettingProblem[]> | null = null;

  const compare = async (keepNew: boolean): Promise<SecretsComparison> =>
    (await ledger?.compareSecrets(checkValues(config), keepNew)) ?? { changed: [], missing: [] };

  async function ask(): Promise<readonly SettingProblem[]> {
    try {
      const { changed } = await compare(true);
      answer = changed.map(describeChange);
      return answer;
    } finally {
      running = null;
    }
  }

  return {
    check: async () => answer ?? (await (running ??= ask())),
    look: async () => {
      const { changed, missing } = await compare(false);
      return [...changed.map(describeChange), ...missingMasters(config, missing)];
    },
  };
}

/** Values by which a secret is recognised, but from which it can't be found. */
function checkValues(config: Config): Record<string, string> {
  const checks: Record<string, string> = {};
  for (const [number, secret] of config.masters) checks[`${MASTER}${number}`] = checkValue(secret);
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
    problem: `The master of number ${name.replace(MASTER, '')} is not the one that stood here before.`,
    remedy: 'Set it back, and add a further number instead: sent links need the one they were made with.',
  };
}

/** One that can't be read is named among the settings already. */
function missingMasters({ problems }: Config, missing: readonly string[]): readonly SettingProblem[] {
  if (hasMastersProblem(problems)) return [];
  return missing
    .filter((name) => name.startsWith(MASTER))
    .map((name) => ({
      setting: 'MASTERS',
      problem: `The master of number ${name.replace(MASTER, '')} is missing: links that were sent with it do not work.`,
      remedy: 'Put it back beside the others; a master is never taken away.',
    }));
}
