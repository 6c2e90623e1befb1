import { decodeHex, messageTime } from '@readback/core';
import { readStoredMailbox } from '@readback/core';
import { OWN_ADDRESS, storedMailbox } from '../../host/fake-desk.fixture.ts';
import type { SentItem } from './catch-up.ts';
import { sentElsewhere } from './sent-elsewhere.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SENT = Date.UTC(2026, 10, 21, 9);

const access = readStoredMailbox(storedMailbox());
if (access === null) throw new Error('the stored mailbox is whole');
const { signing } = access;

const item: SentItem = {
  from: OWN_ADDRESS,
  internetMessageId: '<offer@contoso.com>',
  subject: 'From the train',
  recipients: [{ address: 'anna@example.com', name: 'Anna' }],
  createdAt: SENT,
};
const tell = (change: Partial<SentItem> = {}, now = SENT + HOUR, address: string | null = OWN_ADDRESS) =>
  sentElsewhere({ ...item, ...change }, signing, { now, address });

describe('a mail that was sent without Readback', () => {
  it('is told as untracked, with the time and people of it', () => {
    expect(tell()?.registration).toMatchObject({
      opens: false,
      links: false,
      opensReason: 'elsewhere',
      linksReason: 'elsewhere',
      ageMs: HOUR,
      subject: 'From the train',
      recipients: item.recipients,
      trackedLinks: [],
    });
  });

  it('has an id with the time of the mail in it, and the same one whenever it is seen', () => {
    const id = tell()?.id ?? '';
    expect(messageTime(decodeHex(id) ?? new Uint8Array())).toBe(SENT);
    expect(tell({ subject: 'RE: From the train' }, SENT + DAY)?.id).toBe(id);
    expect(tell({ internetMessageId: '<other@contoso.com>' })?.id).not.toBe(id);
  });

  it.each([
    ['is from somebody else', { from: 'anna@example.com' }],
    ['is from nobody yet', { from: null }],
    ['has no id of its own', { internetMessageId: null }],
    ['has no time', { createdAt: null }],
    ['has no recipient', { recipients: [] }],
    [
      'went to the own address too, so that anybody may have sent it',
      { recipients: [{ address: OWN_ADDRESS.toUpperCase(), name: null }] },
    ],
  ])('isn’t told of where the mail %s', (_, change) => {
    expect(tell(change)).toBeNull();
  });

  it.each([
    ['Outlook keeps the own address to itself', SENT + HOUR, null],
    ['it is of long ago', SENT + 91 * DAY, OWN_ADDRESS],
    ['it seems to come from the future', SENT - 1, OWN_ADDRESS],
  ])('isn’t told of where %s', (_, now, address) => {
    expect(tell({}, now, address)).toBeNull();
  });
});
