import type { HttpHandler } from '@azure/functions';
import type { App } from '../app.ts';

/**
 * `GET /.well-known/microsoft-officeaddins-allowed.json`: names the one script that classic Outlook lets sign in silently
 * and fetch (outlook-platform.md §2). The address must be the exact one of the manifest.
 */
export function createAllowedOrigins(app: App): HttpHandler {
  const { appOrigin } = app.config;
  const body = JSON.stringify({ allowed: appOrigin === null ? [] : [`${appOrigin}/launchevent.js`] });
  return () => ({
    status: 200,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=3600' },
    body,
  });
}
