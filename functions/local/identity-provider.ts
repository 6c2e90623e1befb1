import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Whose token is wanted: what `POST /local/token` takes. */
export interface TokenRequest {
  /** Absent: the tenant that the app is set to. */
  tid?: string | undefined;
  oid: string;
  address: string;
}

/** Stands for Entra: issues real tokens, so that the app's own check runs. */
export interface IdentityProvider {
  /** The keys to check tokens with. */
  keys: { keys: readonly object[] };
  /** An access token of an hour for this app, as Entra's v2 endpoint writes it. */
  issue(request: TokenRequest): Promise<string>;
}

/** Makes a provider whose keys nobody has seen before. */
export async function createIdentityProvider(app: { tenantId: string; clientId: string }): Promise<IdentityProvider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const kid = randomUUID();
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }] };
  return {
    keys,
    issue: async ({ tid = app.tenantId, oid, address }) =>
      await new SignJWT({
        ver: '2.0',
        tid,
        oid,
        azp: app.clientId,
        scp: 'access_as_user',
        name: address,
        preferred_username: address,
      })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .setIssuer(`https://login.microsoftonline.com/${tid}/v2.0`)
        .setAudience(app.clientId)
        .setSubject(oid)
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime('1h')
        .sign(privateKey),
  };
}
