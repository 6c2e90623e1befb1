import { createPictureStore } from '../body/picture-store.ts';
import { createMemoryStorage } from '../outlook/mail-store.ts';
import type { OutgoingMail } from '../outlook/mail.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { PostOffice } from '../post/post-office.ts';
import { postedMail } from '../post/posted-mail.fixture.ts';
import type { PostedMail } from '../post/posted-mail.ts';
import { fetchMails, handOver } from './mail-carrier.ts';
import { SENDER } from './people.ts';

/** A post that holds what it is given. */
function createPost(mails: PostedMail[] = []): PostOffice & { mails: PostedMail[] } {
  return {
    mails,
    post: async (mail) => {
      mails.push(mail);
    },
    collect: async () => mails,
  };
}

function createReceiver() {
  const storage = createMemoryStorage();
  const received: string[] = [];
  const receive: Outlook['receive'] = (mail) => {
    received.push(mail.subject);
    return { ...postedMail(), ...mail } as ReturnType<Outlook['receive']>;
  };
  return { received, outlook: { receive }, user: SENDER, storage, pictures: createPictureStore(storage) };
}

const answer = (given: Partial<PostedMail>): PostedMail =>
  postedMail({ from: postedMail().to[0], to: [SENDER], ...given });

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
    expect(post.mails[0]).toMatchObject({
      pictures: { logo: 'data:image/png;base64,AA' },
      attachments: [{ name: 'offer.pdf', size: 1 }],
      subject: mail.subject,
    });
  });
});

describe('fetchMails', () => {
  it('brings each mail once, the oldest first', async () => {
    const post = createPost([
      answer({ subject: 'first', internetMessageId: '<1>', sentAt: 1 }),
      answer({ subject: 'second', internetMessageId: '<2>', sentAt: 2 }),
    ]);
    const receiver = createReceiver();
    await fetchMails(post, receiver, 10);
    await fetchMails(post, receiver, 10);
    post.mails.push(answer({ subject: 'third', internetMessageId: '<3>', sentAt: 3 }));
    await fetchMails(post, receiver, 10);
    expect(receiver.received).toEqual(['first', 'second', 'third']);
  });

  it('leaves alone what is for others', async () => {
    const receiver = createReceiver();
    await fetchMails(createPost([postedMail()]), receiver, 10_000);
    expect(receiver.received).toEqual([]);
  });

  it('keeps the pictures of what it brings', async () => {
    const receiver = createReceiver();
    await fetchMails(createPost([answer({ pictures: { p: 'data:,x' } })]), receiver, 10_000);
    expect(receiver.pictures.find('p')).toBe('data:,x');
  });
});
