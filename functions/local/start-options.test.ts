import { readStartOptions } from './start-options.ts';

describe('readStartOptions', () => {
  it('has a default for everything', () => {
    expect(readStartOptions([])).toEqual({ ok: true, options: { port: 7071, dataDir: null, certificate: null } });
  });

  it('reads every option', () => {
    const args = ['--port', '8080', '--data', 'elsewhere', '--cert', 'a.pem', '--key', 'b.pem'];
    const options = { port: 8080, dataDir: 'elsewhere', certificate: { cert: 'a.pem', key: 'b.pem' } };
    expect(readStartOptions(args)).toEqual({ ok: true, options });
  });

  it.each(['--help', '-h'])('is asked by %s what there is', (arg) => {
    expect(readStartOptions([arg])).toEqual({ ok: true, help: true });
  });

  it.each([
    [['--port', 'many'], '--port'],
    [['--data', ''], '--data'],
    [['--port', '70000'], '--port'],
    [['--cert', 'a.pem'], '--key'],
    [['--verbose'], '--verbose'],
    [['start'], 'start'],
  ])('says what is wrong with %j', (args, named) => {
    expect(readStartOptions(args)).toEqual({ ok: false, problem: expect.stringContaining(named) });
  });
});
