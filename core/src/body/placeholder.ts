/** Pairs of signs between which mail merges put a field, whatever stands in it. */
const FENCES: readonly (readonly [string, string])[] = [
  ['{{', '}}'], // Handlebars, Liquid, Dynamics 365
  ['{%', '%}'], // Liquid, Jinja
  ['*|', '|*'], // Mailchimp
  ['[[', ']]'], // Word's own merge preview, Mautic
  ['<%', '%>'], // ERB, EJS
  ['%%', '%%'], // Salesforce Marketing Cloud
];

/** Pairs of signs that mean a field only around a name: addresses use them otherwise too. */
const NAME_FENCES: readonly (readonly [string, string])[] = [
  ['${', '}'], // Marketo, Freemarker
  ['{!', '}'], // Salesforce
  ['{', '}'], // HubSpot's old tokens, Brevo
  ['%', '%'], // ActiveCampaign
];

const LONGEST_NAME = 60;
const GUID_DIGITS = 32;

/** Signs of fences as they look in a URL that was percent-encoded. */
const ENCODED: readonly (readonly [string, string])[] = [
  ['%25', '%'],
  ['%7b', '{'],
  ['%7d', '}'],
  ['%5b', '['],
  ['%5d', ']'],
  ['%3c', '<'],
  ['%3e', '>'],
  ['%7c', '|'],
  ['%2a', '*'],
  ['%24', '$'],
];

/** What no field goes without, encoded or not. */
const SIGNS = ['{', '%', '[[', '*|'];

/** Whether an address, in lower case, still holds a field that a mail merge would fill in. */
export function holdsPlaceholder(address: string): boolean {
  if (!SIGNS.some((sign) => address.includes(sign))) return false;
  return holdsField(address) || (address.includes('%') && holdsField(decodeFences(address)));
}

function holdsField(text: string): boolean {
  return (
    FENCES.some(([open, close]) => {
      const at = text.indexOf(open);
      return at >= 0 && text.includes(close, at + open.length + 1);
    }) || NAME_FENCES.some(([open, close]) => holdsNamedField(text, open, close))
  );
}

function holdsNamedField(text: string, open: string, close: string): boolean {
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
    const start = at + open.length;
    const end = text.slice(start, start + LONGEST_NAME).indexOf(close);
    if (end > 0 && !isPercentEncoding(text, at, start + end) && isName(text.slice(start, start + end))) return true;
  }
  return false;
}

/** A letter first, then letters, digits, `.`, `_`, `-` and blanks; not a GUID, which SharePoint puts into braces. */
function isName(text: string): boolean {
  const name = text.split('%20').join(' ').trim();
  if (isGuid(name)) return false;
  for (let at = 0; at < name.length; at++) {
    const character = name.charAt(at);
    const isLetter = (character >= 'a' && character <= 'z') || character === '_';
    const isOther =
      (character >= '0' && character <= '9') || character === '.' || character === '-' || character === ' ';
    if (!isLetter && !(isOther && at > 0)) return false;
  }
  return name !== '';
}

function isGuid(name: string): boolean {
  const digits = name.split('-').join('');
  return digits.length === GUID_DIGITS && digits.split('').every(isHexDigit);
}

/** Whether the `%` at both ends are the starts of encoded characters, as in `a%20b%20c`. */
function isPercentEncoding(text: string, open: number, close: number): boolean {
  return text.charAt(open) === '%' && isHexPair(text, open + 1) && isHexPair(text, close + 1);
}

function isHexPair(text: string, at: number): boolean {
  return isHexDigit(text.charAt(at)) && isHexDigit(text.charAt(at + 1));
}

function isHexDigit(character: string): boolean {
  return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
}

function decodeFences(text: string): string {
  let result = text;
  for (const [encoded, sign] of ENCODED) result = result.split(encoded).join(sign);
  return result;
}
