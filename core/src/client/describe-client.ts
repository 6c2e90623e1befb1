import { browserName, dropPhoneBrands, hasBrowserShape, isBareWebKit, isPlatform } from './browser-shape.ts';
import { APPS } from './browsers.ts';
import { LINK_PREVIEWS, PREVIEW_WORDS } from './link-previews.ts';
import { MACHINE_WORDS, SCANNERS, TOOLS, TRADE_WORDS } from './machines.ts';
import { mailName } from './mail-name.ts';
import { ANDROID_MAIL_PACKAGES, MAIL_PROGRAMS } from './mail-programs.ts';
import { PICTURE_PROXIES, PICTURE_PROXY_WORDS, PREFETCHERS, VIA_PROXY } from './picture-proxies.ts';
import { findSignature } from './signature.ts';
import type { ClientKind, Signature } from './signature.ts';
import { parseUserAgent } from './user-agent.ts';
import type { UserAgent } from './user-agent.ts';

/** Which program asked, as far as its request says. */
export interface ClientDescription {
  kind: ClientKind;
  /** As people call it; null where it doesn't say. */
  name: string | null;
  device: 'desktop' | 'phone' | 'tablet' | null;
}

/**
 * Which program made a request. Says what the request claims; whether the claim fits the network is `judgeMessage`'s to ask.
 * @param headers names in lower case.
 * @param agent their `User-Agent`, for whoever has read it already.
 */
export function describeClient(
  headers: Readonly<Record<string, string>>,
  agent: UserAgent = parseUserAgent(headers['user-agent'] ?? ''),
): ClientDescription {
  const found = identify(agent, headers);
  return { ...found, device: isPersonal(found.kind) ? deviceOf(agent) : null };
}

type Identity = Pick<ClientDescription, 'kind' | 'name'>;

function identify(agent: UserAgent, headers: Readonly<Record<string, string>>): Identity {
  if (isSpeculative(headers)) return { kind: 'prefetch', name: browserName(agent) };
  const proxy = knownBy(agent, PREFETCHERS) ?? knownBy(agent, PICTURE_PROXIES) ?? byPictureServer(agent);
  if (proxy !== null) return proxy;
  // Apple's privacy proxy and nothing else writes just this (ClickDimensions; uap-core#509).
  if (agent.text === 'Mozilla/5.0') return { kind: 'prefetch', name: 'Apple Mail' };
  return (
    byPackage(headers['x-requested-with'] ?? '', agent) ??
    knownBy(agent, LINK_PREVIEWS) ??
    knownBy(agent, SCANNERS) ??
    byCrawlersPage(agent) ??
    knownBy(agent, MAIL_PROGRAMS) ??
    bySelfDescription(agent)
  );
}

/** Headers with which browsers mark what nobody looks at yet (warmbly's tracking code checks all four). */
function isSpeculative(headers: Readonly<Record<string, string>>): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) => {
    const value = (headers[name] ?? '').toLowerCase();
    return value.includes('prefetch') || value.includes('preview') || value.includes('prerender');
  });
}

function knownBy(agent: UserAgent, rows: readonly Signature[]): Identity | null {
  const row = findSignature(agent, rows);
  return row && { kind: row.kind, name: row.name };
}

/** Android puts the package of the app into `X-Requested-With`; scripts write `XMLHttpRequest` there. */
function byPackage(requestedWith: string, agent: UserAgent): Identity | null {
  if (!/^[A-Za-z]\w*(\.\w+)+$/.test(requestedWith) || !agent.lower.includes('android')) return null;
  const known = ANDROID_MAIL_PACKAGES.find(({ id }) => id === requestedWith);
  if (known !== undefined) return { kind: 'mail-client', name: known.name };
  const saysMail = requestedWith.split('.').some((part) => /^e?mail$|mail(app|client)?$/i.test(part));
  return saysMail ? { kind: 'mail-client', name: null } : { kind: 'app', name: null };
}

/** What a header that no row names may say of itself: the first that fits. */
const SELF_DESCRIPTIONS: readonly ((agent: UserAgent) => Identity | null)[] = [
  (agent) => byWords(agent, PICTURE_PROXY_WORDS, 'image-proxy'),
  (agent) => (isBareWebKit(agent) ? appleMail() : null),
  (agent) => (hasBrowserShape(agent) ? { kind: 'browser', name: browserName(agent) } : null),
  (agent) => byWords(agent, PREVIEW_WORDS, 'link-preview'),
  byComplaintAddress,
  byMailName,
  (agent) => knownBy(agent, TOOLS),
  byApp,
  byOwnWindow,
  (agent) => byWords(agent, MACHINE_WORDS, 'bot'),
  (agent) => (hasWebEngine(agent) ? null : byWords(agent, TRADE_WORDS, 'bot')),
];

function bySelfDescription(agent: UserAgent): Identity {
  if (agent.text === '') return { kind: 'unknown', name: null };
  for (const describe of SELF_DESCRIPTIONS) {
    const found = describe(agent);
    if (found !== null) return found;
  }
  return { kind: 'unknown', name: ownName(agent) };
}

/** An app's name as a product of its own: others are about the app. */
function byApp(agent: UserAgent): Identity | null {
  return hasWebEngine(agent) || agent.products[0]?.version !== null ? knownBy(agent, APPS) : null;
}

/** A mail program's own header and all, where its service asks in its place. */
function byPictureServer({ comments }: UserAgent): Identity | null {
  const name = comments.map((comment) => VIA_PROXY.exec(comment)?.[1]).find((found) => found !== undefined);
  return name === undefined ? null : { kind: 'image-proxy', name };
}

function hasWebEngine({ keys }: UserAgent): boolean {
  return keys.has('applewebkit') || keys.has('gecko');
}

function byWords(agent: UserAgent, words: readonly string[], kind: ClientKind): Identity | null {
  return words.some((word) => agent.lower.includes(word)) ? { kind, name: ownName(agent) } : null;
}

function byMailName(agent: UserAgent): Identity | null {
  const name = mailName(agent);
  return name === null ? null : { kind: 'mail-client', name };
}

/** iPhone web views of other mail apps, Gmail's among them, write the same: the name is the likeliest, not proven. */
function appleMail(): Identity {
  return { kind: 'mail-client', name: 'Apple Mail' };
}

/** A crawler that writes a mail program's header before its own name and page. */
function byCrawlersPage(agent: UserAgent): Identity | null {
  const isCrawler = /(?:crawler|spider|bot)\b.{0,80}https?:\/\//.test(agent.lower);
  return isCrawler ? { kind: 'bot', name: ownName(agent) } : null;
}

/** Calls itself a bot, or leaves an address for those who want to complain: a page's or a mailbox's. */
function byComplaintAddress(agent: UserAgent): Identity | null {
  const words = dropPhoneBrands(agent.lower);
  const isBot = /bots?\b|robot|crawl|spider|https?:\/\/|\+http|www\.|[\w.-]@[\w-]+\.[a-z]|[\w.]@\w*[a-z]\b(?!=)/.test(
    words,
  );
  return isBot ? { kind: 'bot', name: ownName(agent) } : null;
}

/** A page that is shown inside an app which no row names. */
function byOwnWindow(agent: UserAgent): Identity | null {
  return isWebView(agent) || isElectronApp(agent) ? { kind: 'app', name: ownName(agent) } : null;
}

/** Electron writes an app's name before its engine's and its own, and nothing behind them. */
function isElectronApp({ products, comments }: UserAgent): boolean {
  const keys = products.map(({ key }) => key);
  const ending = keys.slice(-3).join(' ');
  return ending === 'chrome electron safari' && keys.length <= 8 && isPlatform(comments[0] ?? '');
}

/** Android's web views say `; wv`, those of iPhones and iPads leave out what Safari says of itself. */
function isWebView({ products, comments }: UserAgent): boolean {
  const platform = comments[0] ?? '';
  const keys = products.map(({ key }) => key);
  if (!keys.includes('applewebkit')) return false;
  const isApples = /^i(phone|pad|pod)\b.*; cpu .*like mac os x$/i.test(platform) && keys.includes('mobile');
  return platform.endsWith('; wv') || (isApples && !keys.includes('safari') && !keys.includes('version'));
}

/** What it calls itself: the last product that isn't an engine's. */
function ownName(agent: UserAgent): string | null {
  const ordinary = ['mozilla', 'applewebkit', 'safari', 'chrome', 'mobile', 'version', 'gecko', 'like', 'firefox'];
  const named = agent.products.filter(({ key }) => !ordinary.includes(key) && /^[a-z]/.test(key));
  const own = named[0]?.name ?? agent.comments.map(nameInComment).find((name) => name !== null) ?? null;
  return own === null ? null : own.slice(0, 60);
}

function nameInComment(comment: string): string | null {
  const parts = comment.split(';').map((part) => part.trim());
  const at = parts.indexOf('compatible');
  const name = /^[A-Za-z][\w .!-]*/.exec(at < 0 ? '' : (parts[at + 1] ?? ''));
  return name === null ? null : name[0].trim();
}

function isPersonal(kind: ClientKind): boolean {
  return kind === 'mail-client' || kind === 'browser' || kind === 'app';
}

/** Sets that show pages and are neither: televisions, boxes below them, and consoles. */
const NO_DEVICE =
  /smart-?tv|smarttv|hbbtv|\btv\b|web0s|netcast|bravia|\baft[a-z]{1,3}\b|roku|crkey|playstation|xbox|nintendo/;

function deviceOf({ lower }: UserAgent): ClientDescription['device'] {
  if (NO_DEVICE.test(lower)) return null;
  // `Tablet PC 2.0` is a part of Windows that any computer has.
  if (/ipad|tablet(?! pc)/.test(lower)) return 'tablet';
  if (/iphone|ipod|windows phone|blackberry|outlook-ios|prod\.iphone/.test(lower)) return 'phone';
  if (lower.includes('android')) return lower.includes('mobile') || !lower.includes('applewebkit') ? 'phone' : 'tablet';
  return /windows|macintosh|mac os|x11|linux|darwin|cros/.test(lower) ? 'desktop' : null;
}
