import { createVirtualClock } from './virtual-clock.fixture.ts';

describe('the virtual clock', () => {
  it('runs in order what falls due, also what is scheduled meanwhile', async () => {
    const clock = createVirtualClock(0);
    const heard: string[] = [];
    clock.after(20, () => heard.push(`b ${clock.now()}`));
    clock.after(10, () => {
      heard.push(`a ${clock.now()}`);
      clock.after(5, () => heard.push(`c ${clock.now()}`));
    });
    await clock.advance(18);
    expect(heard).toEqual(['a 10', 'c 15']);
    expect(clock.now()).toBe(18);
    await clock.advance(2);
    expect(heard).toEqual(['a 10', 'c 15', 'b 20']);
  });

  it('settles promises between two moments', async () => {
    const clock = createVirtualClock(0);
    const heard: string[] = [];
    const say = async (word: string): Promise<void> => {
      await Promise.resolve();
      heard.push(word);
    };
    clock.after(1, () => {
      say('first').catch(() => undefined);
    });
    clock.after(2, () => heard.push('second'));
    await clock.advance(5);
    expect(heard).toEqual(['first', 'second']);
  });

  it('doesn’t run what was cancelled', async () => {
    const clock = createVirtualClock(0);
    const heard: string[] = [];
    clock.after(1, () => heard.push('never'))();
    await clock.advance(5);
    expect(heard).toEqual([]);
  });

  it('waits for a promise as long as something is left to happen', async () => {
    const clock = createVirtualClock(0);
    const late = new Promise<string>((resolve) => clock.after(2_000, () => resolve('done')));
    await expect(clock.until(late)).resolves.toBe('done');
    expect(clock.now()).toBe(2_000);
    await expect(clock.until(new Promise(() => undefined))).rejects.toThrow('Nothing is left');
  });

  it('hands on a rejection', async () => {
    await expect(createVirtualClock().until(Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
