import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { associatedFunctions } from './associated-functions.ts';

describe('associatedFunctions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readback-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function entry(source: string): string {
    const path = join(folder, 'entry.ts');
    writeFileSync(path, source);
    return path;
  }

  it('finds every name that is associated while the file loads', async () => {
    writeFileSync(join(folder, 'names.ts'), 'export const names = ["one", "two"];');
    const source =
      'import { names } from "./names.ts"; for (const name of names) Office.actions.associate(name, () => {});';
    expect(await associatedFunctions(entry(source))).toEqual(new Set(['one', 'two']));
  });

  it('does not count what waits for Office.onReady, which classic Outlook never calls', async () => {
    const source = 'Office.onReady(() => Office.actions.associate("late", () => {}));';
    expect(await associatedFunctions(entry(source))).toEqual(new Set());
  });

  it('fails when the file cannot be loaded', async () => {
    await expect(associatedFunctions(entry('document.title = "x";'))).rejects.toThrow(/document is not defined/);
    await expect(associatedFunctions(join(folder, 'absent.ts'))).rejects.toThrow(/Could not resolve/);
  });
});
