import { isDark } from './is-dark.ts';

describe("Outlook's background colour", () => {
  it.each([
    ['#ffffff', false],
    ['#FAF9F8', false],
    ['#0f6cbd', true],
    ['#262626', true],
    ['000000', true],
    ['#808080', false],
  ])('%s is dark: %s', (colour, dark) => {
    expect(isDark(colour)).toBe(dark);
  });

  it.each(['', 'white', '#fff', '#12345', 'rgb(0, 0, 0)', '#gggggg'])('is not read from "%s"', (colour) => {
    expect(isDark(colour)).toBeNull();
  });
});
