import { decodeText } from './character-references.ts';

/** `Ada Park <ada@example.com>`, `Ada Park [mailto:ada@example.com]`. */
export const FULL_ADDRESS = /[<[][^<[>\]@]*@/;
/** `10:00`, `10.00`, a year: numbers that say when something was written, in any language; or who wrote it. */
export const TIME_OR_ADDRESS = /\d[:.]\d\d|\d{4}|@/;

const TAGS = /<[^<>]*>/g;
const LEAST_DASHES = 5;
const LEAST_UNDERSCORES = 20;
const LONGEST_LABEL = 30;

/** Whether a line that starts with this character may be a divider. */
export function mayDivide(code: number): boolean {
  return isDash(code) || isUnderscore(code);
}

/**
 * Whether a line of text divides a reply from what it answers, in any language: `-----Ursprüngliche Nachricht-----`,
 * `------------------ 原始邮件 ------------------`, or nothing but underscores.
 */
export function isDivider(line: string): boolean {
  if (!mayDivide(line.charCodeAt(0))) return false;
  if (countAtStart(line, isUnderscore) === line.length) return line.length >= LEAST_UNDERSCORES;
  const before = countAtStart(line, isDash);
  const after = countAtStart(line.split('').reverse().join(''), isDash);
  return before >= LEAST_DASHES && after >= LEAST_DASHES && before + after < line.length;
}

/** The text of the source of a line, if it ends as one does that says who wrote what follows; empty where it doesn't. */
export function whoWroteLine(source: string): string {
  const text = decodeText(source.replace(TAGS, '')).trim();
  return text.endsWith(':') || text.endsWith('\uff1a') ? text : '';
}

/** Whether a line starts like a header of a mail, in any language: `Von: …`, `De : …`, `发件人：…`. */
export function isHeaderLine(line: string): boolean {
  const colons = [line.indexOf(':'), line.indexOf('\uff1a')].filter((at) => at > 0);
  const colon = Math.min(...colons, LONGEST_LABEL + 1);
  if (colon > LONGEST_LABEL || line.startsWith('//', colon + 1)) return false;
  const last = line.slice(0, colon).trim().slice(-1);
  return last !== '' && !(last >= '0' && last <= '9');
}

function countAtStart(text: string, test: (code: number) => boolean): number {
  let count = 0;
  while (count < text.length && test(text.charCodeAt(count))) count++;
  return count;
}

/** The hyphen of the keyboard, and U+2010, which Proton uses. */
function isDash(code: number): boolean {
  return code === 0x2d || code === 0x2010;
}

function isUnderscore(code: number): boolean {
  return code === 0x5f;
}
