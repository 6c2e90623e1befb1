/** Says whether an untrusted value is a T. */
export type Shape<T> = (value: unknown) => value is T;

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The value or null. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(shape);
}

export function oneOf<T extends string>(...allowed: readonly T[]): Shape<T> {
  return (value): value is T => allowed.some((each) => each === value);
}

/** An object that has at least these fields; further ones are allowed, so that an older pane reads a newer server. */
export function objectOf<T extends object>(fields: { readonly [Name in keyof T]-?: Shape<T[Name]> }): Shape<T> {
  return (value): value is T => {
    if (!isObject(value)) return false;
    for (const name in fields) {
      if (!fields[name](Reflect.get(value, name))) return false;
    }
    return true;
  };
}
