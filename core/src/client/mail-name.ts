import type { Product, UserAgent } from './user-agent.ts';

/** A product that has mail in its name: `NaverMailApp`, `zoho-mail-desktop`, `Canary%20Mail`, `R2Mail2`, `Mailbird`. */
const MAIL_PRODUCT =
  /^[^@/.]{0,40}mail[a-z]{0,9}\d?(?:[-_](?:app|client|desktop|mobile|android|ios|mac|windows|electron))?$/;

/** What sends, collects, filters or checks mail without showing it to anybody. */
const NO_READER = [
  /^(?:fetch|get|send|q|proc|php|java|swift|anti|no|bounce|verify|validate|check|harvest|ham|spam|list|mass|bulk|test|un)[-_]?e?mail/,
  /mail(?:s|d|er|ed|ing|to|man|cow|chimp|gun|jet|hog|trap|list|api|sdk|lib|sweep|marshal|wolf|siphon)$/,
  /mail.*(?:bot|check|scan|filter|spam|test|find|grab|hunt|proxy|server|daemon|collect|extract|valid|verif|detect|monitor|service|engine)/,
];

/**
 * The name under which a program that no row names says that it is for mail; null where it doesn't. Only a product of its
 * own counts: `Somebody's Mail 2.1` and `SomebodysMail/2.1` do, an address or a page about mail doesn't.
 */
export function mailName({ products, lower }: UserAgent): string | null {
  const at = products.findIndex(isMailProduct);
  const product = products[at];
  if (product === undefined) return null;
  if (/^e?mail$/.test(product.key)) return nameWith(products[at - 1], product);
  const isProduct = product.version !== null || isOfAnEngine(products) || / cfnetwork\//.test(lower);
  return isProduct || (at === 0 && isFollowedByVersion(products.slice(1))) ? decodeSpaces(product.name) : null;
}

/** `Somebodys Mail`: the word alone says nothing. */
function nameWith(before: Product | undefined, mail: Product): string | null {
  return before?.version === null && /^[\w.!'’-]+$/.test(before.name) ? `${before.name} ${mail.name}` : null;
}

/** Engines write their own names beside an app's, which then needs no version: `… (KHTML, like Gecko) kmail2 Safari/534.34`. */
function isOfAnEngine(products: readonly Product[]): boolean {
  return products.some(({ key, version }) => version !== null && (key === 'applewebkit' || key === 'gecko'));
}

function isMailProduct({ key }: Product): boolean {
  return MAIL_PRODUCT.test(key) && !NO_READER.some((pattern) => pattern.test(key));
}

/** `SomebodysMail 2.1`, `somebodysmail android 2.1`: many write a space where a slash belongs. */
function isFollowedByVersion([next, afterNext]: readonly Product[]): boolean {
  const version = next !== undefined && /^(?:android|ios|iphone)$/.test(next.key) ? afterNext : next;
  return version !== undefined && /^v?\d+(?:\.\d+)*$/.test(version.key);
}

/** CFNetwork writes an app's name percent-encoded. */
function decodeSpaces(name: string): string {
  return name.replace(/%20/g, ' ');
}
