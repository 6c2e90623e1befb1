/** A moment in milliseconds since 1970 as rows and answers hold it: ISO 8601 in UTC, which sorts as text. */
export function isoOf(at: number): string {
  return new Date(at).toISOString();
}
