import { isAtLeast } from '../outlook/client-profile.ts';
import type { HostEvent, HostLink, ItemFace } from '../outlook/host-link.ts';
import { createRoamingSettings } from './bags.ts';
import { readCommonArguments } from './calls.ts';
import { EVENT_TYPES, HOST_ENUMS, MAILBOX_ENUMS, OFFICE_ENUMS } from './enums.ts';
import { notPlayed } from './thrown-errors.ts';
import { createHandlerMembers, createHandlerRegistry } from './handlers.ts';
import type { HandlerRegistry } from './handlers.ts';
import { createItem } from './item.ts';
import { launch } from './launch.ts';
import type { Associated } from './launch.ts';
import { ask, createSurface } from './surface.ts';
import type { SurfaceContext } from './surface.ts';

/** The two globals that Office.js defines. */
export interface OfficeGlobals {
  Office: object;
  OfficeRuntime: object;
}

type ReadyCallback = (info: { host: string; platform: string }) => void;

/**
 * What Office.js is inside one runtime. All it knows and does goes through `link`, so that the same object stands in a `vm`
 * context, in a frame and in a worker. `onError` hears what the add-in's callbacks throw.
 */
export function createOffice(link: HostLink, onError: (error: unknown) => void): OfficeGlobals {
  const handlers = createHandlerRegistry(onError);
  const mailbox = createMailbox(link, handlers, onError);
  const associated: Associated = new Map();
  const context = createContext(link, mailbox.surface, onError);
  link.listen((event) => hear(event, { link, mailbox, handlers, associated, onError }));
  return {
    Office: {
      ...OFFICE_ENUMS,
      ...HOST_ENUMS,
      EventType: EVENT_TYPES,
      MailboxEnums: MAILBOX_ENUMS,
      context,
      ...createReady(link, onError),
      actions: {
        associate: (name: string, run: (event: object) => unknown) => {
          associated.set(name, run);
        },
      },
      isSetSupported: (name: string, version?: string | number) => isSetSupported(link, name, version),
    },
    OfficeRuntime: { auth: { getAccessToken: (options?: object) => getAccessToken(link, options) } },
  };
}

interface Hearing {
  link: HostLink;
  mailbox: { show(face: ItemFace | null): void };
  handlers: HandlerRegistry;
  associated: Associated;
  onError: (error: unknown) => void;
}

function hear(event: HostEvent, to: Hearing): void {
  switch (event.type) {
    case 'launch':
      to.mailbox.show(event.item);
      launch(event, to.associated, to.link, to.onError);
      return;
    case 'item-changed':
      to.mailbox.show(event.item);
      to.handlers.raise(EVENT_TYPES.ItemChanged, { initialData: null });
      return;
    case 'recipients-changed':
      to.handlers.raise(EVENT_TYPES.RecipientsChanged, { changedRecipientFields: event.fields });
  }
}

/** `Office.context.mailbox`, whose item changes in a pinned pane. */
function createMailbox(link: HostLink, handlers: HandlerRegistry, onError: (error: unknown) => void) {
  let item: object | null = null;
  const contextOf = (face: ItemFace | null): SurfaceContext => ({
    link,
    mode: face?.mode ?? 'read',
    itemNumber: face?.number ?? 0,
    onError,
  });
  const show = (face: ItemFace | null): void => {
    item = face === null ? null : createItem(face, contextOf(face), handlers);
  };
  show(link.start.item);
  const context = contextOf(link.start.item);
  const { user, version, hostName, client } = link.start;
  const surface = createSurface('Mailbox', context, {
    getters: { item: () => item },
    values: {
      ...createHandlerMembers(handlers, [EVENT_TYPES.ItemChanged, EVENT_TYPES.OfficeThemeChanged], { onError }),
      diagnostics: createSurface('Diagnostics', context, {
        // Outlook on the web alone has a view to tell (Office.Diagnostics.OWAView).
        values: { hostName, hostVersion: version, OWAView: client === 'web' ? 'ThreeColumns' : undefined },
      }),
      userProfile: createSurface('UserProfile', context, { values: { ...user } }),
    },
  });
  return { surface, show };
}

function createContext(link: HostLink, mailbox: object, onError: (error: unknown) => void): object {
  const { start } = link;
  const context: SurfaceContext = {
    link,
    mode: start.item?.mode ?? 'read',
    itemNumber: start.item?.number ?? 0,
    onError,
  };
  return {
    mailbox,
    roamingSettings: createRoamingSettings(context),
    sensitivityLabelsCatalog: createSurface('SensitivityLabelsCatalog', context),
    displayLanguage: start.language,
    contentLanguage: start.language,
    diagnostics: { host: 'Outlook', platform: start.platform, version: start.version },
    host: 'Outlook',
    platform: start.platform,
    ...(start.theme === null ? {} : { officeTheme: start.theme }),
    requirements: { isSetSupported: (name: string, version?: string | number) => isSetSupported(link, name, version) },
    ui: createUi(context),
    auth: {
      getAccessToken: (...args: readonly unknown[]) =>
        ask('Auth.getAccessToken', [], readCommonArguments(args, { own: 0, needsCallback: true }), context),
    },
  };
}

/** `Office.context.ui`: dialogs aren't played; the browser opens only where the client can. */
function createUi(context: SurfaceContext): object {
  const refuse = (member: string) => () => {
    throw notPlayed(member);
  };
  const silent = { callback: null, options: {} };
  const { sets } = context.link.start;
  return {
    displayDialogAsync: refuse('UI.displayDialogAsync'),
    messageParent: refuse('UI.messageParent'),
    addHandlerAsync: refuse('UI.addHandlerAsync'),
    closeContainer: () => ask('UI.closeContainer', [], silent, context),
    ...(sets['OpenBrowserWindowApi'] === undefined
      ? {}
      : { openBrowserWindow: (url: string) => ask('UI.openBrowserWindow', [url], silent, context) }),
  };
}

/** Add-ins also give the version as a number. */
function isSetSupported(link: HostLink, name: string, version: string | number = '1.1'): boolean {
  const highest = link.start.sets[name];
  return highest !== undefined && isAtLeast(highest, String(version));
}

/** In the JavaScript-only runtime neither the callbacks of `onReady` nor `initialize` run (outlook-platform §2). */
function createReady(link: HostLink, onError: (error: unknown) => void) {
  const info = { host: 'Outlook', platform: link.start.platform };
  const ready = link.start.readyRuns ? Promise.resolve(info) : new Promise<never>(() => undefined);
  return {
    initialize: undefined,
    onReady: (callback?: ReadyCallback) => {
      const run = ready.then((value) => {
        callback?.(value);
        return value;
      });
      run.catch(onError);
      return run;
    },
  };
}

async function getAccessToken(link: HostLink, options: object | undefined): Promise<unknown> {
  const outcome = await link.call('OfficeRuntime.auth.getAccessToken', [options ?? {}], 0);
  if (outcome.ok) return outcome.value;
  throw Object.assign(new Error(outcome.error.message), { code: outcome.error.code, name: outcome.error.name });
}
