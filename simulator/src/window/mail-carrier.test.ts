import { createPictureStore } from '../body/picture-store.ts';
import { createMemoryStorage } from '../outlook/mail-store.ts';
import type { OutgoingMail } from '../outlook/mail.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { PostOffice } from '../post/post-office.ts';
import type { ArrivedMail, PostedMail } from '../../../functions/local/post/mail-shapes.ts';
import { arrivedMail, postedMail } from '../post/mail.fixture.ts';
import { fetchMails, handOver } from './mail-carrier.ts';
import { SENDER } from './people.ts';

/** A post that takes what it is given, and has what it is made with. */
function createPost(mails: ArrivedMail[] = []): PostOffice & { mails: ArrivedMail[]; taken: PostedMail[] } {
  const taken: PostedMail[] = [];
  return {
    mails,
    taken,
    post: async (mail) => {
      taken.push(mail);
    },
    collect: async () => mails,
  };
}

const SENT = {
  ...postedMail(),
  id: '1',
  folder: 'inbox',
  createdAt: 0,
  customProperties: {},
  label: null,
} as const;

function createReceiver() {
  const storage = createMemoryStorage();
  const received: string[] = [];
  const receive: Outlook['receive'] = (mail) => {
    received.push(mail.subject);
    return { ...SENT, ...mail, attachments: [] };
  };
  return { received, outlook: { receive }, user: SENDER, storage, pictures: createPictureStore(storage) };
}

const answer = (given: Partial<ArrivedMail>): ArrivedMail =>
  arrivedMail({ from: { name: 'Ada Park', address: 'ada.park@fabrikam.example' }, to: [SENDER], ...given });

describe('handOver', () => {
  it('sends the pictures that stand in the body, and no other', async () => {
    const post = createPost();
    const pictures = createPictureStore(createMemoryStorage());
    pictures.keep('logo', 'data:image/png;base64,AA');
    pictures.keep('other', 'data:image/png;base64,BB');
    const inline = { contentType: 'image/png', contentId: 'logo', isCloud: false, isInline: true, size: 1 };
    const mail: OutgoingMail = {
      ...postedMail({ body: '<img src="cid:logo"><img src="https://a.example/cid:other">' }),
      label: null,
      attachments: [
        { ...inline, id: '1', name: 'logo.png' },
        { ...inline, id: '2', name: 'offer.pdf', isInline: false },
      ],
    };
    await handOver(post, pictures, mail);
    expect(post.taken[0]).toMatchObject({
      pictures: { logo: 'data:image/png;base64,AA' },
      attachments: [{ name: 'offer.pdf', size: 1 }],
      subject: mail.subject,
    });
  });
});

describe('fetchMails', () => {
  it('brings each mail once, the oldest first', async () => {
    const post = createPost([
      answer({ subject: 'first', internetMessageId: '<1>', receivedAt: 1 }),
      answer({ subject: 'second', internetMessageId: '<2>', receivedAt: 2 }),
    ]);
    const receiver = createReceiver();
    await fetchMails(post, receiver);
    await fetchMails(post, receiver);
    post.mails.push(answer({ subject: 'third', internetMessageId: '<3>', receivedAt: 3 }));
    await fetchMails(post, receiver);
    expect(receiver.received).toEqual(['first', 'second', 'third']);
  });

  it('leaves alone what is for others', async () => {
    const receiver = createReceiver();
    await fetchMails(createPost([arrivedMail()]), receiver);
    expect(receiver.received).toEqual([]);
  });

  it('keeps the pictures of what it brings', async () => {
    const receiver = createReceiver();
    await fetchMails(createPost([answer({ pictures: { p: 'data:,x' } })]), receiver);
    expect(receiver.pictures.find('p')).toBe('data:,x');
  });
});
