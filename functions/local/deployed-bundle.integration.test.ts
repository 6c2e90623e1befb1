import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSigner, decodeBase64url, signRegistration } from '@readback/core';
import type { MessageDetail } from '@readback/core';
import { startAzurite } from './azurite.ts';
import type { Azurite } from './azurite.ts';
import { createIdentityProvider } from './identity-provider.ts';
import { describeDefaults, loadSecrets } from './local-settings.ts';
import { newMessage } from './local-sender.fixture.ts';
import type { RpcHttpResponse } from './rpc.ts';
import { startWorker } from './worker-thread.ts';
import type { WorkerThread } from './worker-thread.ts';

/** Calls the bundle as Azure's host would, with nothing of this machine's host between: `npm run build` comes first. */

const ROOT = process.cwd();
const ORIGIN = 'https://readback.contoso.example';
const ANNA = { oid: 'aaaaaaaa-0000-4000-8000-000000000001', address: 'anna@contoso.example' };

/** In a network of Apple's relay, and on a line for homes. */
const RELAY = '172.224.226.7';
const HOME = '84.128.3.4';

let azurite: Azurite;
let worker: WorkerThread;
let bearer: string;

beforeAll(async () => {
  azurite = await startAzurite({ folder: null });
  const settings = describeDefaults(ORIGIN, await loadSecrets(null));
  const { TENANT_ID: tenantId = '', CLIENT_ID: clientId = '' } = settings;
  const identity = await createIdentityProvider({ tenantId, clientId });
  bearer = `Bearer ${await identity.issue(ANNA)}`;
  worker = await startWorker({
    script: join(ROOT, 'dist/local/worker.cjs'),
    main: join(ROOT, 'dist/app/main.js'),
    keys: identity.keys,
    env: { ...settings, TABLES_CONNECTION: azurite.connection },
    onLog: () => undefined,
  });
});

afterAll(async () => {
  await worker.stop();
  await azurite.stop();
});

async function call(
  name: string,
  url: string,
  {
    method = 'GET',
    headers = {},
    body = null,
  }: { method?: string; headers?: Record<string, string>; body?: Uint8Array | null } = {},
): Promise<RpcHttpResponse> {
  const nullableHeaders = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, { value }]));
  const http = { url, method, nullableHeaders, nullableQuery: {}, nullableParams: {}, body: body && { bytes: body } };
  return (await worker.invoke(name, { http })) ?? {};
}

function valueIn({ body }: RpcHttpResponse): unknown {
  return JSON.parse(body?.string ?? new TextDecoder().decode(body?.bytes));
}

/** What the bundle makes of a picture load that Apple’s privacy proxy would make, from where these headers say. */
async function judge(headers: Record<string, string>): Promise<string> {
  const opened = await call('open-mailbox', `${ORIGIN}/api/mailbox`, {
    method: 'POST',
    headers: { authorization: bearer, 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ address: ANNA.address })),
  });
  const mailbox = valueIn(opened) as { mailboxId: string; key: string; epoch: number; generation: number };
  const [mailboxId, key] = [mailbox.mailboxId, mailbox.key].map((text) => decodeBase64url(text) ?? new Uint8Array());
  const signing = { ...mailbox, mailboxId: mailboxId ?? new Uint8Array(), key: key ?? new Uint8Array() };
  const { id, hex } = newMessage();
  const body = Buffer.from(JSON.stringify({ opens: true, links: true, ageMs: 3_600_000 }));
  const registration = `${ORIGIN}/m/${signRegistration(signing, id, body)}`;
  expect((await call('register', registration, { method: 'POST', body })).statusCode).toBe('200');
  const pixel = createSigner({ ...signing, origin: ORIGIN }).pixelUrl(id);
  await call('pixel', pixel, { headers: { 'user-agent': 'Mozilla/5.0', ...headers } });
  const answer = await call('get-message', `${ORIGIN}/api/messages/${hex}`, { headers: { authorization: bearer } });
  const { hits } = valueIn(answer) as MessageDetail;
  return hits[0]?.verdict.reason.code ?? 'no hit';
}

describe('the bundle that is deployed', () => {
  it('believes the address that the platform gives, and none that a client sends', async () => {
    expect(await judge({ 'client-ip': `${RELAY}:4711` })).toBe('apple-relay');
    expect(await judge({ 'client-ip': `${HOME}:4711` })).toBe('bare-name');
    expect(await judge({ 'client-ip': `${HOME}:4711`, 'x-local-client-ip': RELAY })).toBe('bare-name');
  });

  it('has nothing in it of what plays recipients on this machine', async () => {
    const bundle = await readFile(join(ROOT, 'dist/app/main.js'), 'utf8');
    expect(bundle).toContain('client-ip');
    for (const trace of ['x-local-', 'nodemailer', 'postal-mime', 'SMTPServer', '/local/', 'open-as']) {
      expect(bundle).not.toContain(trace);
    }
  });
});
