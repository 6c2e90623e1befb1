import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longFileBites, readMarks, writeLongFile } from './lint-bites/expected-bites.ts';
import type { Bite } from './lint-bites/expected-bites.ts';
import { findMissedBites } from './lint-bites/find-missed-bites.ts';
import { chosenRules, parseLintConfig } from './lint-bites/lint-config.ts';

/**
 * A linter whose type-aware rules don't run says nothing and ends with 0, so that a wrong configuration looks like clean
 * code. Here it must find what is known to be wrong, in a copy of the fixture beside a copy of the configuration.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const LONG_FILE = 'functions/src/long.ts';

function readFixture(folder: string, rules: ReadonlySet<string>): readonly Bite[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return readMarks(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'), rules);
    });
}

function lintCopy(folder: string, config: string): string {
  cpSync(join(root, 'scripts/lint-fixture'), folder, { recursive: true });
  writeFileSync(join(folder, LONG_FILE), writeLongFile());
  // In the project the fixture is left out; here it is all there is.
  writeFileSync(
    join(folder, '.oxlintrc.json'),
    config.replace(/"ignorePatterns": \[.*?\]/s, '"ignorePatterns": ["node_modules"]'),
  );
  // The linter looks for its type-aware part from the folder that it runs in.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const linter = join(root, 'node_modules/oxlint/bin/oxlint');
  return spawnSync(process.execPath, [linter, '--format', 'json'], { cwd: folder, encoding: 'utf8' }).stdout;
}

function main(): number {
  const config = readFileSync(join(root, '.oxlintrc.json'), 'utf8');
  const parsed = parseLintConfig(config);
  if (parsed === null) throw new Error('.oxlintrc.json has no rules and overrides');
  const rules = chosenRules(parsed);
  const bites = [...readFixture(join(root, 'scripts/lint-fixture'), rules), ...longFileBites(LONG_FILE)];
  const folder = mkdtempSync(join(tmpdir(), 'readback-lint-'));
  try {
    const problems = findMissedBites({ rules, bites, report: lintCopy(folder, config) });
    for (const problem of problems) console.error(problem);
    if (problems.length === 0) console.log(`lint: each of ${rules.size} chosen rules found what is known to be wrong`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main();
