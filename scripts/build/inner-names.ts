import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where mails are read: names that stand nowhere else are no business of Office, of the server or of the pane. */
const READER = /^core\/src\/(body\/.*|prepare-body|body-look)\.ts$/;

/** Rooms of which something may get into the handlers' file. */
const ROOMS = ['core/src', 'addin/src'];

const STRING = /'[^'\n]*'|"[^"\n]*"|`[^`]*`/g;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;
/** A name of two words at least: what the language and the browsers call their own by one word is left alone. */
const NAME = /\b[a-z]+[A-Z]\w*/g;

/**
 * Names of members that only the reader of mails uses, and never as text: they can be shortened in a file that is made of all that
 * names them.
 */
export async function innerNames(root: string): Promise<readonly string[]> {
  const inner = new Set<string>();
  const outer = new Set<string>();
  for (const path of await sourcesOf(root)) {
    const code = (await readFile(join(root, path), 'utf8')).replace(COMMENT, '');
    const isReader = READER.test(path);
    for (const [name] of code.replace(STRING, '').matchAll(NAME)) (isReader ? inner : outer).add(name);
    for (const [text] of code.matchAll(STRING)) for (const [name] of text.matchAll(NAME)) outer.add(name);
  }
  return [...inner].filter((name) => !outer.has(name)).toSorted();
}

async function sourcesOf(root: string): Promise<string[]> {
  const lists = ROOMS.map(async (room) => {
    const names = await readdir(join(root, room), { recursive: true });
    return names.map((name) => `${room}/${name.replaceAll('\\', '/')}`);
  });
  const paths = (await Promise.all(lists)).flat();
  return paths.filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$/.test(path));
}
