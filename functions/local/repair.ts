import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { Repair } from '../src/ledger/repair.ts';
import { explainFailure, openRepair, STORAGE_USAGE } from './open-repair.ts';

/** `npm run repair`: compares the counts of every message with its stored hits, and brings lost hits back. */

const USAGE = `npm run repair -- [--write] [--log FILE]
  (nothing)     folds the stored hits of every message again and says where counts or verdicts differ
  --write       writes what the stored hits give
  --log FILE    also brings back the hits that stand in a log as "hit-not-kept"; may be run again
${STORAGE_USAGE}`;

async function repair(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { write: { type: 'boolean' }, log: { type: 'string' } } });
  const tool = openRepair();
  const unreadable = values.log === undefined ? 0 : await readBack(tool, values.log);
  const left = await foldAll(tool, values.write !== true);
  return unreadable + left === 0 ? 0 : 1;
}

/** How many lines could not be read. */
async function readBack(tool: Repair, file: string): Promise<number> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  const { written, alreadyThere, dropped, unreadable } = await tool.readBack(lines);
  console.log(
    `Lost hits: ${written} brought back, ${alreadyThere} were there, ${dropped} not wanted, ${unreadable} unreadable`,
  );
  return unreadable;
}

/** How many messages are still wrong. */
async function foldAll(tool: Repair, isDry: boolean): Promise<number> {
  const count = { sound: 0, differs: 0, mended: 0, busy: 0, damaged: 0 };
  for await (const { mailboxId, messageId, outcome } of tool.foldAll({ isDry })) {
    count[outcome] += 1;
    if (outcome !== 'sound') console.log(`${outcome}: message ${messageId} of mailbox ${mailboxId}`);
  }
  console.log(
    `Messages: ${count.sound} sound, ${count.mended} mended, ${count.differs} differ, ${count.busy} busy, ${count.damaged} damaged`,
  );
  return count.differs + count.busy + count.damaged;
}

try {
  process.exitCode = await repair(process.argv.slice(2));
} catch (error) {
  console.error(explainFailure(error, USAGE));
  process.exitCode = 2;
}
