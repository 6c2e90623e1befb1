import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { connectionTo, startAzurite } from '../../functions/local/azurite.ts';
import { startLocal } from '../../functions/local/start-local.ts';
import { startFaultProxy } from '../../functions/src/store/fault-proxy.fixture.ts';
import type { FaultProxy } from '../../functions/src/store/fault-proxy.fixture.ts';
import { openBrowser } from './open-browser.ts';
import { openRecipient } from './recipient.ts';
import type { Recipient } from './recipient.ts';
import { openSender } from './sender.ts';
import type { Picked, Sender } from './sender.ts';

/** Everything that a journey happens on: the built project at work on this machine, and a browser. */
export interface Stage {
  origin: string;
  browser: Browser;
  /** Between the app and its storage: what fails is chosen here. */
  storage: FaultProxy;
  /** Somebody at the simulated Outlook, with an empty mailbox and nobody's cookies. */
  sender(picked?: Partial<Picked>): Promise<Sender>;
  /** Somebody who gets mail, elsewhere. */
  recipient(): Promise<Recipient>;
  /** A browser that knows nothing yet; it is closed with the stage. */
  visitor(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Closes what the test opened; the rest goes on. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** How long anything on a page may take, in milliseconds, on a busy machine. */
const PATIENCE_MS = 20_000;

/** Sets the stage with what was built (`npm run build` first): storage, app and browser. */
export async function openStage(): Promise<Stage> {
  const azurite = await startAzurite({ folder: null });
  const storage = await startFaultProxy(azurite.port);
  const app = await startLocal({ port: 0, dataDir: null, tablesConnection: connectionTo(storage.port) });
  const browser = await openBrowser();
  const visitors: BrowserContext[] = [];
  const visitor: Stage['visitor'] = async (options) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    visitors.push(context);
    return context;
  };
  const clear: Stage['clear'] = async () => {
    storage.choose = () => 'none';
    for (const context of visitors.splice(0)) await context.close();
  };
  return {
    origin: app.origin,
    browser,
    storage,
    visitor,
    sender: async (picked = {}) => openSender(await visitor(), app.origin, picked),
    recipient: async () => openRecipient(visitor, app.origin),
    clear,
    stop: async () => {
      await clear();
      await browser.close();
      await app.stop();
      await storage.stop();
      await azurite.stop();
    },
  };
}
