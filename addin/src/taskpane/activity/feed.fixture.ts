import type { ActivityItem, ListPart, MessageSummary, Overview } from '@readback/core';
import { activityOf, summaryOf } from '../api/fake-api.fixture.ts';

const START = Date.UTC(2026, 10, 21, 9);
const LAST_MOMENT = 2 ** 48 - 1;

/** Milliseconds since 1970 of a minute in these tests. */
export function timeAt(minute: number): number {
  return START + minute * 60_000;
}

/** An id as the server makes it: the later, the smaller. */
export function idAt(minute: number, tail = '000000000000'): string {
  return (LAST_MOMENT - timeAt(minute)).toString(16).padStart(12, '0') + tail;
}

/** A message that was begun and sent in a minute, or sent in a later one. */
export function sentIn(minute: number, change: Partial<MessageSummary> = {}, sent = minute): MessageSummary {
  return summaryOf(idAt(minute), { sentAt: new Date(timeAt(sent)).toISOString(), ...change });
}

/** Something that happened to a message in a minute. */
export function happenedIn(minute: number, message: MessageSummary, change: Partial<ActivityItem> = {}): ActivityItem {
  return activityOf(idAt(minute, '0000000000000000'), message.id, {
    message,
    at: new Date(timeAt(minute)).toISOString(),
    ...change,
  });
}

/** A mailbox as a server holds it, asked page by page. */
export class FeedServer {
  messages: MessageSummary[] = [];
  activity: ActivityItem[] = [];
  version = 'v1';

  overview(limit: number): Overview {
    return {
      activity: page(this.activity, null, limit),
      messages: page(this.messages, null, limit),
      version: this.version,
    };
  }

  activityAfter(after: string | null, limit: number): ListPart<ActivityItem> {
    return page(this.activity, after, limit);
  }

  messagesAfter(after: string | null, limit: number): ListPart<MessageSummary> {
    return page(this.messages, after, limit);
  }
}

function page<T extends { id: string }>(items: readonly T[], after: string | null, limit: number): ListPart<T> {
  const rest = [...items]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .filter(({ id }) => after === null || id > after);
  const taken = rest.slice(0, limit);
  return { items: taken, next: rest.length > limit ? (taken.at(-1)?.id ?? null) : null };
}
