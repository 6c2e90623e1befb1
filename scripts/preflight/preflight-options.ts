import { originProblem } from '../manifest/origin-problem.ts';
import { parseUrl } from '../manifest/parse-url.ts';

/** What the command line said; absent options are undefined. */
export interface GivenPreflightOptions {
  app?: string | undefined;
  tracking?: string | undefined;
  local?: boolean | undefined;
}

export interface PreflightOptions {
  app: string;
  tracking: string;
  isLocal: boolean;
}

export type ReadPreflightOptions = { ok: true; options: PreflightOptions } | { ok: false; problems: readonly string[] };

function localProblem(option: string, value: string): string | null {
  const url = parseUrl(value);
  const isLocal = url !== null && ['localhost', '127.0.0.1'].includes(url.hostname);
  return isLocal && url.pathname === '/'
    ? null
    : `${option} must be an origin on this machine with --local: "${value}"`;
}

function problemOf(option: string, value: string | undefined, isLocal: boolean): string | null {
  if (value === undefined || value === '') return `${option} is missing`;
  return isLocal ? localProblem(option, value) : originProblem(option, value);
}

/** Checks every option and names all that is wrong at once. */
export function readPreflightOptions({ app, tracking, local = false }: GivenPreflightOptions): ReadPreflightOptions {
  const problems = [problemOf('--app', app, local), problemOf('--tracking', tracking, local)].filter(
    (problem) => problem !== null,
  );
  if (app === undefined || tracking === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, options: { app: new URL(app).origin, tracking: new URL(tracking).origin, isLocal: local } };
}
