import type { HttpHandler } from '@azure/functions';
import { refuseOwner, signedInRoute } from '../api/signed-in.ts';
import type { App } from '../app.ts';
import { parseDigestCursor } from '../ledger/digest-cursor.ts';
import { answerJson, answerProblem } from '../problem.ts';

/** `GET /api/digest`: own messages in short, newest first, as many at once as one storage request gives. */
export function createListDigest(app: App): HttpHandler {
  return signedInRoute(app, 'list-digest', async ({ request, owner, ledger }) => {
    const text = new URL(request.url).searchParams.get('after');
    const after = text === null ? null : parseDigestCursor(text);
    if (text !== null && after === null) return answerProblem('invalid', '`after` is what `next` said.');
    const page = await ledger.digest(owner, after);
    return page === null ? refuseOwner() : answerJson(page);
  });
}
