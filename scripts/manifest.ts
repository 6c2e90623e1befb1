import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { composeManifest } from './manifest/compose-manifest.ts';
import { findManifestFaults } from './manifest/find-manifest-faults.ts';
import { LOCAL_OPTIONS, readManifestOptions } from './manifest/manifest-options.ts';
import type { GivenManifestOptions, ManifestOptions } from './manifest/manifest-options.ts';
import { readSurroundings } from './manifest/read-surroundings.ts';

const USAGE = `npm run manifest -- --app https://readback.contoso.com --tracking https://go.contoso.com --client-id GUID
  --app       where pane, handlers and API are served: APP_ORIGIN
  --tracking  where pictures and links are served: TRACKING_ORIGIN
  --client-id application (client) id of the Entra registration: CLIENT_ID
  --profile   full (the default), or opens: no handler in the send path, so only pictures, no links
  --revision  a higher number each time a manifest replaces one that is deployed (0): Outlook takes no other
  --id        another GUID for a second, separate add-in in the same tenant
  --out       file to write; the default is dist/manifest.xml
npm run manifest -- --local
  writes the project's own manifest.xml, for https://localhost:7071`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface CommandLine extends GivenManifestOptions {
  out?: string | undefined;
  local?: boolean | undefined;
  help?: boolean | undefined;
}

type ReadCommandLine = { ok: true; given: CommandLine } | { ok: false; problem: string };

function readCommandLine(): ReadCommandLine {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const { values } = parseArgs({
      options: {
        app: text,
        tracking: text,
        'client-id': text,
        profile: text,
        revision: text,
        id: text,
        out: text,
        local: flag,
        help: { ...flag, short: 'h' },
      },
    });
    return { ok: true, given: values };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : 'unreadable options' };
  }
}

function fail(problems: readonly string[]): number {
  for (const problem of problems) console.error(problem);
  console.error(`\n${USAGE}`);
  return 2;
}

async function writeManifest(options: ManifestOptions, out: string): Promise<number> {
  const manifest = composeManifest(options);
  const faults = findManifestFaults(manifest, await readSurroundings(root));
  for (const { rule, message } of faults) console.error(`${message} (${rule})`);
  if (faults.length > 0) return 1;
  try {
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, manifest);
  } catch (error) {
    console.error(`--out ${out} can't be written: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  return 0;
}

function nextSteps(options: ManifestOptions, out: string): string {
  const warning =
    options.app === options.tracking
      ? '\nOne name serves both: a blocklist that takes the tracking host takes the add-in with it. Use two names.\n'
      : '';
  return `${out}: profile ${options.profile}, add-in ${options.id}, revision ${options.revision}
${warning}
The Function App's settings that belong to it:
  APP_ORIGIN=${options.app}
  TRACKING_ORIGIN=${options.tracking}
  CLIENT_ID=${options.clientId}
Before it is deployed: npm run preflight -- --app ${options.app} --tracking ${options.tracking}`;
}

async function main(): Promise<number> {
  const commandLine = readCommandLine();
  if (!commandLine.ok) return fail([commandLine.problem]);
  const { local, help, out = join(root, 'dist/manifest.xml'), ...given } = commandLine.given;
  // npm runs scripts in the project's root; a relative path is meant from where it was typed.
  const file = resolve(process.env['INIT_CWD'] ?? '.', out);
  if (help) {
    console.log(USAGE);
    return 0;
  }
  if (out === '') return fail(['--out is the name of a file']);
  if (local) return writeManifest(LOCAL_OPTIONS, join(root, 'manifest.xml'));
  const read = readManifestOptions(given);
  if (!read.ok) return fail(read.problems);
  const code = await writeManifest(read.options, file);
  if (code === 0) console.log(nextSteps(read.options, file));
  return code;
}

process.exitCode = await main();
