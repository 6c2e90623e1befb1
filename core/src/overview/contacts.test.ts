import fc from 'fast-check';
import { contactsOf, isToOne, mailsTo } from './contacts.ts';
import { digestRow, tally } from './digest.fixture.ts';

const anna = { address: 'Anna@Contoso.example', name: 'Anna' };
const ben = { address: 'ben@fabrikam.example', name: null };

describe('contacts', () => {
  it('get what happened to mails that went to nobody else, and the rest apart', () => {
    const rows = [
      digestRow({ recipients: [anna], opens: tally({ person: 2, machine: 5 }), clicks: tally({ likely: 1 }) }),
      digestRow({ recipients: [anna, ben], opens: tally({ person: 1, likely: 1 }), clicks: tally({ person: 3 }) }),
    ];
    const none = { mails: 0, opens: 0, opensLikely: 0, clicks: 0, clicksLikely: 0 };
    const shared = { mails: 1, opens: 1, opensLikely: 1, clicks: 3, clicksLikely: 0 };
    expect(contactsOf(rows)).toMatchObject([
      { address: 'anna@contoso.example', alone: { mails: 1, opens: 2, clicks: 0, clicksLikely: 1 }, shared },
      { address: 'ben@fabrikam.example', alone: none, shared },
    ]);
  });

  it('are one, however the address is written and wherever it stands', () => {
    const twice = digestRow({ recipients: [anna, { address: 'ANNA@contoso.EXAMPLE', name: null }], recipientCount: 2 });
    expect(contactsOf([twice, digestRow({ recipients: [anna] })])).toMatchObject([
      { name: 'Anna', alone: { mails: 1 }, shared: { mails: 1 } },
    ]);
  });

  it('know nothing by a mail that went to more than it names', () => {
    const cut = digestRow({ recipients: [anna], recipientCount: 80, opens: tally({ person: 1 }) });
    expect(isToOne(cut)).toBe(false);
    expect(contactsOf([cut])).toMatchObject([{ alone: { mails: 0 }, shared: { mails: 1, opens: 1 } }]);
  });

  it('give a sign of life only by what a person did with a mail to them alone', () => {
    const [early, late] = ['2026-11-01T08:00:00.000Z', '2026-11-20T08:00:00.000Z'];
    const rows = [
      digestRow({ recipients: [anna, ben], lastPersonAt: late, lastHitAt: late }),
      digestRow({ recipients: [anna], lastPersonAt: early, lastHitAt: late, program: 'Outlook' }),
      digestRow({ recipients: [ben], lastHitAt: late }),
    ];
    expect(contactsOf(rows)).toMatchObject([
      { address: 'anna@contoso.example', lastSignAt: early, program: 'Outlook' },
      { address: 'ben@fabrikam.example', lastSignAt: null, program: null },
    ]);
  });

  it('come with the last sign first, then with the last mail', () => {
    const to = (address: string, some: object) => digestRow({ recipients: [{ address, name: null }], ...some });
    const rows = [
      to('written-later@x.example', { sentAt: '2026-11-20T08:00:00.000Z' }),
      to('written@x.example', { sentAt: '2026-11-19T08:00:00.000Z' }),
      to('early@x.example', { lastPersonAt: '2026-11-02T08:00:00.000Z' }),
      to('late@x.example', { lastPersonAt: '2026-11-03T08:00:00.000Z' }),
      to('nobody-knows@x.example', { sentAt: null }),
    ];
    expect(contactsOf(rows).map(({ address }) => address.split('@')[0])).toEqual([
      'late',
      'early',
      'written-later',
      'written',
      'nobody-knows',
    ]);
  });

  it('have the program of most mails, of equally many that of the newest', () => {
    const by = (program: string) => digestRow({ recipients: [anna], program });
    expect(contactsOf([by('Outlook'), by('Gmail'), by('Gmail')])).toMatchObject([{ program: 'Gmail' }]);
    expect(contactsOf([by('Outlook'), by('Gmail')])).toMatchObject([{ program: 'Outlook' }]);
  });

  it('lose what is deleted, and go with their last mail', () => {
    const rows = [digestRow({ recipients: [anna] }), digestRow({ recipients: [anna, ben] })];
    expect(contactsOf(rows.slice(0, 1)).map(({ address }) => address)).toEqual(['anna@contoso.example']);
    expect(contactsOf([])).toEqual([]);
  });

  it('are found again among the mails', () => {
    const address = fc.constantFrom('a@x.example', 'B@x.example', 'b@x.example', 'c@Y.example');
    const row = fc
      .array(
        address.map((each) => ({ address: each, name: null })),
        { maxLength: 4 },
      )
      .map((recipients) => digestRow({ recipients }));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        for (const contact of contactsOf(rows)) {
          const mails = mailsTo(rows, contact.address);
          expect(mails.length).toBe(contact.alone.mails + contact.shared.mails);
          expect(mails.filter(isToOne).length).toBe(contact.alone.mails);
        }
      }),
    );
  });
});
