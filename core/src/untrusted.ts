/** A member of an untrusted value; undefined where the value is no object or has no such member. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The text itself; null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** True or false; `otherwise` for anything else. */
export function flagOf<T>(value: unknown, otherwise: T): boolean | T {
  return typeof value === 'boolean' ? value : otherwise;
}

/** The texts of a list; null where it isn't a list, or holds anything else. */
export function textsOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const texts = value.map(textOf);
  return texts.every((text) => text !== null) ? texts : null;
}

/** The one of these words that the value is; null where it is none. */
export function wordOf<W extends string>(value: unknown, words: readonly W[]): W | null {
  return words.find((word) => word === value) ?? null;
}

/** The whole number within these bounds; null for anything else. */
export function integerOf(value: unknown, least: number, most: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

/** Parses JSON from outside; null where the text isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Text that isn't JSON counts as absent: the sign-in page of a hotel's Wi-Fi in place of our server's answer, a log line.
    return null;
  }
}
