import { BROWSERS } from './browsers.ts';
import { findSignature } from './signature.ts';
import { findProduct } from './user-agent.ts';
import type { Product, UserAgent } from './user-agent.ts';

/**
 * Whether a header has the shape that browsers write, and nothing besides: a platform in the first brackets, the engine's
 * `(KHTML, like Gecko)`, and only product names that browsers are known to write. Whatever adds a word of its own isn't taken for
 * a person's browser, so that a machine nobody listed doesn't pass as a person.
 */
export function hasBrowserShape(agent: UserAgent): boolean {
  const platform = agent.comments[0];
  if (platform === undefined || !isPlatform(platform)) return false;
  const rest = agent.comments.slice(1);
  if (!rest.every(isEngineRemark)) return false;
  return agent.products.length > 0 && agent.products.every(isBrowserProduct) && hasEngine(agent, platform);
}

/** The name of the browser; null where it only says what others say too. */
export function browserName(agent: UserAgent): string | null {
  const found = findSignature(agent, BROWSERS);
  if (found !== null) return found.name;
  if (/\bMSIE \d|Trident\/\d/.test(agent.comments[0] ?? '')) return 'Internet Explorer';
  if (findProduct(agent, 'version') !== null && !/android/i.test(agent.comments[0] ?? '')) return 'Safari';
  return null;
}

/** Mac, iPhone and Windows web views of mail programs leave the browser's own names out: engine, and nothing else. */
export function isBareWebKit(agent: UserAgent): boolean {
  const { comments, products } = agent;
  if (comments.length !== 2 || !/^(macintosh|iphone|ipad|ipod|windows( nt [\d.]+)?);/i.test(comments[0] ?? ''))
    return false;
  if (!isPlatform(comments[0] ?? '') || !isEngineRemark(comments[1] ?? '')) return false;
  const keys = products.map((product) => product.key);
  const isMobile = ({ key, version }: Product) => key === 'mobile' && (version === null || /^\w{2,8}$/.test(version));
  return keys[0] === 'mozilla' && keys[1] === 'applewebkit' && products.slice(2).every(isMobile);
}

/** What browsers write besides their names: engines, systems, makers of phones, and remarks of their own. */
const OTHER_PRODUCTS: readonly string[] = [
  'mozilla', 'applewebkit', 'webkit', 'khtml', 'like', 'gecko', 'safari', 'mobile', 'version', 'goanna', 'ubuntu', 'fedora',
  'debian', 'linux', 'mint', 'suse', 'centos', 'gentoo', 'hbbtv', 'smart-tv', 'tv', 'qtwebengine', 'servo', 'untrusted', 'u2', 'u3', 'u4',
  'ucweb', 'ucturbo', 'bropp', 'sa', 'yaapp_android', 'yasearchbrowser', 'yasearchapp', 'webomni', 'avast', 'ccleaner', 'viewer', 'norton', 'arkweb', 'core', 'x',
  'language', 'profile', 'configuration', 'bsalert', 'jupiter', 'xiaomi', 'qihu', 'os', 'mac', 'tablet',
]; // prettier-ignore

const BRANDS = BROWSERS.map(({ match }) => ('product' in match ? match.product : ''));

const KNOWN_PRODUCTS: ReadonlySet<string> = new Set([...BRANDS, ...OTHER_PRODUCTS]);

/** A browser that no row names calls itself one: `TeslaBrowser/1.0`. Machines that call themselves so say more. */
function isBrowserProduct(product: Product): boolean {
  const isNamed = KNOWN_PRODUCTS.has(product.key) || /^[a-z0-9]{1,20}-?browser$/.test(product.key);
  // UC Browser repeats its engine's version without a name.
  const isVersion = product.version === null && /^\d+(\.\d+){3}$/.test(product.key);
  return (isNamed || isVersion) && (product.version === null || /^[\w.+,:/-]*$/.test(product.version));
}

function hasEngine(agent: UserAgent, platform: string): boolean {
  const keys = ['applewebkit', 'gecko', 'presto', 'opera', 'khtml', 'goanna'];
  return /\b(MSIE \d|Trident\/\d)/.test(platform) || keys.some((key) => findProduct(agent, key) !== null);
}

/** What browsers write in brackets behind the platform. */
const ENGINE_REMARKS: readonly RegExp[] = [
  /^(khtml,? ?like gecko[^;/]{0,1}|khtml, like gecko, safari\/[\d.]+|like gecko)$/i,
  // A test version's mark (Yandex), a saving mode's (UC), and an own name with the platform's version (Ecosia).
  /^(beta|speedmode|[a-z]{3,20} (android|ios)@[\d.]+)$/i,
];

function isEngineRemark(comment: string): boolean {
  return ENGINE_REMARKS.some((known) => known.test(comment));
}

/** Devices name themselves freely on these, between known parts. */
const FREE_PLATFORM = /^(linux; |linux;android|android|linux; u; android|smart-tv|tizen|web0s)/i;

/** What stands on desktop platforms; each part alone. */
const PLATFORM_PARTS: readonly RegExp[] = [
  /^(windows( nt \d+(\.\d+)?)?|win\d\d|win64|wow64|x64|ia64|arm64|arm|touch|tablet pc \d\.\d|media center pc \d\.\d)$/i,
  /^windows (phone|mobile|98|95|2000|xp|ce|me)[ \w.]*$/i,
  /^(macintosh|ppc mac os x.*|intel mac os x[ \d._]*|mac_powerpc|mac os x[ \d._]*)$/i,
  /^(x11|wayland|u|i|n|ubuntu|fedora|debian|cros [\w ]+[\d.]*|(linux|freebsd|openbsd|netbsd|sunos)[ \w.-]*)$/i,
  // Huawei, "Default User-Agent of ArkWeb": (Phone; OpenHarmony 5.0), (PC; OpenHarmony 6.1; Windows NT 10.0).
  /^(phone|tablet|pc|openharmony [\d.]+)$/i,
  /^(iphone|ipad|ipod|ipod touch|cpu (iphone )?os [\d_]+ like mac os x|cpu like mac os x)$/i,
  /^(rv:[\w.]+|[a-z]{2,3}([-_][a-z]{2,4})?)$/i,
  /^(compatible|msie \d+(\.\d+)?b?|trident\/\d+(\.\d+)?|like gecko|slcc\d|\.net ?(clr )?[\d.]+[ce]?|\.net4\.0[ce]|infopath\.\d|sv1)$/i,
  /^(konqueror\/[\d.]+|iemobile[/ ][\d.]+|nokia|lumia [\w ]+|k|mobile|tablet|xbox( one)?|msn \d[\w.]*|aol \d[\w.]*|gtb[\d.]+|m[a-z]{3}(js)?|hp[a-z]{4,6}|len2|cpdtdf|officeliveconnector[\d.]*|officelivepatch[\d.]*)$/i,
];

/** Whether brackets hold what browsers say of their system, and nothing that machines add. */
export function isPlatform(comment: string): boolean {
  if (FREE_PLATFORM.test(comment))
    return !/bot\b|https?:|www\.|@|compatible|\+ |crawl|spider|scan|screenshot|generator|monitor/i.test(
      dropPhoneBrands(comment),
    );
  return comment.split(';').every((part) => PLATFORM_PARTS.some((known) => known.test(part.trim())));
}

/** Cubot and its like are makers of phones: `CUBOT P80`, `C Bot Tab 100`, `M bot 51`. */
export function dropPhoneBrands(text: string): string {
  return text.replace(/\bcubot\b|\b(?:[mc]|vr) ?bot(?= (?:tab )?\d)/gi, '');
}
