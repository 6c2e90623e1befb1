import { parseJson } from '@readback/core';
import { isRecord } from '../is-record.ts';
import type { Answer, Check, Deployment } from './deployment.ts';
import { fail, ok, warn } from './finding.ts';
import type { Finding } from './finding.ts';

const CLOCK_OFF_MS = 5000;
/** A Date header is cut to whole seconds (RFC 9110 §5.6.7). */
const DATE_HEADER_STEP_MS = 1000;
/** What the Functions host and App Service say where nobody answers. */
const AZURE_PAGE = /up and running|waiting for your content/i;
const WELL_KNOWN = '.well-known/microsoft-officeaddins-allowed.json';

type JsonRecord = Readonly<Record<string, unknown>>;

/** Body as a JSON object; null when it is anything else. */
function parseRecord(answer: Answer): JsonRecord | null {
  const value = parseJson(answer.body);
  return isRecord(value) ? value : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Each problem of the settings with its own remedy. */
function problemFindings(problems: readonly unknown[]): readonly Finding[] {
  return problems
    .filter(isRecord)
    .map(({ setting, problem, remedy }) => fail(`${textOf(setting)}: ${textOf(problem)}`, textOf(remedy)));
}

/** What works less well than it could, in the app's own words. */
function noteFindings(notes: unknown): readonly Finding[] {
  const texts = Array.isArray(notes) ? notes.map(textOf).filter((text) => text !== '') : [];
  return texts.map((text) =>
    warn(
      text,
      'The app works, and this part of it less well than it could: run this again in a minute, then see docs/deploy.md.',
    ),
  );
}

async function health(origin: string, { ask }: Deployment): Promise<readonly Finding[]> {
  const answer = await ask(`${origin}/healthz`);
  const body = parseRecord(answer);
  const problems = body?.['problems'];
  if (answer.status !== 200 || !Array.isArray(problems))
    return [
      fail(
        `${origin}/healthz answers ${answer.status}, and not as this product does`,
        'Is the name bound to the Function App, and dist/app deployed?',
      ),
    ];
  const faults = problems.length === 0 ? [ok(`${origin}/healthz knows of no problem`)] : problemFindings(problems);
  return [...faults, ...noteFindings(body?.['notes'])];
}

async function wellKnown({ app, ask }: Deployment): Promise<Finding> {
  const answer = await ask(`${app}/${WELL_KNOWN}`);
  const expected = JSON.stringify({ allowed: [`${app}/launchevent.js`] });
  const isExact = answer.status === 200 && JSON.stringify(parseRecord(answer)) === expected;
  return isExact
    ? ok(`/${WELL_KNOWN} names exactly the handlers' script`)
    : fail(
        answer.status === 200
          ? `/${WELL_KNOWN} must say ${expected}, not ${answer.body.slice(0, 200)}`
          : `/${WELL_KNOWN} must say ${expected}, and answers ${answer.status}`,
        'Set APP_ORIGIN to exactly the name in the manifest: without this file classic Outlook neither signs in nor fetches.',
      );
}

async function apiRefusesStrangers({ app, ask }: Deployment): Promise<Finding> {
  const answer = await ask(`${app}/api/mailbox`, { method: 'POST' });
  return answer.status === 401
    ? ok('the API asks for a sign-in')
    : fail(
        `the API answers ${answer.status} to a stranger instead of 401`,
        'See /healthz; and switch App Service authentication off, the API checks tokens itself.',
      );
}

function clockFinding(answer: Answer, nowMs: number): Finding {
  const served = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(served)) return warn('the server tells no time', 'Its clock could not be compared with this one.');
  const offBy = Math.max(0, Math.abs(served - nowMs) - DATE_HEADER_STEP_MS);
  const message = `the server's clock and this one differ by ${(offBy / 1000).toFixed(1)} s`;
  return offBy <= CLOCK_OFF_MS
    ? ok(message)
    : warn(
        message,
        'Set this machine by a time server and run this again; if it stays, times of opens will be off by as much.',
      );
}

async function clock({ app, ask, now }: Deployment): Promise<Finding> {
  const answer = await ask(`${app}/healthz`);
  return clockFinding(answer, now());
}

/** What the company switched on, as every client will be told. */
function settingFindings(settings: JsonRecord, { tracking }: Deployment): readonly Finding[] {
  const { tracking: state, opens, links, trackingOrigin } = settings;
  return [
    trackingOrigin === tracking
      ? ok(`TRACKING_ORIGIN is ${tracking}`)
      : fail(
          `TRACKING_ORIGIN is ${textOf(trackingOrigin)}, not ${tracking}`,
          'Set it to the name that links should have; links that were sent keep the old one.',
        ),
    state === 'on'
      ? ok('TRACKING is on')
      : warn(`TRACKING is ${textOf(state)}`, 'This is the kill switch: set it to on when you are ready.'),
    opens === true
      ? warn(
          'OPENS is on',
          'In several countries each recipient must have agreed beforehand: docs/deploy.md, "Before you switch it on".',
        )
      : ok('OPENS is off'),
    ok(`LINKS is ${links === true ? 'on' : 'off'}`),
  ];
}

async function settings(deployment: Deployment): Promise<readonly Finding[]> {
  const answer = await deployment.ask(`${deployment.app}/settings`);
  const body = answer.status === 200 ? parseRecord(answer) : null;
  return body === null
    ? [fail(`/settings answers ${answer.status}, so Outlook tracks nothing`, 'See /healthz for what is wrong.')]
    : settingFindings(body, deployment);
}

async function homePage({ app, ask }: Deployment): Promise<Finding> {
  const answer = await ask(`${app}/`);
  return answer.status === 200 && AZURE_PAGE.test(answer.body)
    ? warn(
        "the root shows Azure's own page",
        'Set AzureWebJobsDisableHomepage=true: recipients look up where a link leads.',
      )
    : ok("the root does not show Azure's own page");
}

/** Both names lead to one app, which says the same of itself twice. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ message }, index) => findings.findIndex((other) => other.message === message) === index);
}

/** The service itself: settings, sign-in, clock. */
export const checkHealth: Check = {
  name: 'health',
  run: async (deployment) => {
    const { app, tracking } = deployment;
    const origins = [...new Set([app, tracking])];
    const healths = await Promise.all(origins.map((origin) => health(origin, deployment)));
    return [
      ...withoutRepeats(healths.flat()),
      ...(await settings(deployment)),
      await wellKnown(deployment),
      await apiRefusesStrangers(deployment),
      await homePage(deployment),
      await clock(deployment),
    ];
  },
};
