import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { HostAnswer } from './functions-host.ts';

/** What the add-in's pages load from Microsoft in production. */
const CDN_OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Where the pane, or the page of its own, is drawn. */
const PANE = '<div id="pane"></div>';

/**
 * Tells the pane to sign in at the local identity provider. Where no Outlook says who works here, it is the one who does in the
 * simulator.
 */
const SIGN_IN_MARK =
  '<meta name="readback-sign-in" content="local"><meta name="readback-account" content="robin.reed@contoso.example">';

/**
 * A page of the add-in with its Office.js taken from this machine: Microsoft's own from its package, or the simulator's.
 * What isn't such a page stays as it is.
 */
export function localisePage(
  answer: HostAnswer,
  officeJs: '/local/office-js/office.js' | '/simulator/office.js',
): HostAnswer {
  const { 'content-encoding': coding, ...headers } = answer.headers;
  if (!headers['content-type']?.startsWith('text/html')) return answer;
  const html = new TextDecoder().decode(decompress(answer.body, coding));
  if (!html.includes(CDN_OFFICE_JS) && !html.includes(PANE)) return answer;
  const local = html.replaceAll(CDN_OFFICE_JS, officeJs).replace(/<head>/i, (head) => `${head}\n${SIGN_IN_MARK}`);
  return { ...answer, headers, body: new TextEncoder().encode(local) };
}

function decompress(body: Uint8Array, coding: string | undefined): Uint8Array {
  if (coding === 'br') return brotliDecompressSync(body);
  return coding === 'gzip' ? gunzipSync(body) : body;
}
