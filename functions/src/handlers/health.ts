import type { HttpHandler } from '@azure/functions';
import type { App } from '../app.ts';
import { answerJson } from '../problem.ts';

/**
 * `GET|HEAD /healthz`: what is wrong with the settings, whether storage lets the app in, and notes on what works less well
 * than it could. Always 200: App Service takes an instance that answers otherwise out of service, and with it the links,
 * which work all the same.
 */
export function createHealth(app: App): HttpHandler {
  return async () => {
    const storage = await app.lookAtStorage();
    const problems = [...app.config.problems, ...storage.problems];
    return answerJson({
      ok: problems.length === 0,
      problems,
      notes: [...app.config.notes, ...storage.notes, ...app.networks.notes()],
    });
  };
}
