/**
 * What Azure's web server does to the path of a request before an app sees it (azure.md 10): it is decoded, except for `%2F`
 * and what isn't UTF-8, its dot segments go, and whoever asks for the URL gets it encoded again.
 */

/** The decoded path, against which routes are matched. Null: the server refuses it (a zero byte). */
export function decodePath(rawPath: string): string | null {
  const decoded = rawPath.replace(/(?:%[\da-f]{2})+/gi, decodeRun);
  return decoded.includes('\0') ? null : removeDotSegments(decoded);
}

/** A decoded path as it stands in the URL that the app is told (ASP.NET's `PathString.ToUriComponent`). */
export function encodePath(path: string): string {
  return path.replace(/%[\da-f]{2}|%|[^\w.~!$&'()*+,;=:@/%-]+/gi, (part) =>
    /^%[\da-f]{2}$/i.test(part) ? part : encodeText(part),
  );
}

/** Decodes a run of percent forms: each whole UTF-8 character of it, and never a slash. */
function decodeRun(run: string): string {
  const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
  let text = '';
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    const isSlash = length === 1 && bytes[at] === 0x2f;
    const end = at + Math.max(length, 1);
    text += length === 0 || isSlash ? run.slice(at * 3, end * 3) : bytes.toString('utf8', at, end);
    at = end;
  }
  return text;
}

/** Bytes of the UTF-8 character at a place; 0 where there is none. */
function characterLength(bytes: Buffer, at: number): number {
  for (const length of [1, 2, 3, 4]) {
    const piece = bytes.subarray(at, at + length);
    if (piece.length === length && isCharacter(piece)) return length;
  }
  return 0;
}

function isCharacter(piece: Buffer): boolean {
  const text = piece.toString('utf8');
  return Buffer.from(text, 'utf8').equals(piece) && Array.from(text).length === 1;
}

/** Percent forms of what may not stand in a path; a lone surrogate, which no request can hold, becomes U+FFFD. */
function encodeText(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** RFC 3986 §5.2.4. */
function removeDotSegments(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    const isLast = index === segments.length - 1;
    if (isLast && (segment === '..' || segment === '.')) kept.push('');
  }
  return `/${kept.join('/')}`;
}
