import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { innerNames } from './inner-names.ts';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'readback-names-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function namesIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  for (const [path, code] of Object.entries({ 'addin/src/send.ts': '', ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), code);
  }
  return innerNames(root);
}

it('finds the names of the reader, of two words at least', async () => {
  const files = {
    'core/src/body/tree.ts': 'tree.framesetOk = top.nearestSpecial;',
    'core/src/prepare-body.ts': 'mail.picturePlace',
  };
  expect(await namesIn(files)).toEqual(['framesetOk', 'nearestSpecial', 'picturePlace']);
});

it.each([
  ['another source of core', { 'core/src/plan.ts': 'plan.leaveText' }],
  ['the add-in', { 'addin/src/host/item.tsx': 'item.leaveText' }],
  ['a text of the reader', { 'core/src/body/other.ts': "const name = 'leaveText';" }],
  ['a text elsewhere', { 'core/src/plan.ts': 'say(`of ${leaveText}`)' }],
])('leaves out what is named in %s', async (_, files: Readonly<Record<string, string>>) => {
  expect(await namesIn({ 'core/src/body/rules.ts': 'rules.leaveText = rules.onlyHere', ...files })).toEqual([
    'onlyHere',
  ]);
});

it('minds neither comments nor tests', async () => {
  const others = { 'core/src/plan.ts': '// onlyHere\n/* onlyHere */', 'core/src/plan.test.ts': 'onlyHere' };
  expect(await namesIn({ 'core/src/body/rules.ts': 'rules.onlyHere', ...others })).toEqual(['onlyHere']);
});
