import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Repair } from '../src/ledger/repair.ts';
import { explainFailure, openRepair, STORAGE_USAGE } from './open-repair.ts';
import { createProgress } from './progress.ts';
import { whereTyped } from './where-typed.ts';

/** `npm run repair`: compares the counts of every message with its stored hits, and brings lost hits back. */

const USAGE = `npm run repair -- [--write] [--log FILE]
  (nothing)     folds the stored hits of every message again and says where counts or verdicts differ
  --write       writes what the stored hits give
  --log FILE    also brings back the hits that stand in a log as "hit-not-kept"; may be run again
${STORAGE_USAGE}`;

async function repair(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { write: { type: 'boolean' }, log: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  const tool = openRepair();
  const log = values.log === undefined ? null : await openLog(values.log);
  const unreadable = log === null ? 0 : await readBack(tool, log);
  const left = await foldAll(tool, values.write !== true);
  return unreadable + left === 0 ? 0 : 1;
}

/** Rejects with an Error in words where there is no such file. */
async function openLog(file: string): Promise<FileHandle> {
  try {
    return await open(whereTyped(file));
  } catch (cause) {
    throw new Error(`--log ${file} can't be read.`, { cause });
  }
}

/** How many lines could not be read. */
async function readBack(tool: Repair, log: FileHandle): Promise<number> {
  const { written, alreadyThere, dropped, unreadable } = await tool.readBack(countLines(log));
  console.log(
    `Lost hits: ${written} brought back, ${alreadyThere} were there, ${dropped} not wanted, ${unreadable} unreadable`,
  );
  return unreadable;
}

/** The lines of a log, which is closed at their end; now and then it says how many there were. */
async function* countLines(log: FileHandle): AsyncIterable<string> {
  const tell = createProgress(console.error);
  let count = 0;
  for await (const line of log.readLines()) {
    count += 1;
    tell(() => `${count} lines of the log`);
    yield line;
  }
}

/** How many messages are still wrong. */
async function foldAll(tool: Repair, isDry: boolean): Promise<number> {
  const count = { sound: 0, differs: 0, mended: 0, busy: 0, damaged: 0 };
  const describe = (): string =>
    `Messages: ${count.sound} sound, ${count.mended} mended, ${count.differs} differ, ${count.busy} busy, ${count.damaged} damaged`;
  const tell = createProgress(console.error);
  for await (const { mailboxId, messageId, outcome } of tool.foldAll({ isDry })) {
    count[outcome] += 1;
    if (outcome !== 'sound') console.log(`${outcome}: message ${messageId} of mailbox ${mailboxId}`);
    tell(describe);
  }
  console.log(describe());
  if (isDry && count.differs > 0) console.log('Nothing of it was written; --write writes it.');
  return count.differs + count.busy + count.damaged;
}

try {
  process.exitCode = await repair(process.argv.slice(2));
} catch (error) {
  console.error(explainFailure(error, USAGE));
  process.exitCode = 2;
}
