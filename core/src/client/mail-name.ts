import type { Product, UserAgent } from './user-agent.ts';

/** A product that has mail in its name: `NaverMailApp`, `zoho-mail-desktop`, `Canary%20Mail`, `R2Mail2`, `Mail_Android_Phone`. */
const MAIL_PRODUCT =
  /^[^@/.]{0,40}mail[a-z]{0,9}\d?(?:[-_](?:app|client|desktop|mobile|phone|tablet|pc|android|ios|mac|windows|linux|electron|lite|pro|beta)){0,3}$/;

const PLATFORMS = /(?:[-_](?:app|client|desktop|mobile|phone|tablet|pc|android|ios|mac|windows|linux|electron)){1,3}$/i;

/** An Android package with mail among its parts: `org.somebody.android.ymail`. */
const MAIL_PACKAGE = /^[a-z]\w*(?:\.\w+)*\.\w{0,12}mail(?:app|client)?(?:\.\w+)*$/;

/** A program of many parts says in brackets which of them asks: `SomebodysMobile/1.0 (mail; 3.0.5)`. */
const MAIL_PART = /^(?:[a-z]+ )?e?mail$/i;

/** What a check says of itself beside a name that has mail in it. */
const CHECKS = /\b(?:scanner|crawler|spider|bot|checker|monitor|validator)\b/;

/** What sends, collects, filters or checks mail without showing it to anybody. */
const NO_READER = [
  /^(?:fetch|get|send|q|proc|php|java|swift|anti|no|bounce|verify|validate|vali|check|harvest|ham|spam|list|mass|bulk|test|un)[-_]?e?mail/,
  /mail(?:s|d|er|ed|ing|to|man|cow|chimp|gun|jet|hog|trap|pit|catcher|sink|slurper|inator|list|api|sdk|lib|sweep|marshal|wolf|siphon)$/,
  /mail.*(?:bot|check|scan|filter|spam|test|find|grab|hunt|proxy|server|daemon|collect|extract|valid|verif|detect|monitor|service|engine)/,
];

/**
 * The name under which a program that no row names says that it is for mail; null where it doesn't. Only a product of its
 * own counts: `Somebody's Mail 2.1` and `SomebodysMail/2.1` do, an address or a page about mail doesn't.
 */
export function mailName({ products, comments, lower }: UserAgent): string | null {
  if (CHECKS.test(lower)) return null;
  const at = products.findIndex(isMailProduct);
  const product = products[at];
  if (product === undefined) return namedPart(products, comments);
  if (/^e?mail$/.test(product.key)) return nameWith(products[at - 1], product) ?? nameBefore(product, products[at + 1]);
  const isProduct = product.version !== null || isOfAnEngine(products) || / cfnetwork\//.test(lower);
  return isProduct || (at === 0 && isFollowedByVersion(products.slice(1))) ? spokenName(product.name) : null;
}

/** `Somebodys Mail`: the word alone says nothing. */
function nameWith(before: Product | undefined, mail: Product): string | null {
  return before?.version === null && /^[\w.!'’-]+$/.test(before.name) ? `${before.name} ${mail.name}` : null;
}

/** `Mail Somebodys/1.0`. */
function nameBefore(mail: Product, after: Product | undefined): string | null {
  return mail.version === null && after?.version?.match(/^\d/) ? `${mail.name} ${after.name}` : null;
}

function namedPart([first]: readonly Product[], [comment]: readonly string[]): string | null {
  const part = comment?.split(';')[0]?.trim() ?? '';
  return first !== undefined && first.version !== null && MAIL_PART.test(part) ? first.name : null;
}

/** Engines write their own names beside an app's, which then needs no version: `… (KHTML, like Gecko) kmail2 Safari/534.34`. */
function isOfAnEngine(products: readonly Product[]): boolean {
  return products.some(({ key, version }) => version !== null && (key === 'applewebkit' || key === 'gecko'));
}

function isMailProduct({ key }: Product): boolean {
  const isMail = MAIL_PRODUCT.test(key) || MAIL_PACKAGE.test(key);
  return isMail && !key.split('.').some((part) => NO_READER.some((pattern) => pattern.test(part)));
}

/** `SomebodysMail 2.1`, `somebodysmail android 2.1`: many write a space where a slash belongs. */
function isFollowedByVersion([next, afterNext]: readonly Product[]): boolean {
  const version = next !== undefined && /^(?:android|ios|iphone)$/.test(next.key) ? afterNext : next;
  return version !== undefined && /^v?\d+(?:\.\d+)*$/.test(version.key);
}

/** CFNetwork writes an app's name percent-encoded; where it runs isn't part of a name. */
function spokenName(name: string): string {
  return name.replace(/%20/g, ' ').replace(PLATFORMS, '');
}
