import { browserName, hasBrowserShape, isBareWebKit } from './browser-shape.ts';
import { LINK_PREVIEWS, PREVIEW_WORDS } from './link-previews.ts';
import { MACHINE_WORDS, SCANNERS, TOOLS } from './machines.ts';
import { ANDROID_MAIL_PACKAGES, MAIL_PROGRAMS } from './mail-programs.ts';
import { PICTURE_PROXIES, PICTURE_PROXY_WORDS, PREFETCHERS } from './picture-proxies.ts';
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
 */
export function describeClient(headers: Readonly<Record<string, string>>): ClientDescription {
  const agent = parseUserAgent(headers['user-agent'] ?? '');
  const found = identify(agent, headers);
  return { ...found, device: isPersonal(found.kind) ? deviceOf(agent) : null };
}

type Identity = Pick<ClientDescription, 'kind' | 'name'>;

function identify(agent: UserAgent, headers: Readonly<Record<string, string>>): Identity {
  if (isSpeculative(headers)) return { kind: 'prefetch', name: browserName(agent) };
  const proxy = knownBy(agent, PREFETCHERS) ?? knownBy(agent, PICTURE_PROXIES);
  if (proxy !== null) return proxy;
  // Apple's privacy proxy and nothing else writes just this (ClickDimensions; uap-core#509).
  if (agent.text === 'Mozilla/5.0') return { kind: 'prefetch', name: 'Apple Mail' };
  return (
    byPackage(headers['x-requested-with'] ?? '', agent) ??
    knownBy(agent, LINK_PREVIEWS) ??
    knownBy(agent, SCANNERS) ??
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
  const name = ANDROID_MAIL_PACKAGES[requestedWith];
  if (name !== undefined) return { kind: 'mail-client', name };
  const saysMail = requestedWith.split('.').some((part) => /^e?mail$|mail(app|client)?$/i.test(part));
  return saysMail ? { kind: 'mail-client', name: null } : { kind: 'app', name: null };
}

function bySelfDescription(agent: UserAgent): Identity {
  if (agent.text === '') return { kind: 'unknown', name: null };
  if (PICTURE_PROXY_WORDS.some((word) => agent.lower.includes(word)))
    return { kind: 'image-proxy', name: ownName(agent) };
  if (hasBrowserShape(agent)) return isBareWebKit(agent) ? appleMail() : { kind: 'browser', name: browserName(agent) };
  if (isBareWebKit(agent)) return appleMail();
  const tool = knownBy(agent, TOOLS);
  if (PREVIEW_WORDS.some((word) => agent.lower.includes(word))) return { kind: 'link-preview', name: ownName(agent) };
  if (isBot(agent)) return { kind: 'bot', name: ownName(agent) };
  if (tool !== null) return tool;
  const mail = mailProduct(agent);
  if (mail !== null) return { kind: 'mail-client', name: mail };
  if (isInAppBrowser(agent)) return { kind: 'app', name: ownName(agent) };
  if (MACHINE_WORDS.some((word) => agent.lower.includes(word))) return { kind: 'bot', name: ownName(agent) };
  return { kind: 'unknown', name: ownName(agent) };
}

/** iPhone web views of other mail apps, Gmail's among them, write the same: the name is the likeliest, not proven. */
function appleMail(): Identity {
  return { kind: 'mail-client', name: 'Apple Mail' };
}

/** Whether it calls itself a bot, or leaves an address for those who want to complain. */
function isBot(agent: UserAgent): boolean {
  const words = agent.lower.split('cubot').join('');
  return /bots?\b|robot|crawl|spider|https?:\/\/|\+http|www\.|[\w.]@[\w.]/.test(words);
}

/** A product that has mail in its name; null where there is none. */
function mailProduct(agent: UserAgent): string | null {
  const found = agent.products.find(({ key, version }) => version !== null && /mail(app|client)?$|^e?mail/.test(key));
  return found?.name ?? null;
}

/** An app that shows pages itself: a web view's header with words of the app behind it. */
function isInAppBrowser(agent: UserAgent): boolean {
  const keys = agent.products.map((product) => product.key);
  const known = [
    'instagram',
    'micromessenger',
    'line',
    'kakaotalk',
    'gsa',
    'snapchat',
    'spotify',
    'twitter',
    'baiduboxapp',
  ];
  if (known.some((key) => keys.includes(key)) || agent.comments.some((comment) => /^FB(AN|_IAB)\//.test(comment)))
    return true;
  return keys.includes('applewebkit') && (agent.comments[0] ?? '').endsWith('; wv');
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

function deviceOf({ lower }: UserAgent): ClientDescription['device'] {
  if (lower.includes('ipad') || lower.includes('tablet')) return 'tablet';
  if (/iphone|ipod|windows phone|blackberry|outlook-ios|prod\.iphone/.test(lower)) return 'phone';
  if (lower.includes('android')) return lower.includes('mobile') || !lower.includes('applewebkit') ? 'phone' : 'tablet';
  return /windows|macintosh|mac os|x11|linux|darwin|cros/.test(lower) ? 'desktop' : null;
}
