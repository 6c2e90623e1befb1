import { clearTimeout, setTimeout } from 'node:timers';

/**
 * What the work gave; null when it failed, or when the time is over first: the work then goes on by itself. Never rejects.
 */
export async function settleWithin<T>(work: Promise<T>, limitMs: number): Promise<T | null> {
  return await new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), limitMs);
    const finish = (value: T | null): void => {
      clearTimeout(timer);
      resolve(value);
    };
    work.then(finish, () => finish(null));
  });
}
