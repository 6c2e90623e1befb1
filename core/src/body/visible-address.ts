import { endOfAuthority, hostOf, isAtOrBelow } from './http-parts.ts';

/** Schemes that text can start with without `//`. */
const SCHEMES = ['http', 'https', 'ftp', 'mailto', 'tel', 'sms', 'callto', 'file'];

/**
 * Whether the text of a link looks like an address to a filter for phishing, which expects it to lead there: it starts with a
 * scheme, or with a host name. Any `label.label` counts as one, file names too, since no list of top level domains is at hand
 * (deliverability: rspamd's PHISHING rule). Addresses of the site itself don't count: text and target agree.
 */
export function looksLikeAddress(text: string, site: string | null): boolean {
  const host = addressHost(text.toLowerCase());
  if (host === null) return false;
  return site === null || site === '' || !isAtOrBelow(host, site.toLowerCase());
}

/** The host that text starts with, empty for an address without one; null where it doesn't start with an address. */
function addressHost(text: string): string | null {
  const colon = text.indexOf(':');
  if (colon > 0 && isScheme(text.slice(0, colon))) {
    if (text.startsWith('//', colon + 1)) {
      const authority = text.slice(colon + 3, endOfAuthority(text, colon + 3));
      return hostOf(authority.split(' ')[0] ?? '');
    }
    if (SCHEMES.includes(text.slice(0, colon))) return '';
  }
  const labels = leadingLabels(text);
  const last = labels[labels.length - 1] ?? '';
  return labels.length > 1 && isLetter(last.charAt(0)) ? labels.join('.') : null;
}

function isScheme(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const isSchemeLetter = character >= 'a' && character <= 'z';
    const isOther = (character >= '0' && character <= '9') || '+-.'.includes(character);
    if (!isSchemeLetter && !(isOther && at > 0)) return false;
  }
  return true;
}

/** The labels, with dots between, that text starts with. */
function leadingLabels(text: string): readonly string[] {
  const labels = [''];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (isDot(character)) labels.push('');
    else if (isLetter(character) || isLabelSign(character)) labels[labels.length - 1] += character;
    else break;
  }
  while (labels[labels.length - 1] === '') labels.pop();
  return labels.includes('') ? [] : labels;
}

/** The full stops of Chinese and Japanese count too (UTS #46). */
function isDot(character: string): boolean {
  return character === '.' || character === '\u3002' || character === '\uff0e' || character === '\uff61';
}

function isLabelSign(character: string): boolean {
  return (character >= '0' && character <= '9') || character === '-' || character === '_';
}

/** Anything beyond ASCII counts, but for punctuation and blanks: hosts can be of any script. */
function isLetter(character: string): boolean {
  if (character <= '\x7f') return character >= 'a' && character <= 'z';
  return character.toLowerCase() !== character.toUpperCase() || isUncasedLetter(character.charCodeAt(0));
}

/** Scripts without capitals, roughly: Hebrew to the Indian and South Asian ones, Kana, Han, Hangul; and emoji. */
function isUncasedLetter(code: number): boolean {
  return (code >= 0x05d0 && code < 0x2000) || (code >= 0x3041 && code < 0xfe00) || code >= 0xff66;
}
