/**
 * One segment of a request's path, counted from 0; empty where there is none. The path is read from the URL and not from
 * `params`, which the host decodes (azure.md 10): percent forms stay as they are.
 */
export function pathSegment(url: string, index: number): string {
  return new URL(url).pathname.split('/')[index + 1] ?? '';
}
