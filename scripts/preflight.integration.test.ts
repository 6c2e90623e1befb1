import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocal } from '../functions/local/start-local.ts';
import type { LocalApp } from '../functions/local/start-local.ts';
import { ask, inspectCertificate } from './preflight/look-outside.ts';
import { runPreflight } from './preflight/run-preflight.ts';
import type { ReportLine } from './preflight/run-preflight.ts';

/** Looks at the bundle that is deployed: `npm run build` comes first. */
async function lookAt(app: LocalApp): Promise<readonly ReportLine[]> {
  const { origin } = app;
  const lines: ReportLine[] = [];
  const deployment = { app: origin, tracking: origin, isLocal: true, now: Date.now, ask, inspectCertificate };
  for await (const line of runPreflight(deployment)) lines.push(line);
  return lines;
}

describe('preflight of the built app', () => {
  let app: LocalApp | null = null;

  afterEach(async () => {
    await app?.stop();
    app = null;
  });

  it('finds nothing that fails', async () => {
    app = await startLocal({ port: 0, dataDir: null, settings: { OPENS: 'off' } });
    const lines = await lookAt(app);
    expect(lines.filter(({ level }) => level === 'fail')).toEqual([]);
    // How fast this machine is at the moment is no fault of the app.
    expect(lines.filter(({ level, check }) => level === 'warn' && check !== 'files')).toEqual([]);
    expect(lines.length).toBeGreaterThan(15);
  });

  it('finds everything that the manifest names', async () => {
    app = await startLocal({ port: 0, dataDir: null });
    const manifest = readFileSync(join(__dirname, '../manifest.xml'), 'utf8');
    const paths = [...manifest.matchAll(/DefaultValue="https:\/\/localhost:7071(\/[^"]*)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(paths.length).toBeGreaterThan(15);
    const { origin } = app;
    const answers = await Promise.all(paths.map(async (path) => `${path} ${(await ask(`${origin}${path}`)).status}`));
    expect(answers).toEqual(paths.map((path) => `${path} 200`));
  });

  it('names each setting that is wrong, and that links cannot be checked without a master', async () => {
    app = await startLocal({ port: 0, dataDir: null, settings: { MASTERS: 'x', CONTACT: '' } });
    const failures = (await lookAt(app)).filter(({ level }) => level === 'fail').map(({ message }) => message);
    expect(failures).toContainEqual(expect.stringMatching(/^MASTERS: /));
    expect(failures).toContainEqual(expect.stringMatching(/^CONTACT: /));
    expect(failures).toContainEqual(expect.stringMatching(/^\/settings answers 503/));
    expect(failures).toContainEqual(expect.stringMatching(/^a link of .* can't be checked$/));
  });
});
