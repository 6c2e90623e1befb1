import { FeedServer, happenedIn, sentIn } from './feed.fixture.ts';
import { createOverviewShelf } from './kept-overview.ts';

function storageInMemory() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
  };
}

function overview(subject = 'Offer') {
  const server = new FeedServer();
  server.messages = [sentIn(1, { subject })];
  server.activity = [happenedIn(2, sentIn(1, { subject }))];
  return server.overview(50);
}

describe('the kept beginning of the activity', () => {
  it('is read again by the same mailbox and by no other', () => {
    const storage = storageInMemory();
    const kept = { overview: overview(), readAt: 1_000 };
    createOverviewShelf(storage, () => 'Robin@example.com').keep(kept);
    expect(createOverviewShelf(storage, () => 'robin@example.com').read()).toEqual(kept);
    expect(createOverviewShelf(storage, () => 'ada@example.com').read()).toBeNull();
  });

  it('is left out where nobody says whose mailbox it is', () => {
    const storage = storageInMemory();
    const shelf = createOverviewShelf(storage, () => null);
    shelf.keep({ overview: overview(), readAt: 1_000 });
    expect([shelf.read(), storage.held.size]).toEqual([null, 0]);
  });

  it('is left out where it would take too much room, or the tab has none', () => {
    const storage = storageInMemory();
    createOverviewShelf(storage, () => 'a@b.c').keep({ overview: overview('x'.repeat(400_000)), readAt: 1_000 });
    expect(storage.held.size).toBe(0);
    const full = {
      ...storage,
      setItem: () => {
        throw new Error('full');
      },
    };
    const shelf = createOverviewShelf(full, () => 'a@b.c');
    shelf.keep({ overview: overview(), readAt: 1_000 });
    expect(shelf.read()).toBeNull();
    expect(createOverviewShelf(null, () => 'a@b.c').read()).toBeNull();
  });

  it.each(['', '{', 'null', '[]', '{"overview":{},"readAt":1}', '{"readAt":1}'])(
    'is nothing where %j stands',
    (text) => {
      const storage = storageInMemory();
      storage.held.set('readback-overview:a@b.c', text);
      expect(createOverviewShelf(storage, () => 'a@b.c').read()).toBeNull();
    },
  );
});
