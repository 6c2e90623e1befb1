import type { Metafile } from 'esbuild';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherLicences, packagesIn } from './licences.ts';

function bundleOf(inputs: Readonly<Record<string, number>>): Metafile {
  const entries = Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }]);
  const output = { bytes: 1, inputs: Object.fromEntries(entries), imports: [], exports: [] };
  return { inputs: {}, outputs: { 'main.js': output } };
}

describe('packagesIn', () => {
  it('finds the package of each file that left something in a bundle', () => {
    const inputs = {
      'core/src/index.ts': 10,
      'node_modules/zod/v4/index.js': 20,
      'node_modules/zod/v4/core.js': 20,
      'node_modules/@azure/core-xml/dist/index.js': 5,
      'node_modules/@scope/outer/node_modules/inner/index.js': 5,
      'node_modules/shaken-off/index.js': 0,
    };
    expect(packagesIn(bundleOf(inputs), '/project')).toEqual([
      '/project/node_modules/zod',
      '/project/node_modules/@azure/core-xml',
      '/project/node_modules/@scope/outer/node_modules/inner',
    ]);
  });

  it('finds those that a plugin brought in by their whole path', () => {
    const inputs = { 'apart:/project/node_modules/d3-scale/src/band.js': 5 };
    expect(packagesIn(bundleOf(inputs), '/project')).toEqual(['/project/node_modules/d3-scale']);
  });
});

describe('gatherLicences', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'readback-licences-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function addPackage(manifest: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}) {
    const folder = join(root, manifest['name'] ?? '');
    await mkdir(folder);
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return folder;
  }

  it('names each package once with its licence and text, in the order of names', async () => {
    const two = await addPackage({ name: 'two', version: '2.0.0', license: 'ISC' }, { 'LICENSE.md': 'Text of two\n' });
    const one = await addPackage(
      { name: 'one', version: '1.0.0', license: 'Apache-2.0' },
      { LICENSE: 'Text of one', NOTICE: 'Notice of one', 'license.js': 'code' },
    );
    const text = await gatherLicences([two, one, two]);
    expect(text.match(/^\w+ \d\.0\.0 \(.+\)$/gm)).toEqual(['one 1.0.0 (Apache-2.0)', 'two 2.0.0 (ISC)']);
    expect(text).toContain('Text of one\n\nNotice of one');
    expect(text).toContain('Text of two');
    expect(text).not.toContain('code');
  });

  it.each([
    ['GPL-3.0', { name: 'strict', version: '1.0.0', license: 'GPL-3.0' }],
    ['unknown', { name: 'silent', version: '1.0.0' }],
  ])('refuses a package under %s by its name', async (licence, manifest) => {
    const folder = await addPackage(manifest);
    await expect(gatherLicences([folder])).rejects.toThrow(`${manifest.name} 1.0.0 is under ${licence}`);
  });
});
