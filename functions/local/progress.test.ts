import { createProgress } from './progress.ts';

describe('createProgress', () => {
  it('speaks after a second, then every five', () => {
    const said: string[] = [];
    let now = 0;
    const tell = createProgress(
      (text) => said.push(`${now} ${text}`),
      () => now,
    );
    for (; now <= 12_000; now += 500) tell(() => `${now} done`);
    expect(said).toEqual(['1000 … 1000 done', '6000 … 6000 done', '11000 … 11000 done']);
  });
});
