import { digestRowOf, summaryOf } from '../api/fake-api.fixture.ts';
import { happenedIn, idAt, sentIn, timeAt } from './feed.fixture.ts';
import { lineOfDigest, lineOfFeed, personsIn } from './mail-line.ts';

describe('a row of the activity', () => {
  it('is what the feed knows of a message', () => {
    const message = sentIn(1, { sent: false });
    const entry = happenedIn(5, message);
    expect(lineOfFeed({ messageId: message.id, at: timeAt(5), entry, message })).toEqual({
      messageId: idAt(1),
      subject: 'Offer',
      recipients: message.recipients,
      recipientCount: 1,
      at: timeAt(5),
      sent: false,
      tracked: true,
      headline: message.headline,
      entryId: entry.id,
    });
  });

  it('goes by the entry while the message wasn’t read', () => {
    const reason = { code: 'opened-in', values: {} };
    const verdict = { actor: 'person', certainty: 5, rule: 'P1', reason } as const;
    const entry = happenedIn(5, sentIn(1), { subject: 'From before', verdict, message: null });
    expect(lineOfFeed({ messageId: idAt(1), at: timeAt(5), entry, message: null })).toMatchObject({
      subject: 'From before',
      recipients: [],
      headline: reason,
    });
  });

  it('of a mail that was searched for takes its time and entry from the feed, where that knows more', () => {
    const row = digestRowOf(idAt(1), { recipientCount: 500, sentAt: new Date(timeAt(1)).toISOString() });
    expect(lineOfDigest(row, undefined)).toMatchObject({ recipientCount: 500, at: timeAt(1), entryId: null });
    const entry = happenedIn(9, sentIn(1));
    const known = { messageId: row.id, at: timeAt(9), entry, message: summaryOf(row.id) };
    expect(lineOfDigest(row, known)).toMatchObject({ at: timeAt(9), entryId: entry.id });
    const untracked = { ...row, opensReason: 'plain-text', linksReason: 'plain-text' };
    expect([lineOfDigest(row, known).tracked, lineOfDigest(untracked, known).tracked]).toEqual([true, false]);
    const later = { ...row, lastPersonAt: new Date(timeAt(20)).toISOString() };
    expect(lineOfDigest(later, known)).toMatchObject({ at: timeAt(20) });
  });
});

describe('the persons in a headline', () => {
  it.each([
    ['headline-clicked', { times: 2 }, { what: 'clicks', times: 2, isLikely: false }],
    ['headline-clicked-likely', { times: 1 }, { what: 'clicks', times: 1, isLikely: true }],
    ['headline-opened', { times: 3 }, { what: 'opens', times: 3, isLikely: false }],
    ['headline-opened-likely', { times: 3 }, { what: 'opens', times: 3, isLikely: true }],
    ['headline-opened', {}, null],
    ['headline-scanned', { times: 3 }, null],
    ['headline-nothing', {}, null],
    ['toString', { times: 1 }, null],
  ] as const)('%s %j', (code, values, expected) => {
    expect(personsIn({ code, values })).toEqual(expected);
  });
});
