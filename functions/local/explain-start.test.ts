import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuildFailed } from './build-when-needed.ts';
import { DataUnusable, requireDataFolder } from './data-folder.ts';
import { explainStart } from './explain-start.ts';
import { PortTaken } from './local-server.ts';
import { loadSecrets } from './local-settings.ts';
import { CertificateUnusable } from './read-certificate.ts';

function taken(port: number, code: string): PortTaken {
  return new PortTaken(port, Object.assign(new Error(code), { code }));
}

describe('explainStart', () => {
  it.each([
    [
      'taken',
      7071,
      'EADDRINUSE',
      'Port 7071 is taken by another program. Choose another one: npm start -- --port 7072',
    ],
    ['the last one', 65_535, 'EADDRINUSE', expect.stringMatching(/--port 65534$/)],
    ['forbidden', 443, 'EACCES', expect.stringMatching(/^Port 443 may not be listened on .* --port 7071$/)],
  ])('names another port when one is %s', (_name, port, code, said) => {
    expect(explainStart(taken(port, code))).toEqual(said);
  });

  it.each([new BuildFailed('why'), new CertificateUnusable('why'), new DataUnusable('why')])(
    'says no more than %s does',
    (error) => {
      expect(explainStart(error)).toBe('why');
    },
  );

  it('shows where an error comes from that nobody foresaw', () => {
    expect(explainStart(new Error('odd'))).toMatch(/^Error: odd\n +at /);
  });
});

describe('the folder for data', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readback-data-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('is made where it is not there', async () => {
    await requireDataFolder(join(folder, 'a/b'));
    await expect(loadSecrets(join(folder, 'a/b'))).resolves.toHaveProperty('MASTERS');
  });

  it('is no file', async () => {
    const file = join(folder, 'notes.txt');
    await writeFile(file, '');
    const refused = requireDataFolder(file);
    await expect(refused).rejects.toThrow(DataUnusable);
    await expect(refused).rejects.toThrow(`${file} can't be used as a folder (EEXIST). Choose another one: --data DIR`);
  });

  it.each(['{', '7', 'null'])('keeps no secrets that read %s', async (text) => {
    await writeFile(join(folder, 'secrets.json'), text);
    await expect(loadSecrets(folder)).rejects.toThrow(DataUnusable);
  });
});
