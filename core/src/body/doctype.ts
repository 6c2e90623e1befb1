import { isSpace } from './attributes.ts';

/**
 * Starts of public ids that mean quirks mode (WHATWG HTML §13.2.6.4.1), without `-//`. The standard lists 55 longer ones; these
 * cover all of them, and nothing else that was ever published.
 */
const QUIRKY_PREFIXES = [
  'advasoft ltd//',
  'as//',
  'ietf//dtd html',
  'metrius//',
  'microsoft//dtd internet explorer',
  'netscape comm. corp.//',
  "o'reilly and associates//",
  'softquad',
  'spyglass//',
  'sq//',
  'sun microsystems corp.//',
  'w3c//dtd html 3',
  'w3c//dtd html 4.0 ',
  'w3c//dtd html experimental',
  'w3c//dtd w3 html',
  'w3o//dtd w3 html',
  'webtechs//',
];

const QUIRKY_PUBLIC_IDS = ['html', '-/w3c/dtd html 4.0 transitional/en', '+//silmaril//dtd html pro v0r11 19970101//'];
const QUIRKY_SYSTEM_ID = 'http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd';

/**
 * Whether a document with this `<!DOCTYPE …>` is read in quirks mode, where a table doesn't end the paragraph before it. A
 * document without one is.
 */
export function isQuirky(doctype: string): boolean {
  const text = doctype.toLowerCase();
  if (!text.endsWith('>')) return true;
  const rest = afterSpace(text, '<!doctype'.length);
  if (!rest.startsWith('html') || !(isSpace(rest.charCodeAt(4)) || rest.charAt(4) === '>')) return true;
  const keyword = afterSpace(rest, 4);
  if (keyword === '>') return false;
  if (keyword.startsWith('system')) return isQuirkySystemId(readQuoted(keyword.slice(6)));
  return !keyword.startsWith('public') || isQuirkyPublicId(readQuoted(keyword.slice(6)));
}

interface Quoted {
  /** Null where there is no closed quotation. */
  text: string | null;
  rest: string;
}

function isQuirkyPublicId({ text, rest }: Quoted): boolean {
  if (text === null) return true;
  const systemId = readQuoted(rest);
  const hasSystemId = systemId.text !== null;
  if (!hasSystemId && afterSpace(rest, 0) !== '>') return true;
  if (systemId.text === QUIRKY_SYSTEM_ID) return true;
  if (QUIRKY_PUBLIC_IDS.some((id) => (id.endsWith('//') ? text.startsWith(id) : text === id))) return true;
  if (!text.startsWith('-//')) return false;
  const name = text.slice(3);
  if (QUIRKY_PREFIXES.some((prefix) => name.startsWith(prefix))) return true;
  return (
    !hasSystemId &&
    (name.startsWith('w3c//dtd html 4.01 transitional//') || name.startsWith('w3c//dtd html 4.01 frameset//'))
  );
}

function isQuirkySystemId({ text }: Quoted): boolean {
  return text === null || text === QUIRKY_SYSTEM_ID;
}

function readQuoted(text: string): Quoted {
  const rest = afterSpace(text, 0);
  const quote = rest.charAt(0);
  const end = quote === '"' || quote === "'" ? rest.indexOf(quote, 1) : -1;
  return end < 0 ? { text: null, rest } : { text: rest.slice(1, end), rest: rest.slice(end + 1) };
}

function afterSpace(text: string, from: number): string {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return text.slice(at);
}
