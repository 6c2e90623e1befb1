import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWTHeaderParameters } from 'jose';
import { readConfig } from '../config.ts';
import type { CompanyConfig } from '../config.ts';
import { goodSettings } from '../settings.fixture.ts';
import { createTokenCheck } from './verify-token.ts';
import type { TokenVerdict } from './verify-token.ts';

const { company } = readConfig(goodSettings());
const NOW = Date.UTC(2026, 10, 21, 12);
const TENANT = '11111111-1111-4111-8111-111111111111';
const CLIENT = '22222222-2222-4222-8222-222222222222';
const OID = 'AAAAAAAA-0000-4000-8000-000000000001';

function requireCompany(): CompanyConfig {
  if (company === null) throw new Error('The fixture is faulty');
  return company;
}

const claims = {
  iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
  aud: CLIENT,
  tid: TENANT,
  oid: OID,
  scp: 'openid access_as_user profile',
  preferred_username: 'Anna@Contoso.com',
  exp: NOW / 1000 + 3600,
  nbf: NOW / 1000 - 10,
};

let privateKey: CryptoKey;
let otherKey: CryptoKey;
let verify: (token: string) => Promise<TokenVerdict>;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256');
  privateKey = pair.privateKey;
  otherKey = (await generateKeyPair('RS256')).privateKey;
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' }] });
  verify = createTokenCheck(requireCompany(), keys, () => NOW);
});

function sign(
  changed: Record<string, unknown> = {},
  header: Partial<JWTHeaderParameters> = {},
  key: CryptoKey = privateKey,
): Promise<string> {
  return new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(key);
}

describe('the check of tokens', () => {
  it('believes a token of the tenant, made for this service, with its scope', async () => {
    expect(await verify(await sign())).toEqual({
      ok: true,
      account: { tid: TENANT, oid: OID.toLowerCase(), addresses: ['anna@contoso.com'] },
    });
  });

  it('takes the application address for its audience too', async () => {
    expect(await verify(await sign({ aud: `api://readback.contoso.com/${CLIENT}` }))).toMatchObject({ ok: true });
  });

  it('knows every address that the token names', async () => {
    const token = await sign({ email: 'a.smith@contoso.com', upn: 'anna@contoso.onmicrosoft.com' });
    expect(await verify(token)).toMatchObject({
      account: { addresses: ['anna@contoso.com', 'a.smith@contoso.com', 'anna@contoso.onmicrosoft.com'] },
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['of another tenant', { tid: '99999999-1111-4111-8111-111111111111' }],
    ['of another issuer', { iss: 'https://login.microsoftonline.com/99999999-1111-4111-8111-111111111111/v2.0' }],
    ['of the first version', { iss: `https://sts.windows.net/${TENANT}/` }],
    ['for another service', { aud: '00000003-0000-0000-c000-000000000000' }],
    ['for another host', { aud: `api://evil.example/${CLIENT}` }],
    ['without the scope', { scp: 'openid profile' }],
    ['with a scope that only looks like it', { scp: 'access_as_user.read' }],
    ['of an app instead of a person', { scp: undefined, roles: ['access_as_user'] }],
    ['that has expired', { exp: NOW / 1000 - 120 }],
    ['that never expires', { exp: undefined }],
    ['that does not hold yet', { nbf: NOW / 1000 + 3600 }],
    ['without an object id', { oid: undefined }],
    ['with a number as object id', { oid: 7 }],
  ])('refuses a token %s', async (_, changed) => {
    expect(await verify(await sign(changed))).toMatchObject({ ok: false, reason: expect.not.stringMatching('keys') });
  });

  it('refuses a token signed by somebody else', async () => {
    expect(await verify(await sign({}, {}, otherKey))).toEqual({
      ok: false,
      reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    });
  });

  it('refuses a key that the tenant does not publish', async () => {
    expect(await verify(await sign({}, { kid: 'two' }))).toEqual({ ok: false, reason: 'ERR_JWKS_NO_MATCHING_KEY' });
  });

  it('refuses a token without a signature, or signed with a shared secret', async () => {
    const secret = new Uint8Array(32);
    const shared = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(secret);
    const [, payload] = shared.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    for (const token of [shared, none])
      expect(await verify(token)).toMatchObject({ ok: false, reason: expect.not.stringMatching('keys') });
  });

  it.each(['', 'x', 'a.b.c', `${'A'.repeat(10_000)}.B.C`])('refuses rubbish', async (token) => {
    expect(await verify(token)).toMatchObject({ ok: false });
  });

  it.each([
    ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
    ['answer too late', async () => Promise.reject(new (await import('jose')).errors.JWKSTimeout())],
  ])('does not blame the token when the keys %s', async (_, keys) => {
    const check = createTokenCheck(requireCompany(), keys, () => NOW);
    expect(await check(await sign())).toEqual({ ok: false, reason: 'keys-unavailable' });
  });
});
