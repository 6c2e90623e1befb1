import type { HttpHandler, HttpResponseInit } from '@azure/functions';
import { readTrackingSegment } from '@readback/core';
import { keyFinder } from '../app.ts';
import type { App } from '../app.ts';
import { isRevoked } from '../hit/is-revoked.ts';
import { recordHit } from '../hit/record-hit.ts';
import { errorFacts } from '../log.ts';
import { pathSegment } from '../request-path.ts';

/** A transparent GIF of 1x1, 43 bytes. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

const PICTURE: HttpResponseInit = {
  status: 200,
  headers: {
    'Content-Type': 'image/gif',
    'Cache-Control': 'no-store, no-cache, must-revalidate, private, max-age=0',
    // Any page may show it and none may read it: what a web mail client can't read, it can't turn into an attachment
    // (outlook-platform.md §5). So there is no Access-Control-Allow-Origin either.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  },
  body: GIF,
};

/** `GET|HEAD /o/{token}`: the same picture for every token, and a hit for one that is ours. */
export function createPixel(app: App): HttpHandler {
  const keyOf = keyFinder(app.config.masters);
  return async (request) => {
    try {
      const reading = readTrackingSegment(pathSegment(request.url, 1), 'open', keyOf);
      if (reading.ok && !isRevoked(app, reading.ref)) await recordHit(app, reading.ref, request);
    } catch (error) {
      app.log('pixel-failed', errorFacts(error));
    }
    return PICTURE;
  };
}
