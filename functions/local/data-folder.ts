import { access, constants, mkdir } from 'node:fs/promises';

/** The place for data can't be used: said to the person without a stack. */
export class DataUnusable extends Error {
  override readonly name = 'DataUnusable';
}

/** Makes the folder where it isn't there. Rejects with DataUnusable where it can't be written to. */
export async function requireDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : cause;
    throw new DataUnusable(`${folder} can't be used as a folder (${String(code)}). Choose another one: --data DIR`, {
      cause,
    });
  }
}
