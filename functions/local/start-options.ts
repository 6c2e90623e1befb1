import { parseArgs } from 'node:util';

/** What `npm start -- …` was asked for. */
export interface StartOptions {
  port: number;
  /** Null: `.data` in the project. */
  dataDir: string | null;
  /** Files with a certificate and its key, for https; null: http. */
  certificate: { cert: string; key: string } | null;
}

/** What can be asked for. */
export const USAGE = `npm start -- [--port N] [--data DIR] [--cert FILE --key FILE]
  --port N      port to listen on (7071)
  --data DIR    where data and secrets are kept (.data)
  --cert FILE   certificate for https, in PEM, as real Outlook needs it; --key FILE is its key`;

/** The options, the wish to be told of them, or in words what is wrong with them. */
export type OptionsReading =
  { ok: true; options: StartOptions } | { ok: true; help: true } | { ok: false; problem: string };

/** Reads the arguments behind `npm start --`. */
export function readStartOptions(args: readonly string[]): OptionsReading {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '7071' },
        data: { type: 'string' },
        cert: { type: 'string' },
        key: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values.help === true ? { ok: true, help: true } : checkValues(values);
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

function checkValues(values: {
  port: string;
  data?: string | undefined;
  cert?: string | undefined;
  key?: string | undefined;
}): OptionsReading {
  const { cert, data, key } = values;
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : -1;
  if (port < 0 || port > 65_535) return { ok: false, problem: '--port is a number from 0 to 65535' };
  if (data === '') return { ok: false, problem: '--data is the name of a folder' };
  if ((cert === undefined) !== (key === undefined)) return { ok: false, problem: '--cert and --key go together' };
  const certificate = cert === undefined || key === undefined ? null : { cert, key };
  return { ok: true, options: { port, dataDir: data ?? null, certificate } };
}
