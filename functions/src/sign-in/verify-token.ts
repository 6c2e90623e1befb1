import { errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import type { CompanyConfig } from '../config.ts';

/** Who is signed in, as the token proves it. */
export interface Account {
  tid: string;
  oid: string;
  /** The addresses by which Entra knows the account, in lower case; the first is its sign-in name. */
  addresses: readonly string[];
}

/**
 * What became of a token. `refused`: it isn't one of ours, `reason` says why in a word. `keys-unavailable`: the keys of the
 * sign-in can't be fetched, so nobody can tell.
 */
export type TokenVerdict = { ok: true; account: Account } | { ok: false; reason: string };

/** The scope that a token must hold. */
const SCOPE = 'access_as_user';

/** Clocks of two data centres may differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 60;

/**
 * Makes the check of access tokens of one tenant for this API (outlook-platform.md §6): Microsoft's v2 issuer, our audience,
 * our scope, an expiry, RS256 only. Entra writes the client id as audience into v2 tokens and the application's address
 * into those asked for by it.
 */
export function createTokenCheck(
  company: CompanyConfig,
  keys: JWTVerifyGetKey,
  now: () => number,
): (token: string) => Promise<TokenVerdict> {
  const { tenantId, clientId, appOrigin } = company;
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: issuerOf(tenantId),
        audience: [clientId, `api://${new URL(appOrigin).host}/${clientId}`],
        requiredClaims: ['exp', 'tid', 'oid', 'scp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(now()),
      });
      return readClaims(payload, tenantId);
    } catch (error) {
      return { ok: false, reason: isAboutToken(error) ? error.code : 'keys-unavailable' };
    }
  };
}

/** The issuer that Entra writes into v2 tokens of a tenant. */
function issuerOf(tenantId: string): string {
  return `https://login.microsoftonline.com/${tenantId}/v2.0`;
}

/** Where Entra publishes the keys of a tenant. */
export function keysAddressOf(tenantId: string): URL {
  return new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`);
}

function readClaims(payload: JWTPayload, tenantId: string): TokenVerdict {
  const { tid, oid, scp } = payload;
  if (typeof tid !== 'string' || tid.toLowerCase() !== tenantId) return { ok: false, reason: 'other-tenant' };
  if (typeof oid !== 'string') return { ok: false, reason: 'no-object-id' };
  if (typeof scp !== 'string' || !scp.split(' ').includes(SCOPE)) return { ok: false, reason: 'no-scope' };
  const names = [payload['preferred_username'], payload['email'], payload['upn']];
  const addresses = names.filter((name) => typeof name === 'string').map(normaliseAddress);
  return { ok: true, account: { tid: tid.toLowerCase(), oid: oid.toLowerCase(), addresses } };
}

/** Mail addresses are compared without regard to case, as Exchange does. */
export function normaliseAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** Whether the token is to blame; a key list that can't be fetched or read isn't its fault. */
function isAboutToken(error: unknown): error is errors.JOSEError {
  if (!(error instanceof errors.JOSEError)) return false;
  return !(
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === 'ERR_JOSE_GENERIC'
  );
}
