import { HOUR, MINUTE, SECOND, SENT_AT } from './hits.fixture.ts';
import { timeSinceArrival } from './since-arrival.ts';

const sent = { sentAt: SENT_AT, deliverAfter: null };
const tomorrow = { sentAt: SENT_AT, deliverAfter: SENT_AT + 24 * HOUR };
const unknown = { sentAt: null, deliverAfter: null };

describe('timeSinceArrival', () => {
  it.each([
    ['from the send', 90 * SECOND, null, sent, 90 * SECOND],
    ['as negative before the send', -SECOND, null, sent, -SECOND],
    ['from the planned delivery', 25 * HOUR, null, tomorrow, HOUR],
    ['as negative long before the planned delivery', HOUR, null, tomorrow, -23 * HOUR],
    ['as unknown where the sender’s clock may be fast', 24 * HOUR - 4 * MINUTE, null, tomorrow, null],
    [
      'from the send where the planned delivery has passed',
      HOUR,
      null,
      { ...sent, deliverAfter: SENT_AT - HOUR },
      HOUR,
    ],
    ['from the planned delivery alone', 25 * HOUR, null, { ...tomorrow, sentAt: null }, HOUR],
    ['as unknown where nothing is', HOUR, null, unknown, null],
    ['from what a burst showed', 6 * HOUR + SECOND, 6 * HOUR, sent, SECOND],
    ['from what a burst showed, where nothing else does', 6 * HOUR + SECOND, 6 * HOUR, unknown, SECOND],
    ['as none for a hit that others overtook', 6 * HOUR - SECOND, 6 * HOUR, sent, 0],
    ['as unknown long before a burst', HOUR, 6 * HOUR, sent, null],
    ['as negative before the send, though a burst came later', -MINUTE, 6 * HOUR, sent, -MINUTE],
  ] as const)('counts %s', (_, after, shown, context, expected) => {
    expect(timeSinceArrival(SENT_AT + after, shown === null ? null : SENT_AT + shown, context)).toBe(expected);
  });
});
