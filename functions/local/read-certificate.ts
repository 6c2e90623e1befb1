import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { Certificate } from './local-server.ts';

/** A file of a certificate that can't be used: said to the person without a stack. */
export class CertificateUnusable extends Error {
  override readonly name = 'CertificateUnusable';
}

/** Reads a certificate from its two files. Rejects with CertificateUnusable where they aren't there or don't fit. */
export async function readCertificate(certFile: string, keyFile: string): Promise<Certificate> {
  const read = async (option: string, file: string): Promise<string> => {
    try {
      return await readFile(file, 'utf8');
    } catch (cause) {
      throw new CertificateUnusable(`${option} ${file} can't be read.`, { cause });
    }
  };
  const certificate = { cert: await read('--cert', certFile), key: await read('--key', keyFile) };
  try {
    createSecureContext(certificate);
  } catch (cause) {
    throw new CertificateUnusable(`${certFile} and ${keyFile} are no certificate in PEM and its key.`, { cause });
  }
  return certificate;
}
