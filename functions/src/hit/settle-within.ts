import { clearTimeout, setTimeout } from 'node:timers';

/** Waits until the work has ended, well or badly, or until the time is over; the work then goes on by itself. Never rejects. */
export async function settleWithin(work: Promise<unknown>, limitMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    const finish = (): void => {
      clearTimeout(timer);
      resolve();
    };
    work.then(finish, finish);
  });
}
