import { rowsOf } from './signature.ts';
import type { Signature } from './signature.ts';

const CORPORA = {
  source: 'monperrus/crawler-user-agents, matomo/device-detector, isbot fixtures',
  date: '2026-11',
  grade: 'A',
} as const;

/**
 * Scanners that name themselves. Mail gateways hardly ever do: in 63,432 labelled headers there are two
 * (open-truth §0.1), which is why networks and timing find the others.
 */
export const SCANNERS: readonly Signature[] = [
  ...rowsOf({ ...CORPORA, kind: 'scanner' }, [
    ['Barracuda', { text: 'barracuda sentinel' }],
    ['Kaspersky', { text: 'kaspersky lab cfr link resolver' }],
    ['Kaspersky', { product: 'klhttpclientcurl' }],
    ['Exchange check', { text: 'exchange check' }],
  ]),
  // Groundhogg's traffic filter: link crawls under a browser that never existed (Internet Explorer on a Mac).
  ...rowsOf({ kind: 'scanner', source: 'Groundhogg traffic filter', date: '2026-11', grade: 'A' }, [
    [null, { text: 'mac os x v10.9.3; trident/7.0' }],
  ]),
];

/** Programming libraries and command-line programs that fetch URLs. */
export const TOOLS: readonly Signature[] = rowsOf({ ...CORPORA, kind: 'tool' }, [
  ['curl', { start: 'curl/' }],
  ['curl', { text: 'libcurl' }],
  ['Wget', { start: 'wget' }],
  ['python-requests', { text: 'python-requests' }],
  ['Python', { text: 'python' }],
  ['aiohttp', { text: 'aiohttp' }],
  ['Java', { start: 'java/' }],
  ['Apache HttpClient', { text: 'httpclient' }],
  ['OkHttp', { text: 'okhttp' }],
  ['Go', { text: 'go-http-client' }],
  ['Go', { start: 'go ' }],
  ['PHP', { start: 'php' }],
  ['Guzzle', { text: 'guzzle' }],
  ['Perl', { text: 'libwww-perl' }],
  ['Perl', { text: 'lwp::' }],
  ['Perl', { start: 'lwp' }],
  ['Ruby', { start: 'ruby' }],
  ['Axios', { start: 'axios/' }],
  ['Node.js', { text: 'node-fetch' }],
  ['Node.js', { start: 'undici' }],
  ['Node.js', { start: 'node' }],
  ['Deno', { start: 'deno/' }],
  ['Bun', { start: 'bun/' }],
  ['Rust', { start: 'reqwest/' }],
  ['WinHTTP', { text: 'winhttp' }],
  ['PowerShell', { text: 'powershell' }],
  ['Postman', { start: 'postmanruntime' }],
  ['libsoup', { text: 'libsoup' }],
  ['Headless Chrome', { text: 'headlesschrome' }],
  ['PhantomJS', { text: 'phantomjs' }],
  ['Puppeteer', { text: 'puppeteer' }],
  ['Playwright', { text: 'playwright' }],
  ['Selenium', { text: 'selenium' }],
  ['Cypress', { product: 'cypress' }],
  // Developers’ tools show pages to their developer, whatever app they stand in for.
  ['Developer tools', { text: 'devtools' }],
]);

/**
 * What programs that nobody looks at say of themselves, in words or by leaving an address for complaints. They are looked
 * for only after mail programs and only where no person's program writes them.
 */
export const MACHINE_WORDS: readonly string[] = [
  'crawl', 'spider', 'slurp', 'scrap', 'archiv', 'scan', 'monitor', 'checker', 'check/', 'linkcheck', 'validat', 'fetch',
  'survey', 'probe', 'audit', 'inspect', 'headless', 'lighthouse', 'pagespeed', 'page speed', 'prerender', 'render',
  'screenshot', 'thumb', 'proxy', 'http', 'www.', 'seo', 'uptime', 'harvest', 'parser', 'extract', 'detector', 'verif',
  'robot', 'transcoder',
]; // prettier-ignore

/** The same, where no web engine is claimed: apps in which people look things up write these words behind their engine's. */
export const TRADE_WORDS: readonly string[] = [
  'feed', 'rss', 'index', 'search', 'agent', '@', 'test', 'download', 'analy', 'client', 'library', 'lookup',
]; // prettier-ignore
