import { watchItem } from './open-item.ts';

describe('following the item beside the pane', () => {
  it('numbers each item, so that an answer about an earlier one is told apart', () => {
    let kind: 'none' | 'read' = 'read';
    let change = (): void => {};
    const watch = watchItem(
      () => kind,
      (listener) => {
        change = listener;
      },
    );
    const seen: unknown[] = [];
    const stop = watch.subscribe(() => seen.push(watch.current()));
    change();
    kind = 'none';
    change();
    stop();
    change();
    expect(seen).toEqual([
      { number: 1, kind: 'read' },
      { number: 2, kind: 'none' },
    ]);
    expect(watch.current()).toEqual({ number: 3, kind: 'none' });
  });

  it('keeps its answer while nothing changes, as React asks for', () => {
    const watch = watchItem(
      () => 'compose',
      () => {},
    );
    expect(watch.current()).toBe(watch.current());
  });
});
