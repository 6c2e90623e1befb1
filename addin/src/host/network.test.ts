import { createManualTimers } from './manual-timers.fixture.ts';
import { createNetwork } from './network.ts';
import type { Network } from './network.ts';

const URL_OF_SETTINGS = 'https://readback.contoso.com/settings';

/** A network over this `fetch`, and what it was asked. */
function networkOver(answer: unknown): { network: Network; asked: { url: string; init: object }[] } {
  const asked: { url: string; init: object }[] = [];
  const fetch = (url: string, init: object): unknown => {
    asked.push({ url, init });
    return answer;
  };
  Object.defineProperty(globalThis, 'fetch', { value: fetch, configurable: true, writable: true });
  return { network: createNetwork(createManualTimers()), asked };
}

const standing = globalThis.fetch;

afterEach(() => {
  globalThis.fetch = standing;
});

describe('createNetwork', () => {
  it('brings back status and text, of a refusal too', async () => {
    const { network } = networkOver(Promise.resolve({ status: 409, text: () => Promise.resolve('{}') }));
    const outcome = await network({ method: 'GET', url: URL_OF_SETTINGS }, 100);
    expect(outcome).toEqual({ ok: true, value: { status: 409, text: '{}' } });
  });

  it('sends nothing that would ask for a preflight with a registration', async () => {
    const { network, asked } = networkOver(Promise.resolve({ status: 200, text: () => Promise.resolve('') }));
    await network({ method: 'POST', url: URL_OF_SETTINGS, body: { type: 'text/plain', text: '{"a":"ü"}' } }, 100);
    expect(asked).toEqual([
      {
        url: URL_OF_SETTINGS,
        init: {
          method: 'POST',
          body: '{"a":"ü"}',
          headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
          keepalive: true,
        },
      },
    ]);
  });

  it('carries a token where one is given', async () => {
    const { network, asked } = networkOver(Promise.resolve({ status: 200, text: () => Promise.resolve('') }));
    await network({ method: 'GET', url: URL_OF_SETTINGS, token: 'a-token' }, 100);
    expect(asked[0]?.init).toMatchObject({ headers: { Authorization: 'Bearer a-token' } });
  });

  it.each<[string, unknown, string]>([
    ['the network is down', Promise.reject(new TypeError('Failed to fetch')), 'failed'],
    [
      'the answer breaks off',
      Promise.resolve({ status: 200, text: () => Promise.reject(new Error('reset')) }),
      'failed',
    ],
  ])('says so when %s', async (_, answer, failure) => {
    const { network } = networkOver(answer);
    await expect(network({ method: 'GET', url: URL_OF_SETTINGS }, 100)).resolves.toMatchObject({ ok: false, failure });
  });

  it('gives up at the limit', async () => {
    const timers = createManualTimers();
    networkOver(new Promise(() => undefined));
    const outcome = createNetwork(timers)({ method: 'GET', url: URL_OF_SETTINGS }, 3_000);
    await timers.advance(3_000);
    await expect(outcome).resolves.toMatchObject({ ok: false, failure: 'timeout' });
  });

  it('says so where a runtime has no fetch', async () => {
    Object.defineProperty(globalThis, 'fetch', { value: undefined, configurable: true, writable: true });
    const outcome = await createNetwork(createManualTimers())({ method: 'GET', url: URL_OF_SETTINGS }, 100);
    expect(outcome).toMatchObject({ ok: false, failure: 'unsupported' });
  });
});
