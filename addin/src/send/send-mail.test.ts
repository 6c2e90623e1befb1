import {
  createSigner,
  decodeHex,
  DRAFT_KEY,
  formatDraft,
  linkMark,
  MAILBOX_SETTING,
  newDraft,
  parseDraft,
} from '@readback/core';
import { readRegistration, readStoredMailbox, readTrackingUrl } from '@readback/core';
import type { DraftState, Registration, SentState, TenantSettings } from '@readback/core';
import type { ComposeItem } from '../host/compose-item.ts';
import { APP, createFakeDesk, storedMailbox, TRACK } from '../host/fake-desk.fixture.ts';
import type { FakeDesk, FakeMail } from '../host/fake-desk.fixture.ts';
import { fail, succeed } from '../host/outcome.ts';
import { sendMail } from './send-mail.ts';
import { runWithin } from './time-limit.ts';

const SEND_LIMIT_MS = 2_500;
const OFFER = 'https://example.org/offer';
const WRITTEN = `<p>Hello <a href="${OFFER}">our offer</a></p>`;

const signing = readStoredMailbox(storedMailbox())?.signing ?? {
  mailboxId: new Uint8Array(8),
  key: new Uint8Array(32),
  epoch: 0,
  generation: 0,
};
const signer = createSigner({ ...signing, origin: TRACK });
const messageId = '0102030405060708090a0b0c';
const pixelUrl = signer.pixelUrl(decodeHex(messageId) ?? new Uint8Array(12));
const pixel = `<img src="${pixelUrl}" width="1" height="1" border="0" alt="">`;
const wrapped = WRITTEN.replace(OFFER, signer.linkUrl(decodeHex(messageId) ?? new Uint8Array(12), 0, OFFER));

/** A desk whose draft was prepared while the mail was written: the picture was handed over and stands at the end. */
function composed(
  change: Partial<FakeMail> = {},
  answers: Partial<ComposeItem> = {},
  state: Partial<DraftState> = {},
): FakeDesk {
  const draft = formatDraft({ ...newDraft(messageId), scheduled: true, ...state });
  return createFakeDesk({ body: WRITTEN + pixel, session: new Map([[DRAFT_KEY, draft]]), ...change }, answers);
}

interface Sending {
  /** Milliseconds from Send to each `completed`. */
  completedAfter: number[];
  body: string;
  sent: SentState | null;
  registration: Registration | null;
}

async function send(desk: FakeDesk): Promise<Sending> {
  const began = desk.timers.now();
  const completedAfter: number[] = [];
  const launch = { complete: () => completedAfter.push(desk.timers.now() - began) };
  runWithin(SEND_LIMIT_MS, launch, desk.timers, (limit) => sendMail(desk, limit));
  await desk.timers.advance(SEND_LIMIT_MS * 10);
  const property = desk.mail.properties.get(DRAFT_KEY);
  const [request] = desk.requests;
  return {
    completedAfter,
    body: desk.mail.body,
    sent: property === undefined ? null : (parseDraft(property)?.sent ?? null),
    registration: request?.body === undefined ? null : JSON.parse(request.body.text),
  };
}

function withSettings(desk: FakeDesk, change: Partial<TenantSettings>): FakeDesk {
  desk.settings.set(MAILBOX_SETTING, storedMailbox(change));
  return desk;
}

function on(client: FakeDesk['client'], desk: FakeDesk): FakeDesk {
  desk.client = client;
  return desk;
}

describe('sendMail on classic Outlook', () => {
  it('wraps the links, leaves the picture where Outlook put it, and says so', async () => {
    const { completedAfter, body, sent, registration } = await send(composed());
    expect(completedAfter).toEqual([0]);
    expect(body).toBe(wrapped + pixel);
    expect(sent).toMatchObject({ opens: true, links: true, opensReason: null, linksReason: null });
    expect(registration).toMatchObject({
      opens: true,
      links: true,
      subject: 'Offer',
      recipients: [{ address: 'bob@example.org', name: 'Bob' }],
      trackedLinks: [{ position: 0, destination: OFFER }],
      opensReason: null,
      linksReason: null,
    });
  });

  it('registers with a token that covers the body, at the origin that was stored with the key', async () => {
    const desk = composed();
    await send(desk);
    const [request] = desk.requests;
    const token = request?.url.replace(`${APP}/m/`, '') ?? '';
    const bytes = new TextEncoder().encode(request?.body?.text);
    expect(readRegistration(token, bytes, () => signing.key)).toMatchObject({
      ok: true,
      ref: { messageId: decodeHex(messageId) },
    });
    expect(request?.token).toBeUndefined();
    expect(request?.body?.type).toBe('text/plain');
  });

  it('makes links that lead to where they led', async () => {
    const { body } = await send(composed());
    const [, href] = /href="([^"]+)"/.exec(body) ?? [];
    expect(readTrackingUrl(href ?? '', [TRACK], () => signing.key)).toMatchObject({
      kind: 'click',
      destination: OFFER,
      position: 0,
    });
  });

  it('needs nothing of what compose should have done', async () => {
    const desk = createFakeDesk({ body: WRITTEN });
    const { body, sent, registration } = await send(desk);
    expect(body).toContain(`${TRACK}/o/`);
    expect(body).toContain(`${TRACK}/c/`);
    expect(sent).toMatchObject({ opens: true, links: true, pixelPlace: 'before-history' });
    expect(registration).toMatchObject({ opens: true, links: true });
  });

  it('takes the switches from the property when the session is gone', async () => {
    const draft = formatDraft({ ...newDraft(messageId), links: false });
    const { body } = await send(createFakeDesk({ body: WRITTEN, properties: new Map([[DRAFT_KEY, draft]]) }));
    expect(body).toContain(OFFER);
    expect(body).toContain(pixelUrl);
  });

  it('gives a forward an id of its own though it inherited the property of the forwarded mail', async () => {
    const inherited = formatDraft({
      ...newDraft(messageId),
      sent: {
        at: Date.UTC(2026, 10, 20),
        subject: linkMark('Offer'),
        opens: true,
        links: true,
        opensReason: null,
        linksReason: null,
        pixelPlace: 'end',
      },
    });
    const desk = createFakeDesk({
      subject: 'FW: Offer',
      body: WRITTEN + pixel,
      properties: new Map([[DRAFT_KEY, inherited]]),
    });
    const { body } = await send(desk);
    expect(parseDraft(desk.mail.properties.get(DRAFT_KEY) ?? '')?.messageId).not.toBe(messageId);
    expect(body).not.toContain(pixelUrl);
    expect(body.split(`${TRACK}/o/`)).toHaveLength(2);
  });

  it('keeps the id when the mail comes back from an undone send, and wraps its links once', async () => {
    const desk = composed();
    await send(desk);
    desk.mail.session.clear();
    const { body } = await send(desk);
    expect(body).toBe(wrapped + pixel);
  });

  it('keeps a picture that was signed before the master changed, and signs links with the one of today', async () => {
    const desk = composed();
    desk.settings.set(MAILBOX_SETTING, { ...storedMailbox(), epoch: 4 });
    const { body, sent } = await send(desk);
    expect(body).toContain(pixel);
    expect(body.split(`${TRACK}/o/`)).toHaveLength(2);
    const [, href] = /href="([^"]+)"/.exec(body) ?? [];
    expect(readTrackingUrl(href ?? '', [TRACK], () => signing.key)).toMatchObject({ epoch: 4 });
    expect(sent).toMatchObject({ opens: true, opensReason: null, links: true });
  });

  it('leaves single links that the sender switched off as they are', async () => {
    const other = 'https://example.org/other';
    const body = `${WRITTEN}<a href="${other}">more</a>`;
    const { body: held, registration } = await send(composed({ body: body + pixel }, {}, { leave: [linkMark(OFFER)] }));
    expect(held).toContain(`href="${OFFER}"`);
    expect(held).not.toContain(`href="${other}"`);
    expect(registration?.trackedLinks).toEqual([{ position: 1, destination: other }]);
  });

  it('does not write when nothing changes', async () => {
    const writes: string[] = [];
    const writeBody: ComposeItem['writeBody'] = (html) => {
      writes.push(html);
      return Promise.resolve(succeed(null));
    };
    await send(composed({ body: `<p>Hello</p>${pixel}` }, { writeBody }));
    expect(writes).toEqual([]);
  });

  it('says from which domain it comes, and that it quotes nothing of ours any more where the body was written', async () => {
    const older = signer.pixelUrl(new Uint8Array(12).fill(9));
    const { body, registration } = await send(composed({ body: `${WRITTEN}${pixel}<img src="${older}">` }));
    expect(body).toBe(wrapped + pixel);
    expect(registration).toMatchObject({ senderDomain: 'contoso.com', quotes: [] });
  });

  it('tells when a delayed mail goes out', async () => {
    const desk = composed();
    desk.mail.deliverAfter = desk.timers.now() + 3_600_000;
    const { registration } = await send(desk);
    expect(registration?.deliverAfter).toBe('2026-11-21T10:00:00.000Z');
  });

  it('fits the registration of a mail to hundreds into what the server takes', async () => {
    const recipients = Array.from({ length: 2_000 }, (_, at) => ({
      address: `person${at}@example.org`,
      name: `Person ${at}`,
    }));
    const desk = composed({ recipients });
    const { registration } = await send(desk);
    expect(desk.requests[0]?.body?.text.length).toBeLessThanOrEqual(32 * 1024);
    expect(registration?.recipients.length).toBeGreaterThan(100);
    expect(registration?.trackedLinks).toHaveLength(1);
  });
});

describe('sendMail on web and new Outlook', () => {
  it('lets the picture give way to the links of a new mail', async () => {
    const { body, sent } = await send(on('web', composed()));
    expect(body).toBe(wrapped);
    expect(sent).toMatchObject({ opens: false, opensReason: 'gave-way', links: true });
  });

  it('never writes the body of a reply', async () => {
    const { body, sent } = await send(on('web', composed({ composeType: 'reply' })));
    expect(body).toBe(WRITTEN + pixel);
    expect(sent).toMatchObject({ opens: true, pixelPlace: 'end', links: false, linksReason: 'reply' });
  });

  it('says which older mail of ours a reply quotes, where its picture has to stay', async () => {
    const older = signer.pixelUrl(new Uint8Array(12).fill(9));
    const body = `${WRITTEN}<img src="${older}">${pixel}`;
    const { registration } = await send(on('web', composed({ body, composeType: 'reply' })));
    expect(registration).toMatchObject({ quotes: ['090909090909090909090909'] });
  });

  it('takes a mail for a reply when Outlook does not say', async () => {
    const readComposeType: ComposeItem['readComposeType'] = () => Promise.resolve(fail('timeout'));
    const { body } = await send(on('web', composed({}, { readComposeType })));
    expect(body).toBe(WRITTEN + pixel);
  });

  it('keeps the picture when the links can’t be written after all, and its hits still count', async () => {
    const writeBody: ComposeItem['writeBody'] = () => Promise.resolve(fail('failed'));
    const { body, sent, registration } = await send(on('web', composed({}, { writeBody })));
    expect(body).toBe(WRITTEN + pixel);
    expect(sent).toMatchObject({ opens: true, opensReason: null, links: false, linksReason: 'failed' });
    expect(registration?.opens).toBe(true);
  });

  it('says that a picture that was handed over was not seen', async () => {
    const { sent } = await send(on('web', composed({ body: WRITTEN, composeType: 'reply' })));
    expect(sent).toMatchObject({ opens: true, opensReason: 'not-seen', pixelPlace: null });
  });
});

describe('sendMail on Mac', () => {
  it('puts the picture into the write of the links', async () => {
    const { body, sent } = await send(on('mac', composed({ body: WRITTEN }, {}, { scheduled: false })));
    expect(body).toBe(wrapped + pixel);
    expect(sent).toMatchObject({ opens: true, links: true, pixelPlace: 'before-history' });
  });

  it('prepends it when nothing else is written', async () => {
    const { body, sent } = await send(on('mac', composed({ body: '<p>Hello</p>' }, {}, { scheduled: false })));
    expect(body).toBe(`${pixel}<p>Hello</p>`);
    expect(sent).toMatchObject({ opens: true, links: false, linksReason: 'no-links', pixelPlace: 'start' });
  });

  it('says so when prepending fails', async () => {
    const prependToBody: ComposeItem['prependToBody'] = () => Promise.resolve(fail('failed'));
    const { sent } = await send(on('mac', composed({ body: '<p>Hello</p>' }, { prependToBody }, { scheduled: false })));
    expect(sent).toMatchObject({ opens: false, opensReason: 'failed' });
  });
});

type Case = [string, () => FakeDesk, Partial<SentState>];

describe('sendMail leaves a mail as it was written, and a reason', () => {
  const body = WRITTEN + pixel;

  it.each<Case>([
    [
      'no key',
      () => {
        const desk = composed();
        desk.settings.clear();
        return desk;
      },
      { opensReason: 'no-key', linksReason: 'no-key' },
    ],
    [
      'a key that can’t be read',
      () => {
        const desk = composed();
        desk.settings.set(MAILBOX_SETTING, { key: 1 });
        return desk;
      },
      { opensReason: 'no-key' },
    ],
    [
      'tracking switched off from afar',
      () => withSettings(composed(), { tracking: 'off' }),
      { opensReason: 'company', linksReason: 'company' },
    ],
    ['only listening', () => withSettings(composed(), { tracking: 'listen-only' }), { opensReason: 'company' }],
    ['plain text', () => composed({ format: 'text' }), { opensReason: 'plain-text', linksReason: 'plain-text' }],
    [
      'another sender',
      () => composed({ sender: 'team@contoso.com' }),
      { opensReason: 'other-sender', linksReason: 'other-sender' },
    ],
    [
      'an unknown sender',
      () => composed({}, { readSender: () => Promise.resolve(fail('failed')) }),
      { opensReason: 'sender-unreadable' },
    ],
    ['a label', () => composed({ label: 'AAAA' }), { opensReason: 'label' }],
    [
      'an unknown label',
      () => composed({}, { readLabel: () => Promise.resolve(fail('timeout')) }),
      { opensReason: 'label-unreadable' },
    ],
    [
      'a cloud attachment',
      () => composed({ attachments: [{ inline: false, cloud: true }] }),
      { opens: true, linksReason: 'cloud-attachment' },
    ],
    [
      'unknown attachments',
      () => composed({}, { readAttachments: () => Promise.resolve(fail('failed')) }),
      { opens: true, linksReason: 'attachments-unreadable' },
    ],
    [
      'a body that can’t be read',
      () => composed({}, { readBody: () => Promise.resolve(fail('failed')) }),
      { opensReason: 'body-unreadable' },
    ],
    [
      'an unknown format',
      () => composed({}, { readFormat: () => Promise.resolve(fail('threw')) }),
      { opensReason: 'body-unreadable' },
    ],
    [
      'a write that fails',
      () => composed({}, { writeBody: () => Promise.resolve(fail('failed')) }),
      { opens: true, links: false, linksReason: 'failed' },
    ],
    [
      'a write that throws',
      () => composed({}, { writeBody: () => Promise.resolve(fail('threw')) }),
      { links: false, linksReason: 'failed' },
    ],
    [
      'a write that does nothing',
      () => composed({}, { writeBody: () => Promise.resolve(succeed(null)) }),
      { links: false, linksReason: 'differs' },
    ],
  ])('%s', async (_, open, sent) => {
    const desk = open();
    const sending = await send(desk);
    expect(sending.completedAfter).toEqual([0]);
    expect(sending.body).toBe(body);
    expect(sending.sent).toMatchObject(sent);
  });

  it.each<[string, string]>([
    ['a pasted picture', '<img src="cid:image001.png@01DC">'],
    ['a picture without a source', '<img alt="logo">'],
    ['a picture of a Mac', '<img src="~WRS%7b5A%7d.fld/image001.png">'],
    ['a picture in the text', '<img src="data:image/png;base64,AAAA">'],
    ['a background', '<table background="cid:bg"><tr><td>x</td></tr></table>'],
    ['a background in CSS', '<td style="background:url(\'cid:bg\')">x</td>'],
    [
      'a VML picture in a conditional comment',
      '<!--[if gte vml 1]><v:shape><v:imagedata src="cid:a"/></v:shape><![endif]-->',
    ],
    ['a VML picture', '<v:fill src="file:///C:/Temp/a.png"/>'],
  ])('%s', async (_, picture) => {
    const html = WRITTEN + picture + pixel;
    const { body: held, sent } = await send(composed({ body: html }));
    expect(held).toBe(html);
    expect(sent).toMatchObject({ opens: true, links: false, linksReason: 'unsafe-image' });
  });

  it('a body beyond the limit', async () => {
    const html = `${WRITTEN}${'x'.repeat(900_000)}${pixel}`;
    const { body: held, sent } = await send(composed({ body: html }));
    expect(held).toBe(html);
    expect(sent).toMatchObject({ opens: true, linksReason: 'too-long' });
  });

  it('a label that the company called harmless does not stand in the way', async () => {
    const { body: held } = await send(withSettings(composed({ label: 'AAAA' }), { harmlessLabels: ['aaaa'] }));
    expect(held).toBe(wrapped + pixel);
  });
});

/** An answer that comes so late. */
function late<T>(desk: () => FakeDesk, milliseconds: number, answer: () => T): Promise<T> {
  return new Promise((resolve) => desk().timers.after(milliseconds, () => resolve(answer())));
}

const silence: () => Promise<never> = () => new Promise(() => undefined);

describe('sendMail against time and other add-ins', () => {
  const names = [
    'readFormat',
    'readBody',
    'readSubject',
    'readRecipients',
    'readSender',
    'readAttachments',
    'readComposeType',
    'readLabel',
    'readDeliveryTime',
    'readSession',
    'readProperty',
    'writeBody',
    'writeProperty',
    'writeSession',
  ] as const;

  it.each(names)('completes once at the limit though %s never answers', async (name) => {
    const { completedAfter } = await send(composed({ session: new Map() }, { [name]: silence }));
    expect(completedAfter).toEqual([SEND_LIMIT_MS]);
  });

  it('completes though a fault of our own stops it', async () => {
    const desk = composed({ session: new Map() });
    desk.entropy = () => {
      throw new Error('a fault of our own');
    };
    const { completedAfter, body } = await send(desk);
    expect(completedAfter).toEqual([0]);
    expect(body).toBe(WRITTEN + pixel);
  });

  it('gives up when the body changed since it was read', async () => {
    let reads = 0;
    const desk: FakeDesk = composed(
      {},
      {
        readBody: () => {
          reads += 1;
          if (reads === 2) desk.mail.body = `${WRITTEN}<p>Disclaimer</p>${pixel}`;
          return Promise.resolve(succeed(desk.mail.body));
        },
      },
    );
    const { body, sent } = await send(desk);
    expect(body).toBe(`${WRITTEN}<p>Disclaimer</p>${pixel}`);
    expect(sent).toMatchObject({ opens: true, links: false, linksReason: 'changed' });
  });

  it('doesn’t take a link that the reply quotes for one of its own', async () => {
    const older = signer.linkUrl(
      Uint8Array.from({ length: 12 }, (_, at) => at + 40),
      0,
      OFFER,
    );
    const reply = `${WRITTEN}<div id="divRplyFwdMsg"></div><blockquote><a href="${older}">earlier</a></blockquote>`;
    let reads = 0;
    const desk: FakeDesk = composed(
      { composeType: 'reply' },
      {
        readBody: () => {
          reads += 1;
          return Promise.resolve(succeed(reads === 1 ? reply : `${reply}<p>Disclaimer</p>`));
        },
      },
    );
    const { sent } = await send(desk);
    expect(sent).toMatchObject({ links: false, linksReason: 'changed' });
  });

  it('stops when another add-in wrote after it, and never writes the original back', async () => {
    const desk: FakeDesk = composed(
      {},
      {
        writeBody: (html) => {
          desk.mail.body = `${html}<p>Disclaimer</p>`;
          return Promise.resolve(succeed(null));
        },
      },
    );
    const { body, sent } = await send(desk);
    expect(body).toBe(`${wrapped}${pixel}<p>Disclaimer</p>`);
    expect(sent).toMatchObject({ opens: true, links: true, linksReason: 'differs' });
  });

  it('stops when the write lost a picture', async () => {
    const picture = '<img src="https://example.org/logo.png">';
    const desk: FakeDesk = composed(
      { body: WRITTEN + picture + pixel },
      {
        writeBody: (html) => {
          desk.mail.body = html.replace(picture, '');
          return Promise.resolve(succeed(null));
        },
      },
    );
    expect((await send(desk)).sent).toMatchObject({ linksReason: 'differs' });
  });

  it('is content when Outlook writes the same in other markup', async () => {
    const desk: FakeDesk = composed(
      {},
      {
        writeBody: (html) => {
          desk.mail.body = `<html><body>\r\n${html.replace('<p>', '<p class="MsoNormal">').replace('Hello ', 'Hello&nbsp;\r\n')}</body></html>`;
          return Promise.resolve(succeed(null));
        },
      },
    );
    expect((await send(desk)).sent).toMatchObject({ opens: true, links: true, opensReason: null, linksReason: null });
  });

  it('believes the body when a write timed out and happened all the same', async () => {
    const desk: FakeDesk = composed(
      {},
      {
        writeBody: (html) => {
          desk.mail.body = html;
          return Promise.resolve(fail('timeout'));
        },
      },
    );
    expect((await send(desk)).sent).toMatchObject({ links: true, linksReason: null });
  });

  it('begins no write when too little time is left to look at it', async () => {
    let wrote = false;
    const desk: FakeDesk = composed(
      {},
      {
        readBody: () =>
          late(
            () => desk,
            900,
            () => succeed(desk.mail.body),
          ),
        writeBody: () => {
          wrote = true;
          return Promise.resolve(succeed(null));
        },
      },
    );
    const { completedAfter, sent } = await send(desk);
    expect(wrote).toBe(false);
    expect(completedAfter).toEqual([1_800]);
    expect(sent).toMatchObject({ opens: true, linksReason: 'too-slow' });
  });

  it('tells the server of no link where reading the mail left no time to write', async () => {
    const desk: FakeDesk = composed(
      {},
      {
        readBody: () =>
          late(
            () => desk,
            1_800,
            () => succeed(desk.mail.body),
          ),
      },
    );
    const { completedAfter, body, sent, registration } = await send(desk);
    expect(completedAfter).toEqual([1_800]);
    expect(body).toBe(WRITTEN + pixel);
    const told = { opens: true, links: false, opensReason: null, linksReason: 'too-slow' };
    expect(sent).toMatchObject(told);
    expect(registration).toMatchObject({ ...told, trackedLinks: [] });
  });

  it.each<[string, number, number]>([
    ['answers at once', 0, 0],
    ['answers soon', 200, 200],
    ['answers too late', 301, 300],
    ['never answers', 60_000, 300],
  ])('waits at most 0.3 s for a server that %s', async (_, delay, waited) => {
    const desk = composed();
    desk.answer = () =>
      late(
        () => desk,
        delay,
        () => succeed({ status: 200, text: '{}' }),
      );
    const { completedAfter, body } = await send(desk);
    expect(completedAfter).toEqual([waited]);
    expect(body).toBe(wrapped + pixel);
  });

  it('sends all the same when the network is down', async () => {
    const desk = composed();
    desk.answer = () => Promise.resolve(fail('failed'));
    const { completedAfter, body, sent } = await send(desk);
    expect(completedAfter).toEqual([0]);
    expect(body).toBe(wrapped + pixel);
    expect(sent).toMatchObject({ opens: true, links: true });
  });

  it('sends all the same when telling the server fails through a fault of our own', async () => {
    const desk = composed();
    desk.network = () => {
      throw new Error('a fault of our own');
    };
    const { completedAfter, body } = await send(desk);
    expect(completedAfter).toEqual([0]);
    expect(body).toBe(wrapped + pixel);
  });

  it('has told the server before it writes', async () => {
    const order: string[] = [];
    const desk = composed(
      {},
      {
        writeBody: () => {
          order.push('write');
          return Promise.resolve(fail('failed'));
        },
      },
    );
    desk.answer = () => {
      order.push('register');
      return silence();
    };
    await send(desk);
    expect(order).toEqual(['register', 'write']);
  });
});

describe('sendMail keeps to a no', () => {
  const no = { opens: false, links: false };

  it('takes its picture out of the body and tells the server nothing but the no', async () => {
    const { body, registration } = await send(composed({}, {}, no));
    expect(body).toBe(WRITTEN);
    expect(registration).toMatchObject({
      opens: false,
      links: false,
      subject: '',
      recipients: [],
      trackedLinks: [],
      opensReason: 'mail',
      linksReason: 'mail',
    });
  });

  it('tells the server where it can’t take it out', async () => {
    const { body, registration } = await send(on('web', composed({ composeType: 'reply' }, {}, no)));
    expect(body).toBe(WRITTEN + pixel);
    expect(registration).toMatchObject({ opens: false, links: false });
  });

  it('tells nobody about a mail that never held anything of ours', async () => {
    const desk = composed({ body: WRITTEN }, {}, { ...no, scheduled: false });
    const { body, sent } = await send(desk);
    expect(desk.requests).toEqual([]);
    expect(body).toBe(WRITTEN);
    expect(sent).toMatchObject({ opensReason: 'mail', linksReason: 'mail' });
  });

  it('tells the server of a mail that became plain text after its picture was handed over', async () => {
    const { registration } = await send(composed({ format: 'text' }));
    expect(registration).toMatchObject({ opens: false, links: false, opensReason: 'plain-text' });
  });
});
