import { askHost, awaitHost } from './ask-host.ts';
import { createManualTimers } from './manual-timers.fixture.ts';

const LIMIT_MS = 1_000;

describe('askHost', () => {
  it('hands on what Outlook answers', async () => {
    const timers = createManualTimers();
    const outcome = askHost<string>(timers, LIMIT_MS, (callback) => callback({ status: 'succeeded', value: 'body' }));
    await expect(outcome).resolves.toEqual({ ok: true, value: 'body' });
  });

  it.each<[string, { code?: unknown; name?: unknown } | null | undefined, string]>([
    ['a code and a name', { code: 9020, name: 'GenericResponseError' }, '9020 GenericResponseError'],
    ['a name alone', { name: 'InvalidFormatError' }, 'InvalidFormatError'],
    ['an empty error', {}, ''],
    ['null', null, ''],
    ['no error at all', undefined, ''],
  ])('names the error by %s', async (_, error, detail) => {
    const timers = createManualTimers();
    const outcome = askHost(timers, LIMIT_MS, (callback) =>
      callback({ status: 'failed', value: '', ...(error !== undefined && { error }) }),
    );
    await expect(outcome).resolves.toEqual({ ok: false, failure: 'failed', detail });
  });

  it('takes a call that throws for an answer', async () => {
    const timers = createManualTimers();
    const outcome = askHost(timers, LIMIT_MS, () => {
      throw new RangeError('Sys.ArgumentOutOfRangeException');
    });
    await expect(outcome).resolves.toEqual({ ok: false, failure: 'threw', detail: 'RangeError' });
  });

  it('gives up at the limit when Outlook never calls back', async () => {
    const timers = createManualTimers();
    const answers: unknown[] = [];
    const asking = askHost(timers, LIMIT_MS, () => undefined).then((outcome) => answers.push(outcome));
    await timers.advance(LIMIT_MS - 1);
    expect(answers).toEqual([]);
    await timers.advance(1);
    await asking;
    expect(answers).toEqual([{ ok: false, failure: 'timeout', detail: '' }]);
  });

  it.each([0, -1])('does not even begin with %d ms left', async (left) => {
    const timers = createManualTimers();
    let calls = 0;
    const outcome = askHost(timers, left, () => calls++);
    await expect(outcome).resolves.toMatchObject({ failure: 'timeout' });
    expect(calls).toBe(0);
  });

  it('keeps the first answer when Outlook calls back twice', async () => {
    const timers = createManualTimers();
    const outcome = askHost<number>(timers, LIMIT_MS, (callback) => {
      callback({ status: 'succeeded', value: 1 });
      callback({ status: 'failed', value: 2 });
    });
    await expect(outcome).resolves.toEqual({ ok: true, value: 1 });
  });

  it('leaves no timer behind', async () => {
    const timers = createManualTimers();
    await askHost(timers, LIMIT_MS, (callback) => callback({ status: 'succeeded', value: null }));
    expect(timers.waiting()).toBe(0);
  });
});

describe('awaitHost', () => {
  it('hands on what the promise brings', async () => {
    const timers = createManualTimers();
    await expect(awaitHost(timers, LIMIT_MS, () => Promise.resolve(3))).resolves.toEqual({ ok: true, value: 3 });
  });

  it('converts a rejection, of whatever kind', async () => {
    const timers = createManualTimers();
    const outcome = awaitHost(timers, LIMIT_MS, () => Promise.reject(Object.assign(new Error('no'), { code: 13001 })));
    await expect(outcome).resolves.toEqual({ ok: false, failure: 'failed', detail: '13001 Error' });
  });

  it('gives up at the limit', async () => {
    const timers = createManualTimers();
    const outcome = awaitHost(timers, LIMIT_MS, () => new Promise(() => undefined));
    await timers.advance(LIMIT_MS);
    await expect(outcome).resolves.toMatchObject({ failure: 'timeout' });
  });

  it('takes a call that throws for an answer', async () => {
    const timers = createManualTimers();
    const outcome = awaitHost(timers, LIMIT_MS, () => {
      throw new TypeError('undefined is not a function');
    });
    await expect(outcome).resolves.toMatchObject({ failure: 'threw', detail: 'TypeError' });
  });
});
