import { MAX_TEXT_LENGTH, type RowValues } from '../store/row-store.ts';

/** `text` as properties `name0`, `name1`, …, each within what one property holds. */
export function writeText(name: string, text: string): RowValues {
  const values: Record<string, string> = {};
  let start = 0;
  for (let index = 0; start < text.length; index += 1) {
    const end = endOfChunk(text, start);
    values[`${name}${index}`] = text.slice(start, end);
    start = end;
  }
  return values;
}

/** What `writeText` wrote; empty when there is none. */
export function readText(values: RowValues, name: string): string {
  const chunks: string[] = [];
  for (let index = 0; ; index += 1) {
    const chunk = values[`${name}${index}`];
    if (typeof chunk !== 'string') return chunks.join('');
    chunks.push(chunk);
  }
}

/** Names of the properties that hold a text of up to `chunks` chunks. */
export function textNames(name: string, chunks: number): readonly string[] {
  return Array.from({ length: chunks }, (_, index) => `${name}${index}`);
}

/** JSON of the longest beginning of `items` that fits into `chunks` properties. */
export function jsonWithin(items: readonly unknown[], chunks: number): string {
  const limit = chunks * (MAX_TEXT_LENGTH - 1);
  const parts: string[] = [];
  let length = 2;
  for (const item of items) {
    const part = JSON.stringify(item);
    length += part.length + 1;
    if (length > limit) break;
    parts.push(part);
  }
  return `[${parts.join(',')}]`;
}

/** Two halves of one character stay together: alone they are no text that the service takes. */
function endOfChunk(text: string, start: number): number {
  const end = Math.min(start + MAX_TEXT_LENGTH, text.length);
  const last = text.charCodeAt(end - 1);
  const isCut = end < text.length && last >= 0xd800 && last <= 0xdbff;
  return isCut ? end - 1 : end;
}
