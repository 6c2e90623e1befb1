import { iconPath, LIST_ICON_SIZES } from '../manifest/icon-files.ts';
import type { Answer, Check, Deployment } from './deployment.ts';
import { fail, ok, warn } from './finding.ts';
import type { Finding } from './finding.ts';

const SLOW_MS = 500;
const HOUR_S = 3600;
const REDEPLOY = 'Deploy dist/app whole: docs/deploy.md, "Deploying".';
const ALWAYS_READY =
  'Give the Function App an always-ready instance: Outlook loads the handlers at every Send and asks the sender when that takes 5 s (office-js#6816).';

/** A file that Outlook loads, and how it is recognised. */
interface ExpectedFile {
  path: string;
  type: string;
  /** Texts that must stand in it. */
  holds: readonly string[];
}

const FILES: readonly ExpectedFile[] = [
  { path: 'launchevent.html', type: 'text/html', holds: ['office.js', 'launchevent.js'] },
  {
    path: 'launchevent.js',
    type: 'text/javascript',
    holds: ['onMessageComposeHandler', 'onMessageSendHandler', 'toggleTracking'],
  },
  { path: 'taskpane.html', type: 'text/html', holds: ['office.js'] },
  { path: 'auth.html', type: 'text/html', holds: [] },
  { path: 'activity', type: 'text/html', holds: ['activity.webmanifest'] },
  { path: 'activity.webmanifest', type: 'application/manifest+json', holds: ['start_url'] },
  { path: 'consent.html', type: 'text/html', holds: [] },
  { path: 'support.html', type: 'text/html', holds: [] },
  { path: iconPath('readback', LIST_ICON_SIZES.standard), type: 'image/png', holds: ['PNG'] },
];

function contentFault(file: ExpectedFile, answer: Answer): string | null {
  if (answer.status !== 200) return `answers ${answer.status}`;
  const type = answer.headers.get('content-type') ?? 'no type';
  if (!type.startsWith(file.type)) return `is ${type} instead of ${file.type}`;
  const missing = file.holds.filter((text) => !answer.body.includes(text));
  return missing.length === 0 ? null : `doesn't hold ${missing.join(', ')}`;
}

function maxAge(answer: Answer): number {
  return Number(/max-age=(\d+)/.exec(answer.headers.get('cache-control') ?? '')?.[1] ?? 0);
}

async function fileFindings(file: ExpectedFile, { app, ask }: Deployment): Promise<readonly Finding[]> {
  const url = `${app}/${file.path}`;
  const answers = [await ask(url), await ask(url)];
  const fault = answers.map((answer) => contentFault(file, answer)).find((each) => each !== null);
  if (fault) return [fail(`/${file.path} ${fault}`, REDEPLOY)];
  const times = answers.map(({ millis }) => Math.round(millis));
  const message = `/${file.path} came in ${times.join(' ms, then ')} ms`;
  return [times.some((time) => time >= SLOW_MS) ? warn(message, ALWAYS_READY) : ok(message)];
}

/** Classic Outlook shows a strange icon where it may not keep ours (office-js#2981). */
async function iconCaching({ app, ask }: Deployment): Promise<Finding> {
  const answer = await ask(`${app}/${iconPath('readback', LIST_ICON_SIZES.standard)}`);
  return /no-store|no-cache/.test(`${answer.headers.get('cache-control')} ${answer.headers.get('pragma')}`)
    ? warn(
        'the icons may not be kept, so classic Outlook shows a strange one',
        'Something before the Function App changes Cache-Control: let /icons pass as they are.',
      )
    : ok('the icons may be kept');
}

async function handlerCaching({ app, ask }: Deployment): Promise<Finding> {
  const answers = [await ask(`${app}/launchevent.html`), await ask(`${app}/launchevent.js`)];
  const least = Math.min(...answers.map(maxAge));
  return least >= HOUR_S
    ? ok(`the handlers may be kept for ${Math.floor(least / HOUR_S)} h`)
    : warn(
        'the handlers may not be kept by Outlook',
        'Something before the Function App changes Cache-Control: let launchevent.html and launchevent.js pass as they are.',
      );
}

/** What Outlook loads, each twice: the second time tells how an instance answers that is awake. */
export const checkFiles: Check = {
  name: 'files',
  run: async (deployment) => {
    const findings: Finding[] = [];
    // One after another: a burst of questions would measure itself.
    for (const file of FILES) findings.push(...(await fileFindings(file, deployment)));
    return [...findings, await handlerCaching(deployment), await iconCaching(deployment)];
  },
};
