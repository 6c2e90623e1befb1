import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * What Microsoft's typings say about one member, for example `Body.setAsync`.
 * Null: the typings don't say, neither at the member nor at its interface.
 */
export interface ContractRow {
  /** The lowest `Mailbox` set that has it. */
  set: string | null;
  /** Where another set counts: `web` covers new Outlook for Windows. */
  webSet?: string;
  /** In the words of the typings: `Compose`, `Read`, `Message Compose`, `Appointment Organizer` … */
  modes: readonly string[] | null;
  /** `restricted`, `read item`, `read/write item` or `read/write mailbox`. */
  permission: string | null;
}

/** Member → row, in alphabetical order. */
export type HostContract = Readonly<Record<string, ContractRow>>;

const SET = /\[Api set: (Mailbox [^\]]*)\]/;
const MODE = /Applicable Outlook mode\}\*\*:\s*([A-Za-z, ]+?)\s*$/m;
const PERMISSION = /Minimum permission level(?: \(Outlook\))?\}\*\*:\s*\*\*([a-z/ ]+)\*\*/;
const INTERFACE = /^ {4}(?:export )?interface (\w+)/;
const MEMBER = /^ {8}(\w+)\??\s*[(:<]/;

/** Reads the `Office` namespaces of the typings: every member that names a Mailbox set or an Outlook mode, or whose interface does. */
export function readTypings(typings: string): HostContract {
  const rows: Record<string, ContractRow> = {};
  let doc = '';
  let current: { name: string; defaults: ContractRow } | null = null;
  for (const line of officeLines(typings)) {
    const opens = INTERFACE.exec(line);
    const member = MEMBER.exec(line);
    if (isDocLine(line)) doc = line.trimStart().startsWith('/**') ? line : `${doc}\n${line}`;
    else if (opens !== null) {
      current = { name: opens[1] ?? '', defaults: readDoc(doc) };
      doc = '';
    } else if (line === '    }') current = null;
    else if (current !== null && member !== null) {
      const row = inherit(readDoc(doc), current.defaults);
      const name = `${current.name}.${member[1] ?? ''}`;
      if (row.set !== null || row.modes !== null) rows[name] = lowest(rows[name], row);
      doc = '';
    }
  }
  return sortKeys(rows);
}

/** The parts between `declare namespace Office {` and the brace that closes it. */
function officeLines(typings: string): string[] {
  const lines: string[] = [];
  let inside = false;
  for (const line of typings.split(/\r?\n/)) {
    if (line === 'declare namespace Office {') inside = true;
    else if (line === '}') inside = false;
    else if (inside) lines.push(line);
  }
  return lines;
}

function isDocLine(line: string): boolean {
  return /^\s*(\/\*\*|\*)/.test(line);
}

function readDoc(doc: string): ContractRow {
  const sets = readSets(SET.exec(doc)?.[1] ?? '');
  const modes = MODE.exec(doc)?.[1];
  const permission = PERMISSION.exec(doc)?.[1];
  return {
    ...sets,
    modes: modes === undefined ? null : modes.split(/,| or /).map((mode) => mode.trim()),
    permission: permission?.trim() ?? null,
  };
}

/**
 * `Mailbox 1.1 for Outlook on Windows (classic) and on Mac, Mailbox 1.8 for Outlook on the web …` is the one form with two
 * answers; the others name what they are for (shared folders, function commands), and the first is the lowest.
 */
function readSets(text: string): { set: string | null; webSet?: string } {
  const versions = [...text.matchAll(/Mailbox (\d+\.\d+)/g)].map((found) => found[1] ?? '');
  const [first, second] = versions;
  if (first === undefined) return { set: null };
  return second !== undefined && text.includes('Outlook on the web') ? { set: first, webSet: second } : { set: first };
}

function inherit(row: ContractRow, defaults: ContractRow): ContractRow {
  return {
    ...(row.set === null ? { set: defaults.set } : row),
    modes: row.modes ?? defaults.modes,
    permission: row.permission ?? defaults.permission,
  };
}

/** Overloads stand one after the other; the earliest set counts, and the first that says something. */
function lowest(known: ContractRow | undefined, row: ContractRow): ContractRow {
  if (known === undefined) return row;
  return isEarlier(row.set, known.set) ? row : known;
}

function isEarlier(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && Number(a.split('.')[1]) < Number(b.split('.')[1]);
}

function sortKeys(rows: Record<string, ContractRow>): HostContract {
  return Object.fromEntries(Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The text of `simulator/src/host-contract.json`: one row per line, so that a change of the typings reads as a diff. */
export function writeContract(contract: HostContract): string {
  const rows = Object.entries(contract).map(([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)}`);
  return `{\n${rows.join(',\n')}\n}\n`;
}

/** The typings as installed. */
export function installedTypings(): string {
  return readFileSync(createRequire(import.meta.url).resolve('@types/office-js/index.d.ts'), 'utf8');
}

/** Where the generated file stands. */
export const CONTRACT_FILE = fileURLToPath(new URL('../simulator/src/host-contract.json', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(CONTRACT_FILE, writeContract(readTypings(installedTypings())));
}
