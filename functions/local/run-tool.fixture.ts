import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs one of the admin's tools as npm does, with nothing in its environment about storage but `connection`. */
export async function runTool(
  file: string,
  args: readonly string[],
  connection?: string,
): Promise<{ code: unknown; said: string }> {
  const { TABLES_CONNECTION: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: { ...env, ...(connection === undefined ? {} : { TABLES_CONNECTION: connection }) },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const [code]: unknown[] = await once(child, 'close');
  return { code, said };
}
