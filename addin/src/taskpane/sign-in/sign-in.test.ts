import { createSignIn, SignInNeeded, type AccessToken, type TokenSource } from './sign-in.ts';

const NOW = Date.UTC(2026, 10, 21, 9, 0);
const HOUR = 3_600_000;

function source(name: TokenSource['name'], tokens: { silent?: string[]; visible?: string[] } = {}) {
  const asked: string[] = [];
  const next = (list: string[] | undefined): AccessToken | null => {
    const token = list?.shift();
    return token === undefined ? null : { token, expiresAt: NOW + HOUR };
  };
  const made: TokenSource = {
    name,
    silently: () => {
      asked.push('silently');
      return Promise.resolve(next(tokens.silent));
    },
    withWindow: () => {
      asked.push('withWindow');
      return Promise.resolve(next(tokens.visible));
    },
  };
  return { ...made, asked };
}

const ways = (sources: readonly TokenSource[]) => () => Promise.resolve(sources);

describe('signing in', () => {
  it('takes the first way that gives a token and leaves the later ones alone', async () => {
    const nested = source('nested');
    const office = source('office', { silent: ['from-office'] });
    const dialog = source('dialog', { silent: ['from-dialog'] });
    const signIn = createSignIn(ways([nested, office, dialog]), () => NOW);
    await expect(signIn.token()).resolves.toBe('from-office');
    expect([nested.asked, office.asked, dialog.asked]).toEqual([['silently'], ['silently'], []]);
  });

  it('asks once for several requests at the same time', async () => {
    const nested = source('nested', { silent: ['one', 'two'] });
    const signIn = createSignIn(ways([nested]), () => NOW);
    await expect(Promise.all([signIn.token(), signIn.token()])).resolves.toEqual(['one', 'one']);
    expect(nested.asked).toHaveLength(1);
  });

  it('keeps a token until a minute before it runs out', async () => {
    let now = NOW;
    const signIn = createSignIn(ways([source('nested', { silent: ['one', 'two'] })]), () => now);
    await signIn.token();
    now = NOW + HOUR - 60_000;
    await expect(signIn.token()).resolves.toBe('one');
    now += 1;
    await expect(signIn.token()).resolves.toBe('two');
  });

  it('does not hand out again a token that the server refused', async () => {
    const nested = source('nested', { silent: ['stale', 'stale'] });
    const office = source('office', { silent: ['good'] });
    const signIn = createSignIn(ways([nested, office]), () => NOW);
    await signIn.token();
    await expect(signIn.token('stale')).resolves.toBe('good');
  });

  it('says that the sender is needed and opens no window by itself', async () => {
    const nested = source('nested', { visible: ['from-popup'] });
    const signIn = createSignIn(ways([nested]), () => NOW);
    await expect(signIn.token()).rejects.toThrow(SignInNeeded);
    expect(nested.asked).toEqual(['silently']);
  });

  it('passes on why the ways are not known', async () => {
    const signIn = createSignIn(
      () => Promise.reject(new Error('offline')),
      () => NOW,
    );
    await expect(signIn.token()).rejects.toThrow('offline');
  });

  it('falls back to the dialog when the pop-up gives nothing', async () => {
    const nested = source('nested');
    const dialog = source('dialog', { visible: ['from-dialog'] });
    const signIn = createSignIn(ways([nested, dialog]), () => NOW);
    await signIn.withWindow();
    await expect(signIn.token()).resolves.toBe('from-dialog');
  });

  it('still needs the sender after every window was closed', async () => {
    const signIn = createSignIn(ways([source('nested'), source('dialog')]), () => NOW);
    await expect(signIn.withWindow()).rejects.toThrow(SignInNeeded);
    await expect(signIn.token()).rejects.toThrow(SignInNeeded);
  });
});
