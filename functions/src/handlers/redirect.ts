import type { HttpHandler, HttpResponseInit } from '@azure/functions';
import { isHttpUrl, readTrackingSegment } from '@readback/core';
import type { SegmentReading } from '@readback/core';
import { keyFinder } from '../app.ts';
import type { App } from '../app.ts';
import { isRevoked } from '../hit/is-revoked.ts';
import { hasMastersProblem } from '../masters.ts';
import { recordHit } from '../hit/record-hit.ts';
import { pickLanguage } from '../pages/language.ts';
import { renderBroken, renderDestination, renderUnavailable } from '../pages/link-pages.ts';
import type { Reader } from '../pages/link-pages.ts';
import { pathSegment } from '../request-path.ts';

/** `GET|HEAD /c/{token}`: goes to the destination inside a verified token; `+` behind it shows the destination instead. */
export function createRedirect(app: App): HttpHandler {
  const keyOf = keyFinder(app.config.masters);
  return async (request) => {
    const reading = readTrackingSegment(pathSegment(request.url, 1), 'click', keyOf);
    const reader: Reader = {
      language: pickLanguage(request.headers.get('accept-language')),
      contact: app.config.contact,
    };
    const destination = reading.ok ? parseDestination(reading.ref.destination) : null;
    if (!reading.ok || destination === null) return refuse(app, reading, reader);
    if (reading.ref.show) return renderDestination(destination, 'asked', reader);
    if (isRevoked(app, reading.ref)) return renderDestination(destination, 'revoked', reader);
    await recordHit(app, reading.ref, request);
    return goTo(destination);
  };
}

function refuse(app: App, reading: SegmentReading, reader: Reader): HttpResponseInit {
  const claimed = reading.ok ? null : parseDestination(reading.claimedDestination);
  if (isOurFault(app, reading)) return renderUnavailable(claimed, reader);
  return renderBroken({ caseLost: !reading.ok && reading.reason === 'case-lost', claimed }, reader);
}

/** Whether the link may be sound and its master is what can't be read: no link is then told to be broken for good. */
function isOurFault({ config }: App, reading: SegmentReading): boolean {
  if (config.masters.size === 0) return true;
  return !reading.ok && reading.reason === 'unknown-key' && hasMastersProblem(config.problems);
}

/** What may be gone to: absolute http(s) only, whoever signed it. */
function parseDestination(text: string | null): URL | null {
  return text !== null && isHttpUrl(text) && URL.canParse(text) ? new URL(text) : null;
}

function goTo(destination: URL): HttpResponseInit {
  return {
    status: 302,
    headers: {
      // `href` is ASCII; a Location with a letter beyond U+00FF fails in the library after the handler (azure.md 10).
      Location: destination.href,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    },
  };
}
