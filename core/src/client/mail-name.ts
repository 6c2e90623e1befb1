import type { Product, UserAgent } from './user-agent.ts';

/** A product that calls itself a mail program: `NaverMailApp`, `zoho-mail-desktop`, `Canary%20Mail`, `R2Mail2`. */
const MAIL_PRODUCT = /^[^@/]{0,40}mail\d?[-_]?(app|client|desktop|mobile|android|ios|mac|pc|pro|lite|electron)?$/;

/** What sends, collects or checks mail without showing it to anybody. */
const NO_READER =
  /^(?:fetch|get|send|q|proc|php|java|swift|anti|no|bounce|verify|validate|check|harvest|ham|spam|list|mass|bulk|test|un)[-_]?e?mail/;

/**
 * The name under which a program that no row names says that it is for mail; null where it doesn't. Only a product of its
 * own counts: `Somebody's Mail 2.1` and `SomebodysMail/2.1` do, an address or a page about mail doesn't.
 */
export function mailName({ products, lower }: UserAgent): string | null {
  const at = products.findIndex(isMailProduct);
  const product = products[at];
  if (product === undefined) return null;
  const name = decodeSpaces(product.name);
  const before = products[at - 1];
  const isOneWord = /^e?mail$/.test(product.key);
  if (isOneWord && before?.version === null && /^[\w.!'’-]+$/.test(before.name)) return `${before.name} ${name}`;
  const isVersioned = product.version !== null || / cfnetwork\//.test(lower);
  return isVersioned || (at === 0 && !isOneWord && isFollowedByVersion(products[1])) ? name : null;
}

function isMailProduct({ key }: Product): boolean {
  return MAIL_PRODUCT.test(key) && !NO_READER.test(key);
}

/** `SomebodysMail 2.1`: many write a space where a slash belongs. */
function isFollowedByVersion(next: Product | undefined): boolean {
  return next !== undefined && /^v?\d+(\.\d+)*$/.test(next.key);
}

/** CFNetwork writes an app's name percent-encoded. */
function decodeSpaces(name: string): string {
  return name.replace(/%20/g, ' ');
}
