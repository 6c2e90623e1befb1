import { createVirtualClock } from '../../../simulator/src/outlook/clock.ts';
import { askHost, awaitHost } from './ask-host.ts';

const LIMIT_MS = 1_000;

describe('askHost', () => {
  it('hands on what Outlook answers', async () => {
    const clock = createVirtualClock();
    const outcome = askHost<string>(clock, LIMIT_MS, (callback) => callback({ status: 'succeeded', value: 'body' }));
    await expect(outcome).resolves.toEqual({ ok: true, value: 'body' });
  });

  it.each<[string, { code?: unknown; name?: unknown } | null | undefined, string]>([
    ['a code and a name', { code: 9020, name: 'GenericResponseError' }, '9020 GenericResponseError'],
    ['a name alone', { name: 'InvalidFormatError' }, 'InvalidFormatError'],
    ['an empty error', {}, ''],
    ['null', null, ''],
    ['no error at all', undefined, ''],
  ])('names the error by %s', async (_, error, detail) => {
    const clock = createVirtualClock();
    const outcome = askHost(clock, LIMIT_MS, (callback) =>
      callback({ status: 'failed', value: '', ...(error !== undefined && { error }) }),
    );
    await expect(outcome).resolves.toEqual({ ok: false, failure: 'failed', detail });
  });

  it('takes a call that throws for an answer', async () => {
    const clock = createVirtualClock();
    const outcome = askHost(clock, LIMIT_MS, () => {
      throw new RangeError('Sys.ArgumentOutOfRangeException');
    });
    await expect(outcome).resolves.toEqual({ ok: false, failure: 'threw', detail: 'RangeError' });
  });

  it('gives up at the limit when Outlook never calls back', async () => {
    const clock = createVirtualClock();
    const began = clock.now();
    const outcome = await clock.until(askHost(clock, LIMIT_MS, () => undefined));
    expect(outcome).toEqual({ ok: false, failure: 'timeout', detail: '' });
    expect(clock.now() - began).toBe(LIMIT_MS);
  });

  it.each([0, -1])('does not even begin with %d ms left', async (left) => {
    const clock = createVirtualClock();
    let calls = 0;
    const outcome = askHost(clock, left, () => calls++);
    await expect(outcome).resolves.toMatchObject({ failure: 'timeout' });
    expect(calls).toBe(0);
  });

  it('keeps the first answer when Outlook calls back twice', async () => {
    const clock = createVirtualClock();
    const outcome = askHost<number>(clock, LIMIT_MS, (callback) => {
      callback({ status: 'succeeded', value: 1 });
      callback({ status: 'failed', value: 2 });
    });
    await expect(outcome).resolves.toEqual({ ok: true, value: 1 });
  });

  it('leaves no timer behind', async () => {
    const clock = createVirtualClock();
    await askHost(clock, LIMIT_MS, (callback) => callback({ status: 'succeeded', value: null }));
    await expect(clock.until(new Promise(() => undefined))).rejects.toThrow('Nothing is left');
  });
});

describe('awaitHost', () => {
  it('hands on what the promise brings', async () => {
    const clock = createVirtualClock();
    await expect(awaitHost(clock, LIMIT_MS, () => Promise.resolve(3))).resolves.toEqual({ ok: true, value: 3 });
  });

  it('converts a rejection, of whatever kind', async () => {
    const clock = createVirtualClock();
    const outcome = awaitHost(clock, LIMIT_MS, () => Promise.reject(Object.assign(new Error('no'), { code: 13001 })));
    await expect(outcome).resolves.toEqual({ ok: false, failure: 'failed', detail: '13001 Error' });
  });

  it('gives up at the limit', async () => {
    const clock = createVirtualClock();
    const outcome = await clock.until(awaitHost(clock, LIMIT_MS, () => new Promise(() => undefined)));
    expect(outcome).toMatchObject({ failure: 'timeout' });
  });

  it('takes a call that throws for an answer', async () => {
    const clock = createVirtualClock();
    const outcome = awaitHost(clock, LIMIT_MS, () => {
      throw new TypeError('undefined is not a function');
    });
    await expect(outcome).resolves.toMatchObject({ failure: 'threw', detail: 'TypeError' });
  });
});
