import { readPreflightOptions } from './preflight-options.ts';
import type { GivenPreflightOptions } from './preflight-options.ts';

describe('readPreflightOptions', () => {
  it('reads two origins', () => {
    expect(readPreflightOptions({ app: 'https://rb.contoso.com/', tracking: 'https://go.contoso.com' })).toEqual({
      ok: true,
      options: { app: 'https://rb.contoso.com', tracking: 'https://go.contoso.com', isLocal: false },
    });
  });

  it('takes this machine over http with --local', () => {
    const given = { app: 'http://localhost:7071', tracking: 'http://127.0.0.1:7071', local: true };
    expect(readPreflightOptions(given)).toMatchObject({ ok: true, options: { isLocal: true } });
  });

  it.each<[string, GivenPreflightOptions, readonly RegExp[]]>([
    ['nothing', {}, [/^--app is missing$/, /^--tracking is missing$/]],
    ['http', { app: 'http://rb.contoso.com', tracking: 'https://go.contoso.com' }, [/^--app must start with https/]],
    [
      'a path',
      { app: 'https://rb.contoso.com', tracking: 'https://go.contoso.com/c' },
      [/^--tracking must be an origin/],
    ],
    [
      'elsewhere with --local',
      { app: 'http://rb.contoso.com', tracking: 'http://localhost', local: true },
      [/on this machine/],
    ],
    ['no address with --local', { app: 'x', tracking: 'http://localhost', local: true }, [/on this machine/]],
  ])('refuses %s', (_name, given, messages) => {
    const read = readPreflightOptions(given);
    expect(read.ok ? [] : read.problems).toEqual(messages.map((message) => expect.stringMatching(message)));
  });
});
