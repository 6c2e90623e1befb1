import { parseArgs } from 'node:util';
import { RULES_VERSION } from '@readback/core';
import { parseMailboxId } from '../src/rows/ids.ts';
import type { FoldOptions } from '../src/ledger/repair.ts';
import { explainFailure, openRepair, STORAGE_USAGE } from './open-repair.ts';
import { createProgress } from './progress.ts';
import { addReport, describeReport, describeTotals, NO_TOTALS } from './rejudge-report.ts';

/** `npm run rejudge`: judges stored hits again under the rules of this version. */

const USAGE = `npm run rejudge -- [--mailbox ID] [--write]
  (nothing)     judges every stored hit again and says what would change
  --mailbox ID  only messages of this one, 16 hex digits
  --write       writes what is judged otherwise: verdicts, counts of people and programs, headlines
${STORAGE_USAGE}`;

/** Null: the wish to be told of the options. */
function readOptions(args: readonly string[]): FoldOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: { write: { type: 'boolean' }, mailbox: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) return null;
  const isDry = values.write !== true;
  if (values.mailbox === undefined) return { isDry };
  const mailboxId = parseMailboxId(values.mailbox);
  if (mailboxId === null) throw new Error(`--mailbox "${values.mailbox}" is not the id of a mailbox`);
  return { isDry, mailboxId };
}

async function rejudge(options: FoldOptions | null): Promise<number> {
  if (options === null) {
    console.log(USAGE);
    return 0;
  }
  const tool = openRepair();
  let totals = NO_TOTALS;
  const tell = createProgress(console.error);
  for await (const report of tool.foldAll(options)) {
    totals = addReport(totals, report);
    const change = describeReport(report);
    if (change !== null) console.log(change);
    const soFar = totals;
    tell(() => describeTotals(soFar));
  }
  console.log(`Rules of version ${RULES_VERSION}: ${describeTotals(totals)}`);
  if (options.isDry && totals.changed + totals.outdated > 0) console.log('Nothing was written; --write writes it.');
  return totals.left === 0 ? 0 : 1;
}

try {
  process.exitCode = await rejudge(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(explainFailure(error, USAGE));
  process.exitCode = 2;
}
