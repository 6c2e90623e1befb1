import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

function run(args: readonly string[]): { code: number | null; out: string; errors: string } {
  const result = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'preflight.ts'), ...args], {
    encoding: 'utf8',
  });
  return { code: result.status, out: result.stdout, errors: result.stderr };
}

describe('npm run preflight', () => {
  it('ends with 1 and says what to do when nobody answers', () => {
    const { code, out } = run(['--app', 'http://127.0.0.1:1', '--tracking', 'http://127.0.0.1:1', '--local']);
    expect(code).toBe(1);
    expect(out).toMatch(/^fail {2}health {4}http:\/\/127\.0\.0\.1:1 not reached: .*\n {16}→ /m);
    expect(out).toMatch(/^0 ok, 0 to look at, 3 failed$/m);
  });

  it('tells how it is used to whoever asks', () => {
    const { code, out } = run(['--help']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^npm run preflight -- --app/)]);
  });

  it.each([
    ['an option that is missing', ['--app', 'https://rb.contoso.com'], /--tracking is missing/],
    [
      'an option that is wrong',
      ['--app', 'http://rb.contoso.com', '--tracking', 'https://go.contoso.com'],
      /--app must start/,
    ],
    ['an option that it does not know', ['--insecure'], /Unknown option '--insecure'/],
  ])('ends with 2 and shows the usage for %s', (_name, args, message) => {
    const { code, errors } = run(args);
    expect(code).toBe(2);
    expect(errors).toMatch(message);
    expect(errors).toMatch(/npm run preflight -- --app/);
  });
});
