import { createManualTimers } from './manual-timers.fixture.ts';
import { readTokenSilently, readTokenWithPrompt } from './office-token.ts';
import { fail, succeed } from './outcome.ts';
import { installOffice, removeOffice } from './pane-office.fixture.ts';

afterEach(removeOffice);

const LIMIT_MS = 3_000;

function provide(getAccessToken: (options: object) => Promise<string>): void {
  Reflect.set(globalThis, 'OfficeRuntime', { auth: { getAccessToken } });
}

describe.each([
  ['silently', readTokenSilently, { allowSignInPrompt: false, allowConsentPrompt: false }],
  ['with a window', readTokenWithPrompt, { allowSignInPrompt: true, allowConsentPrompt: true }],
])('a token of Outlook, %s', (_, read, options) => {
  it('is asked for with exactly that leave', async () => {
    installOffice();
    const asked: object[] = [];
    provide((given) => {
      asked.push(given);
      return Promise.resolve('token');
    });
    await expect(read(createManualTimers(), LIMIT_MS)).resolves.toEqual(succeed('token'));
    expect(asked).toEqual([options]);
  });

  it('is none where Outlook refuses, with its code', async () => {
    installOffice();
    provide(() => Promise.reject(Object.assign(new Error('not signed in'), { code: 13_001 })));
    await expect(read(createManualTimers(), LIMIT_MS)).resolves.toEqual(fail('failed', '13001 Error'));
  });

  it('is none at the limit where Outlook never answers', async () => {
    installOffice();
    provide(() => new Promise(() => undefined));
    const timers = createManualTimers();
    const token = read(timers, LIMIT_MS);
    await timers.advance(LIMIT_MS);
    await expect(token).resolves.toEqual(fail('timeout'));
  });

  it('is none where this Outlook has no such sign-in', async () => {
    installOffice();
    await expect(read(createManualTimers(), LIMIT_MS)).resolves.toMatchObject({ failure: 'unsupported' });
    installOffice({ sets: [] });
    provide(() => Promise.resolve('token'));
    await expect(read(createManualTimers(), LIMIT_MS)).resolves.toMatchObject({ failure: 'unsupported' });
  });
});
