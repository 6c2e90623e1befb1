import { certaintyLevel, stepsOf } from './certainty-level.ts';

describe('how sure something is, in words', () => {
  it.each([
    [-1, 'unknown', 0],
    [0, 'unknown', 0],
    [1, 'unsure', 1],
    [2, 'likely', 2],
    [3, 'likely', 3],
    [4, 'very-likely', 4],
    [5, 'very-likely', 5],
    [5.4, 'very-likely', 5],
    [6, 'certain', 6],
    [9, 'certain', 6],
  ])('%d is "%s", with %d segments', (certainty, level, steps) => {
    expect([certaintyLevel(certainty), stepsOf(certainty)]).toEqual([level, steps]);
  });
});
