import type { HttpHandler } from '@azure/functions';
import type { App } from '../app.ts';
import { answerJson } from '../problem.ts';

/**
 * `GET|HEAD /healthz`: what is wrong with the settings, and notes on what works less well than it could. Always 200: App Service takes an instance that answers otherwise out
 * of service, and with it the links, which work all the same.
 */
export function createHealth(app: App): HttpHandler {
  return () => {
    const problems = [...app.config.problems, ...app.secretsGuard.known()];
    return answerJson({
      ok: problems.length === 0,
      problems,
      notes: [...app.config.notes, ...app.networks.notes()],
    });
  };
}
