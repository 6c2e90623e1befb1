import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeManifest, MANIFEST_VERSION } from './manifest/compose-manifest.ts';
import { readManifestOptions } from './manifest/manifest-options.ts';
import { validateBySchema } from './manifest/validate-by-schema.ts';

const ROOT = join(__dirname, '..');
const SCHEMAS = join(ROOT, '../shared/manifest-schema');
const GOOD = {
  app: 'https://readback.contoso.com',
  tracking: 'https://go.contoso.com',
  'client-id': '6f9a1c0e-3b52-4f0a-9d3e-1c7b5a2e8d40',
};

interface Run {
  code: number | null;
  out: string;
  errors: string;
}

function run(script: string, args: readonly string[] = []): Run {
  const result = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts', script), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { code: result.status, out: result.stdout, errors: result.stderr };
}

describe('npm run manifest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readback-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['full', 'opens'] as const)('writes the manifest of profile %s', (profile) => {
    const out = join(folder, `below/${profile}.xml`);
    const args = Object.entries({ ...GOOD, profile, out }).flatMap(([name, value]) => [`--${name}`, value]);
    const { code, out: said, errors } = run('manifest.ts', args);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(said).toContain(out);
    expect(said).toContain(`TRACKING_ORIGIN=${GOOD.tracking}`);
    const manifest = readFileSync(out, 'utf8');
    expect(manifest).toContain('api://readback.contoso.com/6f9a1c0e-3b52-4f0a-9d3e-1c7b5a2e8d40');
    expect(manifest).not.toContain('localhost');
    expect(manifest).toContain(`<Version>${MANIFEST_VERSION}</Version>`);
    expect(manifest.includes('OnMessageSend')).toBe(profile === 'full');
  });

  it('names what is wrong, shows the usage and writes nothing', () => {
    const out = join(folder, 'never.xml');
    const { code, errors } = run('manifest.ts', [
      '--app',
      'https://rb.azurewebsites.net',
      '--profile',
      'links',
      '--out',
      out,
    ]);
    expect(code).toBe(2);
    expect(errors).toMatch(/silent sign-in refuses/);
    expect(errors).toMatch(/--tracking is missing/);
    expect(errors).toMatch(/--client-id is missing/);
    expect(errors).toMatch(/--profile must be full or opens/);
    expect(errors).toMatch(/npm run manifest -- --app/);
    expect(existsSync(out)).toBe(false);
  });

  it('raises the version with the revision, and nothing else', () => {
    const read = readManifestOptions({ ...GOOD, revision: '3' });
    const before = readManifestOptions(GOOD);
    if (!read.ok || !before.ok) throw new Error('the options are good');
    const [release] = MANIFEST_VERSION.split(/\.0$/);
    expect(composeManifest(read.options)).toBe(
      composeManifest(before.options).replace(`<Version>${release}.0<`, `<Version>${release}.3<`),
    );
  });

  it('refuses an option that it does not know', () => {
    const { code, errors } = run('manifest.ts', ['--origin', 'https://contoso.com']);
    expect(code).toBe(2);
    expect(errors).toMatch(/Unknown option '--origin'/);
  });

  it.each([
    ['a folder', () => folder, 1, /^--out .* can't be written: EISDIR/],
    ['no name', () => '', 2, /^--out is the name of a file\n/],
  ])('says so when it is to write into %s', (_name, out, expected, message) => {
    const args = Object.entries({ ...GOOD, out: out() }).flatMap(([name, value]) => [`--${name}`, value]);
    const { code, out: said, errors } = run('manifest.ts', args);
    expect({ code, said }).toEqual({ code: expected, said: '' });
    expect(errors).toMatch(message);
  });

  it('tells how it is used to whoever asks', () => {
    const { code, out } = run('manifest.ts', ['-h']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^npm run manifest -- --app/)]);
  });
});

describe('npm run check:manifest', () => {
  it('finds the project\u2019s own manifest sound and as released', () => {
    const { code, out, errors } = run('check-manifest.ts');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(out).toMatch(/both profiles keep to \d+ rules/);
  });
});

describe('the XML schemas', () => {
  it.each(['full', 'opens'])('accept the profile %s', async (profile) => {
    const read = readManifestOptions({ ...GOOD, profile });
    if (!read.ok) throw new Error(read.problems.join());
    const faults = await validateBySchema(composeManifest(read.options), SCHEMAS);
    if (faults === null) console.log('left out: the manifest schemas are not beside the project');
    expect(faults ?? []).toEqual([]);
  });

  it('say when they are not there', async () => {
    expect(await validateBySchema('<OfficeApp />', join(ROOT, 'scripts'))).toBeNull();
  });
});
