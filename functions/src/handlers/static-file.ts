import type { HttpHandler, HttpRequest, HttpResponseInit } from '@azure/functions';
import { pathSegment } from '../request-path.ts';
import { acceptedCodings } from '../static/encoding.ts';
import type { StaticFile, StaticFolder } from '../static/static-folder.ts';

/** How long a copy may be used, in the words of `Cache-Control`. */
export type Caching = keyof typeof CACHING;

const CACHING = {
  /** Pages: asked for each time, answered with 304. */
  page: 'no-cache',
  /** Loaded by Outlook at each Send under one fixed address: a slow or missing answer would hold up mail (office-js#6816). */
  handler: 'public, max-age=86400, stale-while-revalidate=2592000',
  /** Their names change with their content. */
  hashed: 'public, max-age=31536000, immutable',
  icon: 'public, max-age=86400',
} as const;

/** `GET|HEAD` of one file of the add-in. Touches neither storage nor settings nor sign-in (design §7). */
export function createStaticFile(folder: StaticFolder, name: string, caching: Caching): HttpHandler {
  return async (request) => answerFile(request, await folder(name), caching);
}

/** The same for the files of a sub-folder: `/assets/{name}`. */
export function createStaticFiles(folder: StaticFolder, subfolder: string, caching: Caching): HttpHandler {
  return async (request) => answerFile(request, await folder(`${subfolder}/${pathSegment(request.url, 1)}`), caching);
}

function answerFile(request: HttpRequest, file: StaticFile | null, caching: Caching): HttpResponseInit {
  if (file === null) return { status: 404, headers: { 'Cache-Control': 'no-store' } };
  const headers = {
    'Cache-Control': CACHING[caching],
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  };
  if (matches(request.headers.get('if-none-match'), file.etag)) return { status: 304, headers };
  const coding = acceptedCodings(request.headers.get('accept-encoding')).find((each) => file.compressed[each] !== null);
  return {
    status: 200,
    headers: {
      ...headers,
      'Content-Type': file.contentType,
      ...(coding === undefined ? {} : { 'Content-Encoding': coding }),
      // Outlook shows the icons in pages of its own.
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Referrer-Policy': 'strict-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    },
    body: (coding === undefined ? null : file.compressed[coding]) ?? file.bytes,
  };
}

/** RFC 9110 §13.1.2: weak comparison, any of a list. */
function matches(ifNoneMatch: string | null, etag: string): boolean {
  const asked = (ifNoneMatch ?? '').split(',').map((each) => each.trim());
  return asked.includes('*') || asked.some((each) => each.replace(/^W\//, '') === etag.replace(/^W\//, ''));
}
