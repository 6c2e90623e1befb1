import { connect } from 'node:net';
import PostalMime from 'postal-mime';
import type { ArrivedMail, PostedMail } from './mail-shapes.ts';
import { startLocalPost } from './local-post.ts';
import type { LocalPost, PostOptions } from './local-post.ts';
import { MessageTooLarge } from './smtp-loopback.ts';

const ANNA = { name: 'Anna Berg', address: 'anna@contoso.example' };
const BEN = { name: 'Ben Cole', address: 'ben@fabrikam.example' };
const CARA = { name: 'Cara Diaz', address: 'cara@fabrikam.example' };
const DAN = { name: 'Dan Eck', address: 'dan@tailspin.example' };

/** One pixel, one byte of each colour. */
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

function mail(given: Partial<PostedMail> = {}): PostedMail {
  return {
    from: ANNA,
    to: [BEN],
    cc: [],
    bcc: [],
    subject: 'Offer',
    format: 'html',
    body: '<html><body><p>Hello</p></body></html>',
    attachments: [],
    pictures: {},
    internetMessageId: '<1@contoso.example>',
    conversationId: 'conversation-1',
    sentAt: Date.UTC(2026, 10, 21, 10, 0, 7),
    deliverAfter: null,
    ...given,
  };
}

let post: LocalPost;
let started: LocalPost[] = [];

async function startPost(options: Partial<PostOptions> = {}): Promise<LocalPost> {
  const made = await startLocalPost({ onLog: () => undefined, ...options });
  started.push(made);
  return made;
}

beforeEach(async () => {
  post = await startPost();
});

afterEach(async () => {
  for (const each of started) await each.stop();
  started = [];
});

async function deliver(given: Partial<PostedMail> = {}): Promise<{ arrived: ArrivedMail; source: string }> {
  const entry = post.find((await post.submit(mail(given))) ?? '');
  if (entry === null) throw new Error('The mail did not arrive');
  return { arrived: entry.mail, source: entry.raw.toString('latin1') };
}

function headersOf(source: string): string {
  return source.slice(0, source.indexOf('\r\n\r\n'));
}

describe('a mail over SMTP', () => {
  it('arrives as it was written', async () => {
    const { arrived } = await deliver({
      cc: [CARA],
      attachments: [{ name: 'Angebot für Ben.pdf', size: 4_321 }],
    });
    expect(arrived).toEqual({
      id: '1',
      receivedAt: expect.any(Number),
      recipients: [BEN.address, CARA.address],
      from: ANNA,
      to: [BEN],
      cc: [CARA],
      subject: 'Offer',
      format: 'html',
      body: mail().body,
      text: 'Hello\n',
      attachments: [{ name: 'Angebot für Ben.pdf', size: 4_321 }],
      pictures: {},
      internetMessageId: '<1@contoso.example>',
      conversationId: 'conversation-1',
      sentAt: mail().sentAt,
    });
  });

  it('says in its headers when it was written, by whom, and how it came', async () => {
    const headers = headersOf((await deliver()).source);
    expect(headers).toMatch(/^Return-Path: <anna@contoso\.example>\r\nReceived: from outlook\.simulator\.example /);
    expect(headers).toContain('\r\nDate: Sat, 21 Nov 2026 10:00:07 +0000');
    expect(headers).toContain('\r\nMessage-ID: <1@contoso.example>');
    expect(headers).toContain('\r\nFrom: Anna Berg <anna@contoso.example>');
    expect(headers).toContain('\r\nMIME-Version: 1.0');
    expect(headers).not.toMatch(/^x-mailer:/im);
  });

  it('puts a text part as Exchange prints it before the HTML', async () => {
    const body =
      '<p>See <a href="https://t.example/c/1">our offer</a></p><img src="https://t.example/o/2" width="1" height="1" alt="">';
    const { arrived, source } = await deliver({ body });
    expect(arrived.text.trimEnd()).toBe('See our offer<https://t.example/c/1>');
    expect(headersOf(source)).toMatch(/Content-Type: multipart\/alternative;/);
    expect(source.indexOf('text/plain')).toBeLessThan(source.indexOf('text/html'));
  });

  it('leaves plain text plain', async () => {
    const body = 'One\n.\n..two\nFrom here: https://t.example/c/1';
    const { arrived, source } = await deliver({ format: 'text', body });
    expect(arrived).toMatchObject({ format: 'text', body, text: body });
    expect(headersOf(source)).toMatch(/Content-Type: text\/plain/);
  });

  it('reaches those in bcc without a word of them', async () => {
    const { arrived, source } = await deliver({ bcc: [DAN], cc: [CARA] });
    expect(arrived.recipients).toEqual([BEN.address, CARA.address, DAN.address]);
    expect(source).not.toMatch(/bcc|dan/i);
  });

  it('reaches somebody in bcc alone', async () => {
    const { arrived } = await deliver({ to: [], bcc: [DAN] });
    expect(arrived).toMatchObject({ recipients: [DAN.address], to: [], cc: [] });
  });

  it('carries its pictures with it', async () => {
    const body = '<p><img src="cid:logo@1" alt="Logo"></p>';
    const { arrived, source } = await deliver({
      body,
      pictures: { 'logo@1': PICTURE },
      attachments: [{ name: 'a.pdf', size: 3 }],
    });
    expect(arrived).toMatchObject({ body, pictures: { 'logo@1': PICTURE }, attachments: [{ name: 'a.pdf', size: 3 }] });
    expect(source).toContain('multipart/related');
    expect(source).toMatch(/\r\nContent-ID: <logo@1>\r\n(.+\r\n)?Content-Disposition: inline/i);
  });
});

describe('hostile content', () => {
  it.each([
    ['lines of any length', `<p>${'x'.repeat(5_000)} ${'<b>y</b>'.repeat(500)}</p>`],
    ['lines of 998 and 999 characters', `<p>\n${'a'.repeat(998)}\n${'b'.repeat(999)}\n</p>`],
    ['dots alone on a line', '<p>\n.\n..\n.\n</p>'],
    ['what looks like the end of a part', '<p>\n--\n----_NmP-1--\n</p>'],
    ['equals signs and blanks at line ends', '<a href="?a=3D&b=20">=\n= \nx \t\n</a>'],
    ['other scripts and emoji', '<p>Grüße, 你好, שלום, 👩‍👩‍👧‍👦 \u{1F600}\u00a0.</p>'],
    ['controls', '<p>\u0001\u0007\u001b\u007f</p>'],
    ['lines that look like headers', 'Bcc: x@y.example\nSubject: other\n\n<p>a</p>'],
    ['lines that start with From', 'From me\n>From you\n<p>a</p>'],
    ['nothing', ''],
  ])('comes through: %s', async (_, body) => {
    const { arrived, source } = await deliver({ body });
    expect(arrived.body).toBe(body);
    for (const line of source.split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(998);
      expect(line).not.toMatch(/[\r\n\u0080-\uffff]/);
    }
  });

  it.each([
    ['subject', { subject: 'Offer\r\nBcc: dan@tailspin.example\r\n\r\n<p>' }],
    ['sender', { from: { name: 'Anna\r\nBcc: dan@tailspin.example', address: ANNA.address } }],
    ['recipient', { to: [{ name: '"<dan@tailspin.example>,\r\nX-A: b', address: BEN.address }] }],
    ['file name', { attachments: [{ name: 'a"\r\nX-A: b\r\n\r\n.pdf', size: 1 }] }],
    ['conversation', { conversationId: 'c\r\nX-A: b' }],
  ])('in the %s starts no header and reaches nobody else', async (_, given) => {
    const { arrived, source } = await deliver(given);
    expect(arrived.recipients).toEqual([BEN.address]);
    expect(source).not.toMatch(/^(bcc|x-a):/im);
    expect(arrived.body).toBe(mail().body);
  });

  it.each(['Grüße 你好 👋', '長'.repeat(255), 'x'.repeat(255), ' "quoted" (comment) <a@b.example> '])(
    'keeps the subject %j',
    async (subject) => {
      const { arrived, source } = await deliver({ subject, from: { name: 'Ånna “Ä” Berg', address: ANNA.address } });
      expect(arrived.subject.trim()).toBe(subject.trim());
      expect(arrived.from.name).toBe('Ånna “Ä” Berg');
      for (const line of headersOf(source).split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    },
  );

  it('reaches addresses beyond ASCII', async () => {
    const to = [{ name: 'Jörg', address: 'jörg@bücher.example' }];
    expect((await deliver({ to })).arrived.recipients).toEqual([
      expect.stringMatching(/^jörg@(bücher|xn--bcher-kva)\.example$/),
    ]);
  });

  it('keeps of a subject what Outlook would', async () => {
    expect((await deliver({ subject: 'x'.repeat(5_000) })).arrived.subject).toBe('x'.repeat(255));
  });

  it('loads no file and no address that stands in a mail', async () => {
    const body = '<img src="file:///etc/passwd"><img src="http://127.0.0.1:1/x">';
    const pictures = { a: 'data:text/html,x', b: 'file:///etc/passwd', c: 'http://127.0.0.1:1/x' };
    const { arrived } = await deliver({ body, pictures });
    expect(arrived).toMatchObject({ body, attachments: [], pictures: {} });
  });

  it('is refused where it is too large, before and by SMTP', async () => {
    post = await startPost({ maxBytes: 20_000 });
    await expect(post.submit(mail({ attachments: [{ name: 'a', size: 2e15 }] }))).rejects.toThrow(MessageTooLarge);
    await expect(post.submit(mail({ body: 'x'.repeat(30_000) }))).rejects.toThrow(MessageTooLarge);
    expect(post.list()).toEqual([]);
    expect(await post.submit(mail())).not.toBeNull();
  });
});

describe('the post', () => {
  it('gives the message as it came over SMTP', async () => {
    const { source } = await deliver();
    const read = await PostalMime.parse(Buffer.from(source, 'latin1'));
    expect(read).toMatchObject({ subject: 'Offer', html: expect.stringContaining('<p>Hello</p>') });
  });

  it('lists what arrived, the newest first, and forgets it when it is told to', async () => {
    const first = await post.submit(mail({ subject: 'first' }));
    await post.submit(mail({ subject: 'second' }));
    expect(post.list().map(({ subject }) => subject)).toEqual(['second', 'first']);
    post.clear();
    expect(post.list()).toEqual([]);
    expect(post.find(first ?? '')).toBeNull();
    expect(await post.submit(mail())).toBe('3');
  });

  it('holds a delayed mail until its time, which may be far', async () => {
    const month = 31 * 24 * 3_600_000;
    let time = 0;
    let timers: { at: number; run: () => void }[] = [];
    const after: PostOptions['after'] = (delay, run) => {
      expect(delay).toBeLessThan(2 ** 31);
      const timer = { at: time + delay, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    };
    post = await startPost({ now: () => time, after });
    expect(await post.submit(mail({ deliverAfter: month, subject: 'later' }))).toBeNull();
    expect(await post.submit(mail({ deliverAfter: month, subject: 'never' }))).toBeNull();
    while (time < month - 1) {
      time = Math.min(month - 1, ...timers.map(({ at }) => at));
      for (const timer of timers.filter(({ at }) => at <= time)) {
        timers = timers.filter((one) => one !== timer);
        timer.run();
      }
    }
    expect(post.list()).toEqual([]);
    timers.pop();
    time = month;
    timers[0]?.run();
    while (post.list().length === 0) await new Promise(setImmediate);
    expect(post.list()).toMatchObject([{ subject: 'later', receivedAt: month }]);
  });

  it('drops what waits when it is cleared', async () => {
    let cancelled = 0;
    post = await startPost({ now: () => 0, after: () => () => (cancelled += 1) });
    await post.submit(mail({ deliverAfter: 1_000 }));
    post.clear();
    expect(cancelled).toBe(1);
  });

  it('listens on this machine alone, and ends', async () => {
    const { startSmtpLoopback } = await import('./smtp-loopback.ts');
    const smtp = await startSmtpLoopback(async () => '1', 1_000);
    const greeting = await new Promise<string>((resolve, reject) => {
      const socket = connect(smtp.port, '127.0.0.1').on('error', reject);
      socket.on('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
    });
    expect(greeting).toMatch(/^220 /);
    await smtp.stop();
    await expect(
      new Promise((resolve, reject) => {
        connect(smtp.port, '127.0.0.1').on('connect', resolve).on('error', reject);
      }),
    ).rejects.toThrow(/ECONNREFUSED/);
  });
});
