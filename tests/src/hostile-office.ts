import { MAILBOX_SETTING } from '@readback/core';
import vm from 'node:vm';
import { storedMailbox } from './handler-stage.ts';

/*
 * An Office in which every single call can go wrong, for the built handlers: unlike the simulator it knows no Outlook, only the
 * ways in which a call with a callback can disappoint. Time is its own, and nothing in it is asynchronous, so that thousands of
 * sends take seconds.
 */

/** How a call goes wrong. `-done`: it takes effect all the same. */
export const FAULTS = [
  'throws',
  'throws-done',
  'fails',
  'fails-done',
  'silent',
  'silent-done',
  'late',
  'twice',
  'at-once',
  'empty',
  'nothing',
  'rubbish',
] as const;
export type CallFault = (typeof FAULTS)[number];

/** All calls with a callback that the handlers make. */
export const CALLS = [
  'body.getTypeAsync',
  'body.getAsync',
  'body.setAsync',
  'body.prependAsync',
  'body.appendOnSendAsync',
  'subject.getAsync',
  'to.getAsync',
  'cc.getAsync',
  'bcc.getAsync',
  'from.getAsync',
  'getAttachmentsAsync',
  'getComposeTypeAsync',
  'sensitivityLabelsCatalog.getIsEnabledAsync',
  'sensitivityLabel.getAsync',
  'delayDeliveryTime.getAsync',
  'sessionData.getAllAsync',
  'sessionData.setAsync',
  'loadCustomPropertiesAsync',
  'properties.saveAsync',
  'notificationMessages.replaceAsync',
  'notificationMessages.removeAsync',
] as const;
export type CallName = (typeof CALLS)[number];

/** The Outlooks, as `Office.context` names them. */
const OUTLOOKS = {
  web: { hostName: 'OutlookWebApp', platform: 'OfficeOnline' },
  classic: { hostName: 'Outlook', platform: 'PC' },
  mac: { hostName: 'Outlook', platform: 'Mac' },
} as const;

/** One mail and all that goes wrong while it is sent. */
export interface HostilePlay {
  client: keyof typeof OUTLOOKS;
  html: string;
  /** Asked for each call at Send, in the order in which they are made. */
  fault?: (call: CallName) => CallFault | null;
  /** The same for the compose handler and for the switch. */
  composeFault?: (call: CallName) => CallFault | null;
  /** Whether the sender presses the ribbon's switch before Send. */
  isSwitched?: boolean;
  /** Milliseconds that a late answer takes. */
  lateness?: () => number;
  /** Milliseconds by which a timer is late. */
  timerLag?: () => number;
  /** When after the click another add-in adds to the body; default: never. */
  rivalAt?: number | null;
  /** What stands in the place of these members of `Office.context`. */
  context?: Readonly<Record<string, unknown>>;
  /** What stands in the place of these globals; undefined: they are missing. */
  globals?: Readonly<Record<string, unknown>>;
}

/** What came of it. */
export interface HostileSend {
  /** Milliseconds after the click, and what `event.completed` was handed. */
  completions: { at: number; options: unknown }[];
  /** What was handed to `setAsync` and `prependAsync`, each with the body that stood there. */
  writes: { call: CallName; at: number; html: string; over: string }[];
  /** Faults that struck at Send. */
  struck: { call: CallName; fault: CallFault }[];
  /** What the add-in's callbacks and handlers threw into Outlook's face. */
  thrown: unknown[];
  /** When Send was pressed, with what Outlook appended. */
  before: string;
  after: string;
  /** What stands in the custom properties. */
  property: string | null;
  /** What the server was told last. */
  registration: unknown;
}

type Callback = (result?: object) => void;
type Handler = (event: { completed(options: unknown): void }) => void;

const FIRE = new vm.Script('fire()');
const MAKE_PROMISE = new vm.Script('(run) => new Promise(run)');
/** Nothing happens later than this after the start of a handler. */
const PATIENCE_MS = 40_000;
const LATENCY_MS = 4;
const NETWORK_MS = 40;
export const RIVAL = '<p>Robin</p>';
const RUBBISH: readonly unknown[] = [null, undefined, 0, Number.NaN, true, {}, [null], [{}], new Date(Number.NaN)];

/** The handlers' file, loaded once; each play gets an Office of its own. */
export function loadHandlers(script: string): (play: HostilePlay) => HostileSend {
  const handlers = new Map<string, Handler>();
  const globals: Record<string, unknown> = {
    Office: {
      actions: { associate: (name: string, handler: Handler) => handlers.set(name, handler) },
      onReady: () => new Promise(() => undefined),
    },
  };
  const context = vm.createContext(globals, { microtaskMode: 'afterEvaluate' });
  vm.runInContext('Date.now = () => now()', context);
  vm.runInContext(script, context, { filename: 'launchevent.js' });
  const promise: Loaded['promise'] = MAKE_PROMISE.runInContext(context);
  return (play) => playSend({ handlers, globals, promise, fire: () => FIRE.runInContext(context) }, play);
}

interface Loaded {
  handlers: ReadonlyMap<string, Handler>;
  globals: Record<string, unknown>;
  /** A promise of the handlers' realm: only those settle there. */
  promise(run: (resolve: (value: unknown) => void) => void): unknown;
  fire: () => unknown;
}

/** A clock that stands still until it is moved. */
function createTime(loaded: Loaded, lag: () => number) {
  const timers = new Map<number, { at: number; run: () => void }>();
  let now = Date.UTC(2026, 10, 21, 9);
  let last = 0;
  const after = (milliseconds: number, run: () => void): number => {
    timers.set((last += 1), { at: now + Math.round(Math.max(0, milliseconds || 0)), run });
    return last;
  };
  const thrown: unknown[] = [];
  const execute = (run: () => void): void => {
    loaded.globals['fire'] = () => {
      try {
        run();
      } catch (error) {
        thrown.push(error);
      }
    };
    loaded.fire();
  };
  Object.assign(loaded.globals, {
    now: () => now,
    setTimeout: (run: () => void, milliseconds: number) => after(milliseconds + lag(), run),
    clearTimeout: (id: number) => timers.delete(id),
  });
  return {
    now: () => now,
    after,
    thrown,
    execute,
    /** Runs in order what falls due. */
    pass: (milliseconds: number): void => {
      const end = now + milliseconds;
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).toSorted(([a, x], [b, y]) => x.at - y.at || a - b)[0];
        if (due === undefined) break;
        const [id, { at, run }] = due;
        timers.delete(id);
        now = Math.max(now, at);
        execute(run);
      }
      now = end;
    },
  };
}

function playSend(loaded: Loaded, play: HostilePlay): HostileSend {
  const time = createTime(loaded, play.timerLag ?? (() => 0));
  const mail = createMail(time, play);
  let registration: unknown = null;
  const own: Record<string, unknown> = {
    fetch: (_: string, { body }: { body?: string }) =>
      loaded.promise((resolve) => {
        if (body !== undefined) registration = JSON.parse(body);
        time.after(NETWORK_MS, () => resolve({ status: 200, text: () => '{}' }));
      }),
    crypto: undefined,
    location: undefined,
    OfficeRuntime: undefined,
  };
  Object.assign(loaded.globals, own, play.globals, { Office: { context: mail.context } });
  const completions: HostileSend['completions'] = [];
  const launch = (name: string): void => {
    const start = time.now();
    time.execute(() =>
      loaded.handlers.get(name)?.({ completed: (options) => completions.push({ at: time.now() - start, options }) }),
    );
    time.pass(PATIENCE_MS);
  };
  mail.use(play.composeFault ?? (() => null));
  for (const name of ['onMessageComposeHandler', ...(play.isSwitched ? ['toggleTracking'] : [])]) {
    launch(name);
    if (completions.length !== 1) throw new Error(`${name} completed ${completions.length} times.`);
    completions.length = 0;
  }
  mail.append();
  const before = mail.state.body;
  mail.state.struck.length = 0;
  mail.use(play.fault ?? (() => null));
  if (typeof play.rivalAt === 'number') time.after(play.rivalAt, () => void (mail.state.body += RIVAL));
  const pressed = time.now();
  launch('onMessageSendHandler');
  const { writes, struck, body, property } = mail.state;
  return {
    completions,
    writes: writes.map((write) => ({ ...write, at: write.at - pressed })),
    struck,
    thrown: time.thrown,
    before,
    after: body,
    property,
    registration,
  };
}

/** The open mail, as Office.js shows it. */
function createMail(time: ReturnType<typeof createTime>, play: HostilePlay) {
  const state = {
    body: play.html,
    appended: '',
    session: new Map<string, string>(),
    property: null as string | null,
    writes: [] as HostileSend['writes'],
    struck: [] as HostileSend['struck'],
  };
  let faultOf: (call: CallName) => CallFault | null = () => null;
  const call =
    (name: CallName, take: (...args: unknown[]) => unknown) =>
    (...args: unknown[]): void => {
      const fault = faultOf(name);
      if (fault !== null) state.struck.push({ call: name, fault });
      const callback = args.find((arg): arg is Callback => typeof arg === 'function') ?? (() => undefined);
      perform(time, { fault, take: () => take(...args), callback, lateness: play.lateness });
    };
  const reads = (name: CallName, value: unknown) => ({ getAsync: call(name, () => value) });
  const writes =
    (name: CallName, join: (html: string) => string) =>
    (html: string, ...rest: unknown[]): void => {
      state.writes.push({ call: name, at: time.now(), html, over: state.body });
      call(name, () => void (state.body = join(html)))(...rest);
    };
  const properties = { staged: null as string | null };
  const bag = {
    get: () => state.property ?? undefined,
    set: (_name: string, value: string) => (properties.staged = value),
    saveAsync: call('properties.saveAsync', () => void (state.property = properties.staged)),
  };
  const body = {
    getTypeAsync: call('body.getTypeAsync', () => 'html'),
    getAsync: call('body.getAsync', () => state.body),
    setAsync: writes('body.setAsync', (html) => html),
    prependAsync: writes('body.prependAsync', (html) => html + state.body),
    appendOnSendAsync: call(
      'body.appendOnSendAsync',
      (html) => void (state.appended = typeof html === 'string' ? html : ''),
    ),
  };
  const item = {
    body,
    conversationId: null,
    subject: reads('subject.getAsync', 'Offer'),
    to: reads('to.getAsync', [{ emailAddress: 'ada@fabrikam.example', displayName: 'Ada' }]),
    cc: reads('cc.getAsync', []),
    bcc: reads('bcc.getAsync', []),
    from: reads('from.getAsync', { emailAddress: 'robin.reed@contoso.example' }),
    getAttachmentsAsync: call('getAttachmentsAsync', () => []),
    getComposeTypeAsync: call('getComposeTypeAsync', () => ({ composeType: 'newMail' })),
    sensitivityLabel: reads('sensitivityLabel.getAsync', null),
    delayDeliveryTime: reads('delayDeliveryTime.getAsync', 0),
    sessionData: {
      getAllAsync: call('sessionData.getAllAsync', () => Object.fromEntries(state.session)),
      setAsync: call('sessionData.setAsync', (name, value) => void state.session.set(String(name), String(value))),
    },
    loadCustomPropertiesAsync: call('loadCustomPropertiesAsync', () => bag),
    notificationMessages: {
      replaceAsync: call('notificationMessages.replaceAsync', () => undefined),
      removeAsync: call('notificationMessages.removeAsync', () => undefined),
    },
  };
  const { hostName, platform } = OUTLOOKS[play.client];
  const context = {
    requirements: { isSetSupported: () => true },
    diagnostics: { platform },
    displayLanguage: 'en-US',
    sensitivityLabelsCatalog: { getIsEnabledAsync: call('sensitivityLabelsCatalog.getIsEnabledAsync', () => false) },
    roamingSettings: {
      get: (name: string) => (name === MAILBOX_SETTING ? storedMailbox() : undefined),
      set: () => undefined,
      remove: () => undefined,
      saveAsync: (callback: Callback) => callback({ status: 'succeeded' }),
    },
    mailbox: { item, diagnostics: { hostName }, userProfile: { emailAddress: 'robin.reed@contoso.example' } },
    ...play.context,
  };
  return {
    state,
    context,
    use: (chosen: typeof faultOf): void => {
      faultOf = chosen;
    },
    /** What Outlook does with the appended markup before it calls the send handler. */
    append: (): void => {
      state.body += state.appended;
    },
  };
}

interface Performance {
  fault: CallFault | null;
  take: () => unknown;
  callback: Callback;
  lateness: (() => number) | undefined;
}

const FAILURE = { status: 'failed', error: { code: 9_000, name: 'InternalServerError', message: '' } };

/** Lets one call end as its fault says. */
function perform(time: ReturnType<typeof createTime>, { fault, take, callback, lateness }: Performance): void {
  const say = (result?: object): void => {
    try {
      callback(result);
    } catch (error) {
      time.thrown.push(error);
    }
  };
  const succeed = (): void => say({ status: 'succeeded', value: take() });
  const soon = (run: () => void): void => void time.after(LATENCY_MS, run);
  switch (fault) {
    case 'throws':
      throw new TypeError('Nothing of this works here.');
    case 'throws-done':
      soon(succeed);
      throw new TypeError('This works, and throws.');
    case 'fails':
      return soon(() => say(FAILURE));
    case 'fails-done':
      return soon(() => {
        take();
        say(FAILURE);
      });
    case 'silent':
      return;
    case 'silent-done':
      return soon(() => void take());
    case 'late':
      return void time.after(lateness?.() ?? 3_000, succeed);
    case 'twice':
      soon(succeed);
      return soon(() => say(FAILURE));
    case 'at-once':
      return succeed();
    case 'empty':
      return soon(() => say({ status: 'succeeded' }));
    case 'nothing':
      return soon(() => say());
    case 'rubbish':
      return soon(() => say({ status: 'succeeded', value: RUBBISH[time.now() % RUBBISH.length] }));
    case null:
      return soon(succeed);
  }
}
