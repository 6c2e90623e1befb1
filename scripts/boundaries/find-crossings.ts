import { posix } from 'node:path';
import { PRESERVES, ROOMS } from './rooms.ts';
import type { Preserve, Room } from './rooms.ts';
import { readSourceFacts } from './source-facts.ts';
import type { SourceFacts } from './source-facts.ts';

/** A source file, its path from the project's root with `/`. */
export interface SourceFile {
  path: string;
  source: string;
}

/** A file that takes, or gives away, what isn't its to take or give. */
export interface Crossing {
  path: string;
  message: string;
}

/** The public door of core. */
const CORE = '@readback/core';

/**
 * Its side doors: what the pane's first views need, so that they load nothing that reads mails (docs/decisions/0052), and what
 * is derived from many messages, which only later views need (docs/decisions/0135).
 */
const CORE_SIDES: readonly string[] = ['english', 'german', 'overview', 'records'].map((side) => `${CORE}/${side}`);

/** Files that hold nothing but exports. */
const DOORS = /^([a-z]+\/src\/index|core\/src\/(english|german|overview|records))\.ts$/;

/** Names that say nothing about what is inside (house style §4). */
const EMPTY_NAMES = /(^|-)(utils?|helpers?|common|types|manager|service|misc|shared)$/;

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function roomOf(path: string): Room | null {
  return ROOMS.find(({ folder }) => isInside(path, folder)) ?? null;
}

function isTest(path: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(path);
}

function isOf(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`);
}

function roomFault(path: string, room: Room, target: string): string | null {
  const other = roomOf(target);
  if (other === null || other === room) return null;
  // What core's own tests are made of goes out by no door.
  if (other.folder === 'core/src')
    return room.folder === 'tests/src' && isTest(target) ? null : `imports core by its inside: say ${CORE}`;
  if (room.rooms === null || room.rooms.includes(other.folder)) return null;
  if (isTest(path) && room.testRooms?.includes(other.folder) === true) return null;
  return `imports ${target}: ${room.folder} may not use ${other.folder}`;
}

function importFault(path: string, room: Room, specifier: string): string | null {
  if (specifier.startsWith('.')) return roomFault(path, room, posix.join(posix.dirname(path), specifier));
  if (specifier === CORE || CORE_SIDES.includes(specifier))
    return room.folder === 'core/src' ? 'imports core by its door from inside' : null;
  if (specifier.startsWith('@readback/')) return `imports ${specifier}: only ${CORE} is a door`;
  // Tests run on Node, whatever their room runs on.
  if (room.packages === null || isTest(path)) return null;
  if (room.packages.some((name) => isOf(specifier, name))) return null;
  return `imports ${specifier}: ${room.folder} may not use it`;
}

function isTaken(facts: SourceFacts, what: Preserve['what']): string | null {
  if ('imports' in what) {
    const { imports } = what;
    return [...facts.imports].some((specifier) => isOf(specifier, imports)) ? `imports ${imports}` : null;
  }
  if ('importsName' in what) return facts.importedNames.has(what.importsName) ? `imports ${what.importsName}` : null;
  return facts.mentions.has(what.mentions) ? `says ${what.mentions}` : null;
}

function preserveFaults(path: string, facts: SourceFacts): readonly string[] {
  return PRESERVES.flatMap(({ within, only, what }) => {
    if (isTest(path) || !isInside(path, within) || isInside(path, only)) return [];
    const taken = isTaken(facts, what);
    return taken === null ? [] : [`${taken}: only ${only} does`];
  });
}

function doorFaults(path: string, facts: SourceFacts): readonly string[] {
  const isDoor = DOORS.test(path);
  if (isDoor && !facts.isBarrel) return ['holds more than exports: a door is nothing else'];
  return !isDoor && facts.reexports ? ['exports what it imported: only a workspace has a door'] : [];
}

function nameFaults(path: string, room: Room): readonly string[] {
  const parts = path.slice(room.folder.length + 1).split('/');
  const names = parts.map((part) => part.replace(/\..*$/, ''));
  const empty = names.filter((name) => EMPTY_NAMES.test(name));
  return [
    ...(parts.length > 2 ? [`lies ${parts.length - 1} folders deep in ${room.folder}: one is enough`] : []),
    ...empty.map((name) => `is named "${name}", which says nothing`),
  ];
}

/** Every crossing of every file, in the order of the files. */
export function findCrossings(files: readonly SourceFile[]): readonly Crossing[] {
  return files.flatMap(({ path, source }) => {
    const room = roomOf(path);
    if (room === null) return [];
    const facts = readSourceFacts(path, source);
    const messages = [
      ...[...facts.imports].map((specifier) => importFault(path, room, specifier)).filter((fault) => fault !== null),
      ...preserveFaults(path, facts),
      ...doorFaults(path, facts),
      ...nameFaults(path, room),
    ];
    return messages.map((message) => ({ path, message }));
  });
}
