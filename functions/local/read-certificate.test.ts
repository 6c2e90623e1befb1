import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCertificate } from './read-certificate.ts';

describe('readCertificate', () => {
  it('names the option whose file is not there', async () => {
    const missing = readCertificate('/nowhere/cert.pem', '/nowhere/key.pem');
    await expect(missing).rejects.toThrow("--cert /nowhere/cert.pem can't be read.");
  });

  it('says so when the files hold something else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'readback-certificate-'));
    try {
      const file = join(folder, 'notes.txt');
      await writeFile(file, 'not a certificate');
      await expect(readCertificate(file, file)).rejects.toThrow('no certificate in PEM and its key');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
