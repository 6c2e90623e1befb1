import * as fc from 'fast-check';
import { FeedServer, happenedIn, idAt, sentIn, timeAt } from './feed.fixture.ts';
import { newestEntryOf, nextSource, openFeed, showFresh, takeEntries, takeMessages, takeNews } from './feed.ts';
import type { Feed } from './feed.ts';

/** Reads on as the view does: always what is wanted next, in pages of these sizes in turn. */
function readOn(server: FeedServer, feed: Feed, size: number): Feed {
  const source = nextSource(feed);
  if (source === 'activity') return takeEntries(feed, server.activityAfter(feed.activity.next, size));
  return takeMessages(feed, server.messagesAfter(feed.messages.next, size));
}

/** All that is shown after each page. */
function readAll(server: FeedServer, sizes: readonly number[]): Feed[] {
  const sizeOf = (step: number) => sizes[step % sizes.length] ?? 1;
  const feeds = [openFeed(server.overview(sizeOf(0)))];
  for (let feed = feeds[0]; feed && nextSource(feed) !== null;) {
    feed = readOn(server, feed, sizeOf(feeds.length));
    feeds.push(feed);
  }
  return feeds;
}

const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

/** Messages begun in different minutes, with the minutes that each waited as a draft, and what happened to them later. */
const mailbox = (longestDraft: number) =>
  fc
    .uniqueArray(
      fc.record({ begun: fc.nat(300), draft: fc.nat(longestDraft), events: fc.array(fc.nat(400), { maxLength: 3 }) }),
      {
        selector: ({ begun }) => begun,
        maxLength: 30,
      },
    )
    .map((drawn) => {
      const server = new FeedServer();
      const used = new Set<number>();
      for (const { begun, draft, events } of drawn) {
        const message = sentIn(begun, {}, begun + draft);
        server.messages.push(message);
        for (const minute of events.map((after) => begun + draft + after).filter((each) => !used.has(each))) {
          used.add(minute);
          server.activity.push(happenedIn(minute, message));
        }
      }
      return server;
    });

describe('the activity and the messages as one list', () => {
  it('holds every message once, the newest event first, whatever the sizes of the pages', () => {
    fc.assert(
      fc.property(mailbox(0), sizes, (server, sizes) => {
        const last = readAll(server, sizes).at(-1);
        const timeOf = (id: string) =>
          Math.max(
            ...server.messages
              .filter((message) => message.id === id)
              .map((message) => Date.parse(message.sentAt ?? '')),
            ...server.activity.filter((entry) => entry.messageId === id).map((entry) => Date.parse(entry.at)),
          );
        const expected = server.messages
          .map(({ id }) => id)
          .sort((one, other) => timeOf(other) - timeOf(one) || (one < other ? -1 : 1));
        expect(last?.order.map(timeOf)).toEqual(expected.map(timeOf));
        expect([...(last?.order ?? [])].sort()).toEqual(expected.sort());
      }),
    );
  });

  it('never moves what it has shown while it is read further, and loses nothing, however long drafts lay about', () => {
    fc.assert(
      fc.property(mailbox(200), sizes, (server, sizes) => {
        const feeds = readAll(server, sizes);
        for (const [index, feed] of feeds.entries()) {
          const before = feeds[index - 1]?.order ?? [];
          expect(feed.order.slice(0, before.length)).toEqual(before);
        }
        const last = feeds.at(-1);
        const all = last && showFresh(last);
        expect(new Set(all?.order)).toEqual(new Set(server.messages.map(({ id }) => id)));
        expect(all?.order).toHaveLength(server.messages.length);
        const times = all?.order.map((id) => all.lines.get(id)?.at ?? NaN) ?? [];
        expect(times).toEqual([...times].sort((one, other) => other - one));
      }),
    );
  });

  it('shows what is on the first pages before anything else is read', () => {
    const server = new FeedServer();
    server.messages = [1, 2, 3, 4, 5].map((minute) => sentIn(minute));
    server.activity = [happenedIn(9, sentIn(1))];
    // Of the messages that may still come none is newer than the last one that came.
    expect(openFeed(server.overview(3)).order).toEqual([1, 5, 4, 3].map((minute) => idAt(minute)));
  });

  it('puts a mail that was begun long before under its sending', () => {
    const server = new FeedServer();
    server.messages = [sentIn(1, {}, 90), sentIn(50), sentIn(60)];
    expect(openFeed(server.overview(50)).order).toEqual([1, 60, 50].map((minute) => idAt(minute)));
  });

  it('puts a mail that somebody opened again under that, although it isn’t told any more', () => {
    const server = new FeedServer();
    const opened = sentIn(1, { lastPersonAt: new Date(timeAt(95)).toISOString() });
    server.messages = [opened, sentIn(50), sentIn(60)];
    server.activity = [happenedIn(55, opened)];
    const feed = openFeed(server.overview(50));
    expect(feed.order).toEqual([1, 60, 50].map((minute) => idAt(minute)));
    expect(feed.lines.get(idAt(1))?.at).toBe(timeAt(95));
  });

  it.each([
    ['a mail that was opened again without a word', sentIn(1, { lastPersonAt: new Date(timeAt(70)).toISOString() })],
    ['a mail that lay among the drafts', sentIn(1, {}, 70)],
  ])('lets %s, of which only a later page tells, wait above instead of putting it below older ones', (_, late) => {
    const server = new FeedServer();
    server.messages = [late, ...[50, 60, 80].map((minute) => sentIn(minute))];
    const first = openFeed(server.overview(2));
    expect(first.order).toEqual([80, 60].map((minute) => idAt(minute)));
    const second = readOn(server, first, 2);
    expect(second).toMatchObject({ order: [80, 60, 50].map((minute) => idAt(minute)), fresh: [idAt(1)] });
    expect(showFresh(second).order).toEqual([80, 1, 60, 50].map((minute) => idAt(minute)));
  });

  it('takes the message from its list rather than from an entry, and an entry’s rather than none', () => {
    const server = new FeedServer();
    server.messages = [sentIn(1, { opens: 3 }), ...[2, 3, 4, 5].map((minute) => sentIn(minute))];
    server.activity = [happenedIn(8, sentIn(1, { opens: 1 }))];
    const feed = openFeed(server.overview(2));
    expect(feed.lines.get(idAt(1))?.message?.opens).toBe(1);
    const all = [0, 0].reduce((before) => readOn(server, before, 2), feed);
    expect(all.lines.get(idAt(1))?.message?.opens).toBe(3);
  });

  it('shows a message of which only an entry of an earlier version tells', () => {
    const server = new FeedServer();
    server.messages = [1, 5, 6].map((minute) => sentIn(minute));
    server.activity = [happenedIn(9, sentIn(1), { message: null })];
    expect(openFeed(server.overview(2)).lines.get(idAt(1))).toMatchObject({
      message: null,
      entry: { what: 'first-open' },
    });
  });

  it('knows the newest entry', () => {
    const server = new FeedServer();
    expect(newestEntryOf(openFeed(server.overview(50)))).toBeNull();
    server.messages = [sentIn(1), sentIn(2)];
    server.activity = [happenedIn(9, sentIn(1)), happenedIn(8, sentIn(2))];
    expect(newestEntryOf(openFeed(server.overview(50)))).toBe(idAt(9, '0000000000000000'));
  });
});

describe('news in the list', () => {
  function opened() {
    const server = new FeedServer();
    server.messages = [1, 2, 3].map((minute) => sentIn(minute));
    return { server, feed: openFeed(server.overview(50)) };
  }

  it('wait beside what is shown until they are asked for', () => {
    const { server, feed } = opened();
    server.messages.push(sentIn(10));
    server.activity.push(happenedIn(11, sentIn(1)));
    const after = takeNews(feed, { ...server.overview(50), version: 'v2' });
    expect(after).toMatchObject({ order: feed.order, fresh: [idAt(1), idAt(10)], version: 'v2' });
    expect(after && showFresh(after)).toMatchObject({ order: [1, 10, 3, 2].map((minute) => idAt(minute)), fresh: [] });
  });

  it('update at once what is said of a message that is shown', () => {
    const { server, feed } = opened();
    server.messages[0] = sentIn(1, { opens: 7 });
    const after = takeNews(feed, server.overview(50));
    expect(after).toMatchObject({ order: feed.order, fresh: [] });
    expect(after?.lines.get(idAt(1))?.message?.opens).toBe(7);
  });

  it('are also that somebody opened a mail again, and that a sign turned out to be nobody’s', () => {
    const { server, feed } = opened();
    const signed = (minute: number | null) =>
      sentIn(1, { lastPersonAt: minute === null ? null : new Date(timeAt(minute)).toISOString() });
    server.messages[0] = signed(12);
    const after = takeNews(feed, server.overview(50));
    expect(after).toMatchObject({ order: feed.order, fresh: [idAt(1)] });
    const shown = after && showFresh(after);
    expect(shown?.order).toEqual([1, 3, 2].map((minute) => idAt(minute)));
    server.messages[0] = signed(null);
    const corrected = shown && takeNews(shown, server.overview(50));
    expect(corrected).toMatchObject({ order: shown?.order, fresh: [] });
    expect(corrected?.lines.get(idAt(1))?.at).toBe(timeAt(1));
  });

  it('of a message beyond the first page come with its entry', () => {
    const { server, feed } = opened();
    server.activity.push(happenedIn(11, sentIn(1, { opens: 4 })));
    const after = takeNews(feed, server.overview(2));
    expect(after?.lines.get(idAt(1))).toMatchObject({ at: timeAt(11), message: { opens: 4 } });
  });

  it('that come in twice stand there once', () => {
    const { server, feed } = opened();
    server.activity.push(happenedIn(11, sentIn(1)));
    const once = takeNews(feed, server.overview(50));
    server.activity.push(happenedIn(12, sentIn(1)), happenedIn(13, sentIn(2)));
    expect(once && takeNews(once, server.overview(50))).toMatchObject({ fresh: [idAt(2), idAt(1)] });
  });

  it('take deleted messages away, wherever they stand', () => {
    const { server, feed } = opened();
    server.activity.push(happenedIn(11, sentIn(1)));
    const waiting = takeNews(feed, server.overview(50));
    server.messages.shift();
    const after = waiting && takeNews(waiting, server.overview(50));
    expect(after).toMatchObject({ order: [3, 2].map((minute) => idAt(minute)), fresh: [] });
    expect(after?.lines.has(idAt(1))).toBe(false);
  });

  it('don’t take away what is only further down', () => {
    const { server, feed } = opened();
    server.messages.push(sentIn(10));
    expect(takeNews(feed, server.overview(2))?.order).toEqual(feed.order);
  });

  it('leave to its page what is older than the read part of the list', () => {
    const server = new FeedServer();
    server.messages = [1, 2, 3, 4].map((minute) => sentIn(minute));
    const feed = openFeed(server.overview(2));
    server.messages.pop();
    const after = takeNews(feed, server.overview(2));
    expect(after).toMatchObject({ order: [idAt(3)], fresh: [] });
    expect(after && readOn(server, after, 50).order).toEqual([3, 2, 1].map((minute) => idAt(minute)));
  });

  it.each(['activity', 'messages'] as const)(
    'that don’t fit on the first page of the %s ask for a new beginning',
    (list) => {
      const { server, feed } = opened();
      if (list === 'messages') server.messages.push(...[10, 11, 12].map((minute) => sentIn(minute)));
      else server.activity.push(...[10, 11, 12].map((minute) => happenedIn(minute, sentIn(1))));
      expect(takeNews(feed, server.overview(2))).toBeNull();
    },
  );
});
