import type { HttpRequest } from '@azure/functions';
import type { Hit, TrackingRef } from '@readback/core';
import type { App } from '../app.ts';
import { mailboxIdFromBytes, messageIdFromBytes } from '../rows/ids.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { errorFacts } from '../log.ts';
import { NOWHERE } from '../networks.ts';
import { findClientAddress } from './client-address.ts';
import { keepHeaders } from './kept-headers.ts';
import { placeOfPerson } from './place-of-person.ts';
import { settleWithin } from './settle-within.ts';
import { hashVisitor, visitorSecret } from './visitor-hash.ts';

/**
 * Writes down a verified hit and waits for it, but not longer than the limit. Never rejects: a picture and a redirect are
 * answered whatever becomes of their hit.
 */
export async function recordHit(app: App, ref: TrackingRef, request: HttpRequest): Promise<void> {
  const { ledger } = app;
  const isRecorded = ref.kind === 'open' ? app.config.recorded.opens : app.config.recorded.links;
  if (ledger === null || !isRecorded) return;
  const limitMs = ref.kind === 'open' ? app.waits.pixel : app.waits.redirect;
  await settleWithin(writeHit(app, ledger, { ref, request, limitMs }), limitMs);
}

/** A request with a verified token. */
interface SeenHit {
  ref: TrackingRef;
  request: HttpRequest;
  /** How long it waits for anything but the ledger. */
  limitMs: number;
}

/** Ends with a log line where it can't; it may end after the answer, so nobody else could catch it. */
async function writeHit(app: App, ledger: Ledger, seen: SeenHit): Promise<void> {
  try {
    const { mailboxId, messageId } = seen.ref;
    await ledger.record(mailboxIdFromBytes(mailboxId), messageIdFromBytes(messageId), await describeHit(app, seen));
  } catch (error) {
    app.log('hit-not-recorded', { kind: seen.ref.kind, ...errorFacts(error) });
  }
}

/** What is kept of a request. The address it came from ends here. */
async function describeHit(app: App, { ref, request, limitMs }: SeenHit): Promise<Hit> {
  const at = app.now();
  const address = findClientAddress(request.headers, app.config.frontDoorId);
  const said = { method: request.method, headers: keepHeaders(request.headers) };
  const place = address === null ? NOWHERE : await app.networks.find(address, limitMs);
  const visitor = hashVisitor(address, { secret: visitorSecret(app.config.masters), mailboxId: ref.mailboxId, at });
  const fromSender = app.ownCallers.compare(ref.mailboxId, { ...said, ...visitor, address });
  return {
    kind: ref.kind,
    at,
    ...(ref.position === null ? {} : { position: ref.position }),
    ...said,
    network: place.network,
    ...placeOfPerson(place, said, app.config.location),
    ...visitor,
    own: false,
    ...(fromSender === null ? {} : { fromSender }),
  };
}
