/** An `Office` in memory, as far as the pane's own files ask it. Everything can be replaced. */
export interface FakeOffice {
  host: string | null;
  sets: readonly string[];
  item: object | null;
  colours: object | undefined;
  /** Handlers by event type. */
  handlers: Map<string, (argument: object) => void>;
  dialog: FakeDialog | null;
  told: string[];
}

/** A window that was opened; `say` and `end` are what happens in it. */
export interface FakeDialog {
  url: string;
  closed: boolean;
  say(argument: object): void;
  end(): void;
}

const SUCCEEDED = 'succeeded';

/** Puts it where Office.js puts itself. */
export function installOffice(change: Partial<FakeOffice> = {}): FakeOffice {
  const office: FakeOffice = {
    host: 'Outlook',
    sets: ['Mailbox 1.5', 'Mailbox 1.14', 'NestedAppAuth 1.1', 'IdentityAPI 1.3'],
    item: null,
    colours: undefined,
    handlers: new Map(),
    dialog: null,
    told: [],
    ...change,
  };
  Reflect.set(globalThis, 'Office', {
    onReady: () => Promise.resolve({ host: office.host, platform: null }),
    AsyncResultStatus: { Succeeded: SUCCEEDED },
    MailboxEnums: { ItemType: { Message: 'message' } },
    EventType: {
      ItemChanged: 'item',
      OfficeThemeChanged: 'theme',
      DialogMessageReceived: 'message',
      DialogEventReceived: 'event',
    },
    context: {
      get officeTheme() {
        return office.colours;
      },
      requirements: { isSetSupported: (name: string, version: string) => office.sets.includes(`${name} ${version}`) },
      ui: {
        displayDialogAsync: (url: string, _: object, callback: (result: object) => void) =>
          callback(openFake(office, url)),
        messageParent: (message: string) => office.told.push(message),
      },
      mailbox: office.host === null ? undefined : mailboxOf(office),
    },
  });
  return office;
}

/** Takes it away again. */
export function removeOffice(): void {
  Reflect.deleteProperty(globalThis, 'Office');
  Reflect.deleteProperty(globalThis, 'OfficeRuntime');
}

function mailboxOf(office: FakeOffice) {
  return {
    get item() {
      return office.item;
    },
    addHandlerAsync: (type: string, handler: () => void) => office.handlers.set(type, handler),
  };
}

function openFake(office: FakeOffice, url: string): object {
  const handlers = new Map<string, (argument: object) => void>();
  const dialog: FakeDialog = {
    url,
    closed: false,
    say: (argument) => handlers.get('message')?.(argument),
    end: () => handlers.get('event')?.({ error: 12_006 }),
  };
  office.dialog = dialog;
  const value = {
    addEventHandler: (type: string, handler: (argument: object) => void) => handlers.set(type, handler),
    close: () => {
      dialog.closed = true;
    },
  };
  return { status: SUCCEEDED, value };
}
