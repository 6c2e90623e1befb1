/** Facts of a log line: codes and numbers, never anything about a person. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one structured line. */
export type Log = (event: string, facts?: LogFacts) => void;

/**
 * Writes lines of JSON to standard output, where the Functions host picks them up. A context's own log won't do: it complains
 * about lines that come after the answer (InvocationModel.ts of @azure/functions), and hits may be written after it.
 */
export const logToConsole: Log = (event, facts = {}) => {
  process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`);
};

/** What may be said about an error and its cause: class and code. Their messages may quote addresses. */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const { cause } = error;
  const facts = { error: error.name, code: codeOf(error) };
  return cause instanceof Error ? { ...facts, cause: cause.name, causeCode: codeOf(cause) } : facts;
}

function codeOf(error: Error): string | number | null {
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' || typeof code === 'number' ? code : null;
}
