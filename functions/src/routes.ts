import type { HttpHandler, HttpMethod } from '@azure/functions';
import type { App } from './app.ts';
import { createAllowedOrigins } from './handlers/allowed-origins.ts';
import { createAnnounceViewing } from './handlers/announce-viewing.ts';
import { createConsent } from './handlers/consent.ts';
import { createCorrectHit } from './handlers/correct-hit.ts';
import { createDeleteMessage } from './handlers/delete-message.ts';
import { createGetMessage } from './handlers/get-message.ts';
import { createGetOverview } from './handlers/get-overview.ts';
import { createGetPreferences } from './handlers/get-preferences.ts';
import { createHealth } from './handlers/health.ts';
import { createListActivity } from './handlers/list-activity.ts';
import { createListDigest } from './handlers/list-digest.ts';
import { createListDomains } from './handlers/list-domains.ts';
import { createListMessages } from './handlers/list-messages.ts';
import { createOpenMailbox } from './handlers/open-mailbox.ts';
import { createPixel } from './handlers/pixel.ts';
import { createPutMessage } from './handlers/put-message.ts';
import { createPutPreferences } from './handlers/put-preferences.ts';
import { createPutSettings } from './handlers/put-settings.ts';
import { createRaiseGeneration } from './handlers/raise-generation.ts';
import { createRedirect } from './handlers/redirect.ts';
import { createRegister } from './handlers/register.ts';
import { createSettings } from './handlers/settings.ts';
import { createStaticFile, createStaticFiles } from './handlers/static-file.ts';
import { createSupport } from './handlers/support.ts';
import { createSwitchTracking } from './handlers/switch-tracking.ts';
import type { StaticFolder } from './static/static-folder.ts';

/** One function of the app. */
export interface Route {
  /** The host sorts functions by this name and takes the first whose path and method match (azure.md 2). */
  name: string;
  methods: readonly HttpMethod[];
  /** Path without the leading slash; `{x}` stands for one segment. No route is a catch-all, so that none can swallow another. */
  path: string;
  handler: HttpHandler;
}

const READ: readonly HttpMethod[] = ['GET', 'HEAD'];

/** Every route of the app. */
export function createRoutes(app: App, files: StaticFolder): readonly Route[] {
  return [...createOpenRoutes(app), ...createSignedInRoutes(app), ...createPages(app, files)];
}

function createOpenRoutes(app: App): readonly Route[] {
  return [
    // What recipients meet.
    { name: 'pixel', methods: READ, path: 'o/{token}', handler: createPixel(app) },
    { name: 'redirect', methods: READ, path: 'c/{token}', handler: createRedirect(app) },

    // What the add-in asks without a sign-in.
    { name: 'register', methods: ['POST'], path: 'm/{token}', handler: createRegister(app) },
    { name: 'settings', methods: ['GET'], path: 'settings', handler: createSettings(app) },
  ];
}

/** What needs a sign-in. */
function createSignedInRoutes(app: App): readonly Route[] {
  return [
    { name: 'open-mailbox', methods: ['POST'], path: 'api/mailbox', handler: createOpenMailbox(app) },
    {
      name: 'raise-generation',
      methods: ['POST'],
      path: 'api/mailbox/generation',
      handler: createRaiseGeneration(app),
    },
    { name: 'list-messages', methods: ['GET'], path: 'api/messages', handler: createListMessages(app) },
    { name: 'get-message', methods: ['GET'], path: 'api/messages/{id}', handler: createGetMessage(app) },
    { name: 'put-message', methods: ['PUT'], path: 'api/messages/{id}', handler: createPutMessage(app) },
    { name: 'delete-message', methods: ['DELETE'], path: 'api/messages/{id}', handler: createDeleteMessage(app) },
    {
      name: 'switch-tracking',
      methods: ['PUT'],
      path: 'api/messages/{id}/tracking',
      handler: createSwitchTracking(app),
    },
    { name: 'correct-hit', methods: ['POST'], path: 'api/messages/{id}/corrections', handler: createCorrectHit(app) },
    { name: 'announce-viewing', methods: ['POST'], path: 'api/viewing', handler: createAnnounceViewing(app) },
    { name: 'get-overview', methods: ['GET'], path: 'api/overview', handler: createGetOverview(app) },
    { name: 'list-activity', methods: ['GET'], path: 'api/activity', handler: createListActivity(app) },
    { name: 'list-digest', methods: ['GET'], path: 'api/digest', handler: createListDigest(app) },
    { name: 'list-domains', methods: ['GET'], path: 'api/domains', handler: createListDomains(app) },
    { name: 'get-preferences', methods: ['GET'], path: 'api/preferences', handler: createGetPreferences(app) },
    { name: 'put-preferences', methods: ['PUT'], path: 'api/preferences', handler: createPutPreferences(app) },
    { name: 'put-settings', methods: ['PUT'], path: 'api/settings', handler: createPutSettings(app) },
  ];
}

/** Pages and files, and the health check. */
function createPages(app: App, files: StaticFolder): readonly Route[] {
  return [
    { name: 'health', methods: READ, path: 'healthz', handler: createHealth(app) },
    { name: 'consent', methods: READ, path: 'consent.html', handler: createConsent() },
    { name: 'support', methods: READ, path: 'support.html', handler: createSupport(app) },
    {
      name: 'allowed-origins',
      methods: READ,
      path: '.well-known/microsoft-officeaddins-allowed.json',
      handler: createAllowedOrigins(app),
    },
    { name: 'pane', methods: READ, path: 'taskpane.html', handler: createStaticFile(files, 'taskpane.html', 'page') },
    { name: 'activity', methods: READ, path: 'activity', handler: createStaticFile(files, 'activity.html', 'page') },
    {
      name: 'activity-manifest',
      methods: READ,
      path: 'activity.webmanifest',
      handler: createStaticFile(files, 'activity.webmanifest', 'page'),
    },
    { name: 'auth', methods: READ, path: 'auth.html', handler: createStaticFile(files, 'auth.html', 'page') },
    {
      name: 'launchevent-page',
      methods: READ,
      path: 'launchevent.html',
      handler: createStaticFile(files, 'launchevent.html', 'handler'),
    },
    {
      name: 'launchevent-script',
      methods: READ,
      path: 'launchevent.js',
      handler: createStaticFile(files, 'launchevent.js', 'handler'),
    },
    { name: 'assets', methods: READ, path: 'assets/{name}', handler: createStaticFiles(files, 'assets', 'hashed') },
    { name: 'icons', methods: READ, path: 'icons/{name}', handler: createStaticFiles(files, 'icons', 'icon') },
  ];
}
