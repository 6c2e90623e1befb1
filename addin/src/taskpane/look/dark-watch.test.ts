import { watchDark } from './dark-watch.ts';

function changeable() {
  const listeners: (() => void)[] = [];
  return {
    background: null as string | null,
    matches: false,
    read() {
      return this.background;
    },
    onChanged: (listener: () => void) => void listeners.push(listener),
    addEventListener: (_: 'change', listener: () => void) => void listeners.push(listener),
    tell: () => listeners.forEach((listener) => listener()),
  };
}

describe('whether the pane is dark', () => {
  it("follows Outlook's theme, whatever the system prefers", () => {
    const outlook = changeable();
    const system = changeable();
    const watch = watchDark(outlook, system);
    outlook.background = '#000000';
    expect(watch.current()).toBe(true);
    outlook.background = '#ffffff';
    system.matches = true;
    expect(watch.current()).toBe(false);
  });

  it('follows the system where Outlook tells no colour', () => {
    const system = changeable();
    const watches = [watchDark(null, system), watchDark(changeable(), system)];
    system.matches = true;
    expect(watches.map((watch) => watch.current())).toEqual([true, true]);
  });

  it('says when either changes, until nobody listens', () => {
    const outlook = changeable();
    const system = changeable();
    let told = 0;
    const stop = watchDark(outlook, system).subscribe(() => {
      told += 1;
    });
    outlook.tell();
    system.tell();
    stop();
    system.tell();
    expect(told).toBe(2);
  });
});
