import { arrivedFor, readPostedMails } from './posted-mail.ts';
import { postedMail } from './posted-mail.fixture.ts';

describe('readPostedMails', () => {
  it('reads a mail that went through JSON', () => {
    const mail = postedMail({ deliverAfter: 5, pictures: { a: 'data:,x' } });
    expect(readPostedMails(JSON.parse(JSON.stringify([{ ...mail, id: '1', receivedAt: 'today' }])))).toEqual([mail]);
  });

  it.each([null, {}, 'mail', [null], [{ ...postedMail(), to: 'Ada' }], [{ ...postedMail(), format: 'rtf' }]])(
    'finds no mail in %j',
    (value) => {
      expect(readPostedMails(value)).toEqual([]);
    },
  );
});

describe('arrivedFor', () => {
  const ada = 'ada.park@fabrikam.example';

  it.each([
    ['to', postedMail(), true],
    ['cc', postedMail({ to: [], cc: [{ name: '', address: 'Ada.Park@Fabrikam.example' }] }), true],
    ['bcc', postedMail({ to: [], bcc: [{ name: '', address: ada }] }), true],
    ['nobody', postedMail({ to: [] }), false],
  ])('delivers what is addressed in %s', (_, mail, arrives) => {
    expect(arrivedFor(ada, [mail], 2_000)).toEqual(arrives ? [mail] : []);
  });

  it('holds a scheduled mail until its time', () => {
    const mail = postedMail({ deliverAfter: 3_000 });
    expect(arrivedFor(ada, [mail], 2_999)).toEqual([]);
    expect(arrivedFor(ada, [mail], 3_000)).toEqual([mail]);
  });

  it('shows the newest first, by arrival', () => {
    const [early, late, scheduled] = [
      postedMail({ sentAt: 1 }),
      postedMail({ sentAt: 2 }),
      postedMail({ sentAt: 0, deliverAfter: 3 }),
    ];
    expect(arrivedFor(ada, [early, scheduled, late], 9)).toEqual([scheduled, late, early]);
  });
});
