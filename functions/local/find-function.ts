import type { FunctionMetadata, RpcBinding } from './rpc.ts';

/** The function that a request belongs to, and what its route's placeholders stand for. */
export interface FoundFunction {
  name: string;
  params: Readonly<Record<string, string>>;
}

/**
 * Finds the function of a request as the Functions host does (FunctionMetadataManager.cs, `OrderBy(f => f.Name)`): functions
 * sorted by name, first one whose path and method match; case doesn't count, and neither does a slash at the end. Null: 404,
 * for a method that no route takes too.
 * @param path decoded.
 */
export function findFunction(
  functions: readonly FunctionMetadata[],
  method: string,
  path: string,
): FoundFunction | null {
  for (const { name, bindings } of sortByName(functions)) {
    const trigger = Object.values(bindings).find((binding) => binding.type.toLowerCase() === 'httptrigger');
    if (trigger === undefined || !takesMethod(trigger, method)) continue;
    const params = matchRoute(trigger.route ?? name, path);
    if (params !== null) return { name, params };
  }
  return null;
}

function sortByName(functions: readonly FunctionMetadata[]): FunctionMetadata[] {
  const key = ({ name }: FunctionMetadata): string => name.toLowerCase();
  return [...functions].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

function takesMethod(trigger: RpcBinding, method: string): boolean {
  const methods = trigger.methods ?? ['GET', 'POST'];
  return methods.some((each) => each.toUpperCase() === method.toUpperCase());
}

/** What `{x}` and `{*x}` of a route stand for in a path; null where the path isn't the route's. */
function matchRoute(route: string, path: string): Record<string, string> | null {
  const wanted = splitPath(route);
  const given = splitPath(path);
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(\*?)(\w+)\}$/.exec(part);
    if (name?.[1] === '*') return { ...params, [name[2] ?? '']: given.slice(index).join('/') };
    const segment = given[index];
    if (segment === undefined || segment === '') return null;
    if (name !== null) params[name[2] ?? ''] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return null;
  }
  return given.length === wanted.length ? params : null;
}

function splitPath(path: string): string[] {
  const trimmed = path.replace(/^\//, '').replace(/\/$/, '');
  return trimmed === '' ? [] : trimmed.split('/');
}
