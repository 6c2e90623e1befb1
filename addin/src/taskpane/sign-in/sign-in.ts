/** What lets the pane ask the server, until `expiresAt` (milliseconds since 1970). */
export interface AccessToken {
  token: string;
  expiresAt: number;
}

/**
 * One way to get a token. Neither method rejects for a reason that lies in this way alone: null means "not by this way", and
 * the next one is tried.
 */
export interface TokenSource {
  name: 'local' | 'nested' | 'office' | 'dialog' | 'browser';
  /** Without anything on the screen. */
  silently(): Promise<AccessToken | null>;
  /** May open a window, so only right after the sender pressed a button: browsers block windows that nobody asked for. */
  withWindow(): Promise<AccessToken | null>;
}

/** There is no token, and getting one needs the sender. */
export class SignInNeeded extends Error {
  constructor() {
    super('The sender has to sign in');
    this.name = 'SignInNeeded';
  }
}

export interface SignIn {
  /**
   * A token that holds for at least another minute. Rejects with SignInNeeded. `refused` is a token that the server didn't
   * accept: it isn't handed out again.
   */
  token(refused?: string): Promise<string>;
  /** Signs in with whatever window it takes. Rejects with SignInNeeded when every way failed or the sender gave up. */
  withWindow(): Promise<void>;
}

const MARGIN_MS = 60_000;

/**
 * Tries the ways in their order, silent before visible, and keeps what it got until shortly before it runs out. `sources` may
 * reject, which then is the answer: which ways there are depends on the server's settings.
 */
export function createSignIn(sources: () => Promise<readonly TokenSource[]>, now: () => number): SignIn {
  let held: AccessToken | null = null;
  let underWay: Promise<AccessToken | null> | null = null;

  async function firstToken(refused: string | undefined): Promise<AccessToken | null> {
    for (const source of await sources()) {
      const found = await source.silently();
      if (found !== null && found.token !== refused) return found;
    }
    return null;
  }

  function ask(refused: string | undefined): Promise<AccessToken | null> {
    underWay ??= firstToken(refused).finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return {
    async token(refused) {
      if (held !== null && (held.token === refused || held.expiresAt - now() < MARGIN_MS)) held = null;
      held ??= await ask(refused);
      if (held === null) throw new SignInNeeded();
      return held.token;
    },
    async withWindow() {
      for (const source of await sources()) {
        held = await source.withWindow();
        if (held !== null) return;
      }
      throw new SignInNeeded();
    },
  };
}
