import { installOffice, removeOffice } from './pane-office.fixture.ts';
import { onThemeChanged, readBackground } from './theme.ts';

afterEach(removeOffice);

describe("the background of Outlook's theme", () => {
  it.each([
    ['told', { bodyBackgroundColor: '#262626', bodyForegroundColor: '#ffffff' }, '#262626'],
    ['not there, on phones', undefined, null],
    ['not in the theme', { isDarkTheme: true }, null],
  ])('is %s', (_, colours, expected) => {
    installOffice({ colours });
    expect(readBackground()).toBe(expected);
  });

  it.each([
    [['Mailbox 1.14'], 1],
    [['Mailbox 1.5'], 0],
  ])('with %s is followed by %s handler', (sets, count) => {
    const { handlers } = installOffice({ sets });
    onThemeChanged(() => {});
    expect(handlers.size).toBe(count);
  });
});
