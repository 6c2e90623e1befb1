import { readTenantSettings } from '@readback/core';
import { createLocalSource } from '../../../addin/src/taskpane/sign-in/local-source.ts';
import manifestXml from '../../../manifest.xml';
import { createPictureStore } from '../body/picture-store.ts';
import type { PictureStore } from '../body/picture-store.ts';
import { createFrameRuntimes } from '../frame-runtimes.ts';
import { createWallClock } from '../outlook/clock.ts';
import { createOutlook } from '../outlook/create-outlook.ts';
import { readManifest } from '../outlook/manifest.ts';
import type { Manifest } from '../outlook/manifest.ts';
import type { MailboxStorage, Outlook } from '../outlook/outlook.ts';
import type { Choices } from '../page/choices.ts';
import { createPostOffice } from '../post/post-office.ts';
import { textsFor } from '../texts/use-texts.ts';
import { locateFile } from './locate-file.ts';
import { fetchMails, handOver } from './mail-carrier.ts';
import { LABELS, SENDER } from './people.ts';
import { createQuestionDesk } from './question-desk.ts';
import type { QuestionDesk } from './question-desk.ts';
import { seedMailbox } from './seed-mailbox.ts';

/** An Outlook at work, with what its window needs beside it. */
export interface OpenOutlook {
  outlook: Outlook;
  manifest: Manifest | null;
  questions: QuestionDesk;
  pictures: PictureStore;
  /** Brings mails that arrived meanwhile. Rejects where the local server can't be reached. */
  fetchMails: () => Promise<void>;
  /** For `useSyncExternalStore`: another number is another state. */
  watch: (listener: () => void) => () => void;
  version: () => number;
}

/** What an Outlook is opened with. */
export interface OpenOptions {
  choices: Choices;
  storage: MailboxStorage;
  /** Hidden frames of the add-in go here. */
  container: HTMLElement;
}

const UNDO_SECONDS = 5;

const SIGNATURE =
  '<p>Robin Reed<br>Contoso Ltd. · Partnerships<br><a href="https://www.contoso.example/partners">Partner programme</a></p>';

/** `bodyBackgroundColor` and the like of the light and the dark Office theme. */
const THEMES = {
  light: {
    bodyBackgroundColor: '#FFFFFF',
    bodyForegroundColor: '#242424',
    controlBackgroundColor: '#FFFFFF',
    controlForegroundColor: '#242424',
  },
  dark: {
    bodyBackgroundColor: '#1F1F1F',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#292929',
    controlForegroundColor: '#FFFFFF',
  },
};

/** Opens the Outlook that was picked, over the mailbox that the browser keeps. */
export function openOutlook({ choices, storage, container }: OpenOptions): OpenOutlook {
  const { client, setting, language, theme, undo } = choices;
  const { locale } = textsFor(language);
  const pictures = createPictureStore(storage);
  const post = createPostOffice(window.fetch.bind(window));
  const questions = createQuestionDesk();
  const manifest = readManifest(manifestXml, locale);
  seedMailbox(storage);
  const outlook = createOutlook({
    client,
    setting,
    clock: createWallClock(),
    manifest,
    runtimes: createFrameRuntimes({ shim: '/simulator/office.js', locate: locateFile, container }),
    mailTransport: (mail) => handOver(post, pictures, mail),
    profile: { user: SENDER, language: locale, theme: THEMES[theme], signature: SIGNATURE, labels: LABELS },
    storage,
    getToken: () => readToken(SENDER.address),
    ask: (dialog) => questions.ask(dialog),
    openBrowser: (url) => {
      window.open(url, '_blank', 'noopener');
    },
    undoSeconds: undo === 'on' ? UNDO_SECONDS : 0,
  });
  let version = 0;
  outlook.subscribe(() => {
    version += 1;
  });
  return {
    outlook,
    manifest,
    questions,
    pictures,
    fetchMails: () => fetchMails(post, { outlook, user: SENDER, storage, pictures }),
    watch: (listener) => outlook.subscribe(listener),
    version: () => version,
  };
}

/** What Outlook itself would get from Entra for the add-in, here from the local server, for the same person as in the pane. */
async function readToken(address: string): Promise<string> {
  const answer = await fetch('/settings');
  const settings = answer.ok ? readTenantSettings(await answer.json()) : null;
  const fetchHere = window.fetch.bind(window);
  const source =
    settings && createLocalSource({ fetch: fetchHere, now: Date.now, address, tenantId: settings.signIn.tenantId });
  const found = (await source?.silently()) ?? null;
  // 13006: the client couldn't get one (troubleshoot-sso-in-office-add-ins.md).
  if (found === null) throw Object.assign(new Error('The local server gave no token.'), { code: 13006 });
  return found.token;
}
