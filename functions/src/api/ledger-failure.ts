import type { HttpResponseInit } from '@azure/functions';
import type { App } from '../app.ts';
import { LedgerError } from '../ledger/ledger.ts';
import { errorFacts } from '../log.ts';
import { DamagedRow } from '../rows/damaged-row.ts';
import { answerProblem } from '../problem.ts';

/** Logs a failure and says whether asking again may help. The one catcher of a request that asks the ledger. */
export function answerLedgerFailure(app: App, route: string, error: unknown): HttpResponseInit {
  app.log('request-failed', { route, ...errorFacts(error) });
  if (!(error instanceof LedgerError)) return answerInternal();
  if (error.code !== 'refused') return answerProblem('storage', 'Please try again in a moment.');
  return error.cause instanceof DamagedRow
    ? answerProblem('damaged', 'A row of it is damaged. A message can be deleted all the same.')
    : answerInternal();
}

function answerInternal(): HttpResponseInit {
  return answerProblem('internal', 'The request could not be finished. What happened stands in the log.');
}
