import { installOffice, removeOffice } from './pane-office.fixture.ts';
import { onColoursChanged, readColours } from './theme.ts';

afterEach(removeOffice);

describe("Outlook's theme", () => {
  it.each([
    [
      'told',
      { bodyBackgroundColor: '#262626', bodyForegroundColor: '#ffffff' },
      { background: '#262626', text: '#ffffff' },
    ],
    ['not there, on phones', undefined, null],
    ['there without colours', { isDarkTheme: true }, null],
  ])('is %s', (_, colours, expected) => {
    installOffice({ colours });
    expect(readColours()).toEqual(expected);
  });

  it.each([
    [['Mailbox 1.14'], 1],
    [['Mailbox 1.5'], 0],
  ])('with %s is followed by %s handler', (sets, count) => {
    const { handlers } = installOffice({ sets });
    onColoursChanged(() => {});
    expect(handlers.size).toBe(count);
  });
});
