import type { HttpResponseInit } from '@azure/functions';
import type { App } from '../app.ts';
import { LedgerError } from '../ledger/ledger.ts';
import { errorFacts } from '../log.ts';
import { answerProblem } from '../problem.ts';

/** Logs a failure and says whether asking again may help. The one catcher of a request that asks the ledger. */
export function answerLedgerFailure(app: App, route: string, error: unknown): HttpResponseInit {
  app.log('request-failed', { route, ...errorFacts(error) });
  return error instanceof LedgerError && error.code !== 'refused'
    ? answerProblem('storage', 'Please try again in a moment.')
    : answerProblem('internal', 'The request could not be finished. What happened stands in the log.');
}
