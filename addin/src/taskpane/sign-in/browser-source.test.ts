import { createBrowserSource } from './browser-source.ts';

/** A browser in which somebody may have signed in. */
function browser() {
  const state = { signedIn: false, comesThrough: true, windows: 0, loads: 0, accounts: [] as string[] };
  const token = { token: 't', expiresAt: 5, address: 'robin@example.com' };
  const source = createBrowserSource({
    load: () => {
      state.loads += 1;
      return Promise.resolve({ silently: () => Promise.resolve(state.signedIn ? token : null) });
    },
    openWindow: () => {
      state.windows += 1;
      state.signedIn = state.comesThrough;
      return Promise.resolve();
    },
    onAccount: (address) => state.accounts.push(address),
  });
  return { state, source };
}

describe('signing in on a page of its own', () => {
  it('opens no window by itself', async () => {
    const { state, source } = browser();
    await expect(source.silently()).resolves.toBeNull();
    expect(state).toMatchObject({ windows: 0, accounts: [] });
  });

  it('hands out the token of who has signed in before, and tells whose it is', async () => {
    const { state, source } = browser();
    state.signedIn = true;
    await expect(source.silently()).resolves.toEqual({ token: 't', expiresAt: 5 });
    expect(state).toMatchObject({ windows: 0, accounts: ['robin@example.com'] });
  });

  it('looks again after the window, and loads Microsoft’s library once', async () => {
    const { state, source } = browser();
    await source.silently();
    await expect(source.withWindow()).resolves.toEqual({ token: 't', expiresAt: 5 });
    expect(state).toMatchObject({ windows: 1, loads: 1, accounts: ['robin@example.com'] });
  });

  it('has no token when the person gave up', async () => {
    const { state, source } = browser();
    state.comesThrough = false;
    await expect(source.withWindow()).resolves.toBeNull();
    expect(state.accounts).toEqual([]);
  });
});
