import { loadOnce } from './load-once.ts';

describe('loading once', () => {
  it('loads at the first call, and for all calls', async () => {
    let loads = 0;
    const ask = loadOnce(() => {
      loads += 1;
      return Promise.resolve(loads);
    });
    expect(loads).toBe(0);
    await expect(Promise.all([ask(), ask()])).resolves.toEqual([1, 1]);
    await expect(ask()).resolves.toBe(1);
  });

  it('tries again after a failure', async () => {
    const answers = [Promise.reject(new Error('offline')), Promise.resolve('there')];
    const ask = loadOnce(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
    await expect(ask()).rejects.toThrow('offline');
    await expect(ask()).resolves.toBe('there');
  });
});
