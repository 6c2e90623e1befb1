import { arrivedMail } from './mail.fixture.ts';
import { writeReply } from './write-reply.ts';

const parts = {
  owner: { name: 'Ada Park', address: 'ada.park@fabrikam.example' },
  text: 'Thanks, 1 < 2',
  now: 9_000,
  id: 'reply-1',
};

describe('writeReply', () => {
  it('goes back to the sender, in the same conversation', () => {
    const mail = arrivedMail({ subject: 'Offer' });
    expect(writeReply(mail, parts)).toMatchObject({
      from: parts.owner,
      to: [mail.from],
      subject: 'RE: Offer',
      conversationId: mail.conversationId,
      sentAt: 9_000,
    });
  });

  it('quotes the markup as it came', () => {
    const body =
      '<html><body><p>See <a href="https://t.example/c/x">here</a><img src="https://t.example/o/y"></p></body></html>';
    const reply = writeReply(arrivedMail({ body }), parts).body;
    expect(reply).toContain(
      '<p>See <a href="https://t.example/c/x">here</a><img src="https://t.example/o/y"></p></blockquote>',
    );
    expect(reply).toContain('Thanks, 1 &lt; 2');
  });

  it('names the subject once, however often it goes back and forth', () => {
    expect(writeReply(arrivedMail({ subject: 'Re: Offer' }), parts).subject).toBe('RE: Offer');
  });
});
