import { arrivedFor, readArrivedMails } from './arrived-mail.ts';
import { arrivedMail } from './mail.fixture.ts';

describe('readArrivedMails', () => {
  it('reads a mail that went through JSON', () => {
    const mail = arrivedMail({ pictures: { a: 'data:,x' } });
    expect(readArrivedMails(JSON.parse(JSON.stringify([{ ...mail, more: 1 }])))).toEqual([mail]);
  });

  it.each([null, {}, 'mail', [null], [{ ...arrivedMail(), to: 'Ada' }], [{ ...arrivedMail(), format: 'rtf' }]])(
    'finds no mail in %j',
    (value) => {
      expect(readArrivedMails(value)).toEqual([]);
    },
  );
});

describe('arrivedFor', () => {
  const ada = 'ada.park@fabrikam.example';

  it.each([
    ['to whom it was delivered', ['Ada.Park@Fabrikam.example'], true],
    ['who is named nowhere in it', ['someone@fabrikam.example', ada], true],
    ['to others', ['someone@fabrikam.example'], false],
  ])('finds the mail of somebody %s', (_, recipients, arrives) => {
    const mail = arrivedMail({ to: [], recipients });
    expect(arrivedFor(ada, [mail])).toEqual(arrives ? [mail] : []);
  });

  it('shows the newest first, by arrival', () => {
    const mails = [2, 3, 1].map((receivedAt) => arrivedMail({ receivedAt, sentAt: -receivedAt }));
    expect(arrivedFor(ada, mails).map(({ receivedAt }) => receivedAt)).toEqual([3, 2, 1]);
  });
});
