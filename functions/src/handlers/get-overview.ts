import type { HttpHandler } from '@azure/functions';
import type { Overview } from '@readback/core';
import { readLimit, readVersion } from '../api/paging.ts';
import { refuseOwner, signedInRoute } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import { answerJson, answerProblem } from '../problem.ts';

const NOTHING_NEW = { items: [], next: null };

/** `GET /api/overview`: where activity and messages begin. A poll whose version still holds reads nothing but the head. */
export function createGetOverview(app: App): HttpHandler {
  return signedInRoute(app, 'get-overview', async ({ request, owner, ledger }) => {
    const limit = readLimit(request);
    if (limit === null) return answerProblem('invalid', '`limit` is a number from 1 to 100.');
    const known = readVersion(request);
    if (known !== null) {
      const mailbox = await ledger.open(owner);
      if (mailbox === null) return refuseOwner();
      const nothing: Overview = { activity: NOTHING_NEW, messages: NOTHING_NEW, version: known };
      if (mailbox.head.version === known) return answerJson(nothing);
    }
    const overview = await ledger.overview(owner, limit);
    return overview === null ? refuseOwner() : answerJson(overview);
  });
}
