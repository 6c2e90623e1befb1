import { parseArgs } from 'node:util';
import { ask, inspectCertificate } from './preflight/look-outside.ts';
import { readPreflightOptions } from './preflight/preflight-options.ts';
import type { GivenPreflightOptions } from './preflight/preflight-options.ts';
import { runPreflight } from './preflight/run-preflight.ts';
import type { ReportLine } from './preflight/run-preflight.ts';

const USAGE = `npm run preflight -- --app https://readback.contoso.com --tracking https://go.contoso.com
  --app       APP_ORIGIN
  --tracking  TRACKING_ORIGIN
  --local     an installation on this machine (npm start): names and certificates are not looked at`;

type ReadCommandLine =
  { ok: true; given: GivenPreflightOptions & { help?: boolean | undefined } } | { ok: false; problem: string };

function readCommandLine(): ReadCommandLine {
  try {
    const { values } = parseArgs({
      options: {
        app: { type: 'string' },
        tracking: { type: 'string' },
        local: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return { ok: true, given: values };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : 'unreadable options' };
  }
}

function printLine({ level, check, message, remedy }: ReportLine): void {
  console.log(`${level.padEnd(4)}  ${check.padEnd(8)}  ${message}`);
  if (remedy !== null) console.log(`${' '.repeat(16)}→ ${remedy}`);
}

function printSummary(lines: readonly ReportLine[]): void {
  const count = (level: string): number => lines.filter((line) => line.level === level).length;
  console.log(`\n${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} failed`);
  console.log(
    'Not seen from outside: whether the sign-in is registered, and whether the app may also write to its storage. Open the pane in Outlook once: it says so.',
  );
}

async function main(): Promise<number> {
  const commandLine = readCommandLine();
  if (commandLine.ok && commandLine.given.help === true) {
    console.log(USAGE);
    return 0;
  }
  const read = commandLine.ok
    ? readPreflightOptions(commandLine.given)
    : { ok: false as const, problems: [commandLine.problem] };
  if (!read.ok) {
    for (const problem of read.problems) console.error(problem);
    console.error(`\n${USAGE}`);
    return 2;
  }
  const lines: ReportLine[] = [];
  for await (const line of runPreflight({ ...read.options, now: Date.now, ask, inspectCertificate })) {
    printLine(line);
    lines.push(line);
  }
  printSummary(lines);
  return lines.some(({ level }) => level === 'fail') ? 1 : 0;
}

process.exitCode = await main();
