import { encodeHex, linkMark, messageTime, prepareBody, readBodyLook, readTrackingUrl } from '@readback/core';
import type { MailUntrackedReason } from '@readback/core';
import type { ClientName, Setting } from '../../simulator/src/outlook/client-profile.ts';
import type { MailContent, OutgoingMail } from '../../simulator/src/outlook/mail.ts';
import type { Draft, OtherAddin, SendOutcome } from '../../simulator/src/outlook/outlook.ts';
import { bundleHandlers } from '../../scripts/build/handlers.ts';
import { ADA, HANDLER_LIMIT_MS, ROOT, setHandlerStage, storedMailbox, TRACK } from './handler-stage.ts';
import type { HandlerStage, HandlerStageOptions } from './handler-stage.ts';

/*
 * The cases of the send path (outlook-cases.md, part B), played by the built file in a simulated Outlook: on each client, once
 * as documented, and with all reported bugs at once. Bugs that take turns go by the number of the draft, so each case is played
 * from several numbers on.
 */

type Client = Exclude<ClientName, 'mobile'>;

const CLIENTS: readonly Client[] = ['web', 'classic', 'mac'];
const SETTINGS: readonly { setting: Setting; firstDraft: number }[] = [
  { setting: 'documented', firstDraft: 1 },
  { setting: 'worst', firstDraft: 1 },
  { setting: 'worst', firstDraft: 2 },
  { setting: 'worst', firstDraft: 3 },
];

const DAY_MS = 24 * 3_600_000;
/** The one key of the stage: what is signed with it is the mailbox's own, whatever the epoch. */
const KEY = Uint8Array.from({ length: 32 }, (_, at) => at);

const OFFER = 'https://example.org/offer?a=1&b=2';
const HELLO = `<p>Hello Ada, see <a href="${OFFER.replace('&', '&amp;')}">our offer</a>.</p>`;
const NO_LINK = '<p>Hello Ada.</p>';

/** A mail that was sent, and what it was before. */
interface Sending {
  written: MailContent;
  outcome: SendOutcome;
}

interface Case {
  name: string;
  options?: HandlerStageOptions;
  /** Which clients; default all that run handlers. */
  clients?: readonly Client[];
  play(stage: HandlerStage): Promise<Sending>;
  /** What of ours leaves with the mail where all is as documented: `picture`, `links`, both or nothing. */
  leaves: Readonly<Record<Client, string>>;
  /** Why not, in the order opens, links, where all is as documented. */
  because?: Partial<Readonly<Record<Client, readonly [MailUntrackedReason | null, MailUntrackedReason | null]>>>;
}

const everywhere = (what: string): Case['leaves'] => ({ web: what, classic: what, mac: what });

async function press(stage: HandlerStage, draft: Draft, options: { at?: number } = {}): Promise<Sending> {
  const written = draft.content;
  return { written, outcome: await stage.clock.until(stage.outlook.pressSend(draft, options)) };
}

async function writeAndPress(stage: HandlerStage, html: string, change: Partial<MailContent> = {}): Promise<Sending> {
  return press(stage, await stage.write(html, change));
}

/** A mail of an earlier day, tracked in full, as it lies in Sent Items. */
async function sendEarlier(stage: HandlerStage): Promise<SendOutcome> {
  const { outcome } = await writeAndPress(stage, HELLO);
  await stage.clock.advance(DAY_MS);
  return outcome;
}

const NO_SECRETS: OtherAddin = {
  name: 'No secrets',
  when: 'after',
  write: (html) => html,
  refuse: (html) => (html.includes('secret') ? 'Take out the secret.' : null),
};

async function writeRefused(stage: HandlerStage, html: string): Promise<Sending> {
  const draft = await stage.write(`${html}<p>A secret.</p>`);
  const { outcome } = await press(stage, draft);
  expect(outcome).toMatchObject({ result: 'held', reason: 'Take out the secret.' });
  await stage.settle();
  draft.edit({ body: draft.content.body.replace('secret', 'promise') });
  await stage.settle();
  return press(stage, draft);
}

const attachment = {
  id: 'a1',
  contentType: 'application/pdf',
  size: 9,
  isInline: false,
  contentId: null,
  isCloud: false,
};

const CASES: readonly Case[] = [
  {
    name: 'a new mail with a link',
    play: (stage) => writeAndPress(stage, HELLO),
    leaves: { web: 'links', classic: 'picture links', mac: 'picture links' },
    because: { web: ['gave-way', null], classic: [null, null], mac: [null, null] },
  },
  {
    name: 'a new mail without a link',
    play: (stage) => writeAndPress(stage, NO_LINK),
    leaves: everywhere('picture'),
    because: { web: [null, 'no-links'], classic: [null, 'no-links'], mac: [null, 'no-links'] },
  },
  {
    name: 'a reply',
    play: async (stage) => {
      const body = `<html><body><p>Question about <a href="https://fabrikam.example/">this</a></p></body></html>`;
      const draft = stage.outlook.reply(stage.outlook.receive({ from: ADA, subject: 'Question', body }), 'reply');
      await stage.settle();
      draft.write(HELLO);
      return press(stage, draft);
    },
    leaves: { web: 'picture', classic: 'picture links', mac: 'picture links' },
    because: { web: [null, 'reply'] },
  },
  {
    name: 'a reply to a mail of ours: one picture, the one of this mail, where the body is written',
    play: async (stage) => {
      const { mail } = await sendEarlier(stage);
      const body = `<html><body><p>Thanks.</p><blockquote>${stage.left[0]?.body ?? ''}</blockquote></body></html>`;
      const conversationId = mail?.conversationId ?? '';
      const draft = stage.outlook.reply(
        stage.outlook.receive({ from: ADA, subject: 'RE: Offer', body, conversationId }),
        'reply',
      );
      await stage.settle();
      draft.write(HELLO);
      return press(stage, draft);
    },
    leaves: { web: 'picture', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'the forward of a mail of ours gets an id of its own',
    play: async (stage) => {
      const { mail } = await sendEarlier(stage);
      if (mail === null) throw new Error('The first mail was not sent.');
      const draft = stage.outlook.reply(mail, 'forward');
      await stage.settle();
      draft.edit({ to: [ADA] });
      draft.write(HELLO);
      return press(stage, draft);
    },
    leaves: { web: 'picture', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'a draft that was closed and opened again',
    play: async (stage) => {
      const draft = await stage.write(HELLO);
      const kept = stage.outlook.save(draft);
      stage.outlook.close(draft, 'save');
      await stage.clock.advance(DAY_MS);
      const again = stage.outlook.reopen(kept);
      await stage.settle();
      return press(stage, again);
    },
    leaves: { web: 'links', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'a compose event that comes twice',
    options: { quirks: { on: ['compose-event-twice'] } },
    play: (stage) => writeAndPress(stage, NO_LINK),
    leaves: everywhere('picture'),
  },
  {
    name: 'a compose event that never comes',
    options: { quirks: { on: ['compose-event-missing'] } },
    play: (stage) => writeAndPress(stage, NO_LINK),
    leaves: { web: '', classic: 'picture', mac: 'picture' },
    because: { web: ['not-scheduled', 'no-links'] },
  },
  {
    name: 'Send pressed while the compose handler still runs',
    play: async (stage) => {
      const draft = stage.outlook.newMail({ subject: 'Offer', to: [ADA] });
      await stage.clock.advance(125);
      draft.write(NO_LINK);
      return press(stage, draft);
    },
    leaves: { web: '', classic: 'picture', mac: 'picture' },
  },
  {
    name: 'Send pressed while the compose handler still runs, and goes on beside it',
    options: { quirks: { off: ['compose-ends-at-send'] } },
    play: async (stage) => {
      const draft = stage.outlook.newMail({ subject: 'Offer', to: [ADA] });
      await stage.clock.advance(125);
      draft.write(HELLO);
      return press(stage, draft);
    },
    leaves: { web: 'links', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'plain text',
    play: (stage) => writeAndPress(stage, `Hello, see ${OFFER}`, { format: 'text' }),
    leaves: everywhere(''),
    because: {
      web: ['plain-text', 'plain-text'],
      classic: ['plain-text', 'plain-text'],
      mac: ['plain-text', 'plain-text'],
    },
  },
  {
    name: 'plain text that becomes HTML',
    play: async (stage) => {
      const draft = await stage.write('Hello', { format: 'text' });
      draft.setFormat('html');
      return press(stage, draft);
    },
    leaves: { web: '', classic: 'picture', mac: 'picture' },
    because: { web: ['not-scheduled', 'no-links'] },
  },
  {
    name: 'HTML that becomes plain text',
    options: { quirks: { off: ['append-shown-in-text'] } },
    play: async (stage) => {
      const draft = await stage.write(HELLO);
      draft.setFormat('text');
      return press(stage, draft);
    },
    leaves: everywhere(''),
    because: {
      web: ['plain-text', 'plain-text'],
      classic: ['plain-text', 'plain-text'],
      mac: ['plain-text', 'plain-text'],
    },
  },
  {
    name: 'switched off in the ribbon after its picture was handed over',
    play: async (stage) => {
      const draft = await stage.write(HELLO);
      await stage.clock.until(stage.outlook.pressCommand('toggleTracking', draft));
      await stage.settle();
      return press(stage, draft);
    },
    leaves: everywhere(''),
    because: { web: ['mail', 'mail'], classic: ['mail', 'mail'], mac: ['mail', 'mail'] },
  },
  {
    name: 'switched off and on again',
    play: async (stage) => {
      const draft = await stage.write(NO_LINK);
      await stage.clock.until(stage.outlook.pressCommand('toggleTracking', draft));
      await stage.settle();
      await stage.clock.until(stage.outlook.pressCommand('toggleTracking', draft));
      await stage.settle();
      return press(stage, draft);
    },
    leaves: everywhere('picture'),
  },
  {
    name: 'a recipient who is added late',
    play: async (stage) => {
      const draft = await stage.write(HELLO, { to: [] });
      draft.edit({ to: [ADA], bcc: [{ name: 'Carl', address: 'carl@fabrikam.example' }] });
      return press(stage, draft);
    },
    leaves: { web: 'links', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'a send that was undone, edited and sent again',
    clients: ['web'],
    options: { undoSeconds: 10, quirks: { off: ['send-lost-after-undo'] } },
    play: async (stage) => {
      const draft = await stage.write(HELLO);
      const sending = stage.outlook.pressSend(draft);
      await stage.clock.advance(8_000);
      stage.outlook.undoSend(draft);
      await stage.clock.until(sending);
      await stage.settle();
      draft.edit({ body: draft.content.body.replace('Hello', 'Dear') });
      return press(stage, draft);
    },
    leaves: { ...everywhere(''), web: 'links' },
  },
  {
    name: 'an undone reply: its picture is not appended twice',
    clients: ['web'],
    options: { undoSeconds: 10, quirks: { off: ['send-lost-after-undo'] } },
    play: async (stage) => {
      const body = '<html><body><p>Question</p></body></html>';
      const draft = stage.outlook.reply(stage.outlook.receive({ from: ADA, subject: 'Question', body }), 'reply');
      await stage.settle();
      draft.write(NO_LINK);
      const sending = stage.outlook.pressSend(draft);
      await stage.clock.advance(8_000);
      stage.outlook.undoSend(draft);
      await stage.clock.until(sending);
      await stage.settle();
      return press(stage, draft);
    },
    leaves: { ...everywhere(''), web: 'picture' },
  },
  {
    name: 'a send that another add-in refused, edited and sent again: links wrapped once',
    options: { otherAddins: [NO_SECRETS] },
    play: (stage) => writeRefused(stage, HELLO),
    leaves: { web: 'links', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'a send that another add-in refused, edited and sent again: one picture',
    options: { otherAddins: [NO_SECRETS] },
    play: (stage) => writeRefused(stage, NO_LINK),
    leaves: everywhere('picture'),
  },
  {
    name: 'two drafts that are sent at once: each under an id of its own',
    play: async (stage) => {
      const drafts = [await stage.write(HELLO), await stage.write(HELLO, { subject: 'Another offer' })] as const;
      const first = stage.outlook.pressSend(drafts[0]);
      await stage.clock.advance(50);
      const second = await press(stage, drafts[1]);
      await stage.clock.until(first);
      const ids = stage.left.flatMap(({ body }) => [...new Set(tracesOfMail(body).map(({ id }) => id))]);
      expect(new Set(ids).size).toBe(ids.length);
      return second;
    },
    leaves: { web: 'links', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'Schedule send',
    play: async (stage) => {
      const draft = await stage.write(NO_LINK);
      return press(stage, draft, { at: stage.clock.now() + DAY_MS });
    },
    leaves: everywhere('picture'),
  },
  {
    name: 'a mail of ours pasted into a new one: wrapped once, with the new id',
    play: async (stage) => {
      await sendEarlier(stage);
      return writeAndPress(stage, /<p[\s\S]*<\/p>/.exec(stage.left[0]?.body ?? '')?.[0] ?? HELLO);
    },
    leaves: { web: 'links', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'no key yet, and Outlook gives no token',
    options: { stored: null },
    play: (stage) => writeAndPress(stage, HELLO),
    leaves: everywhere(''),
    because: { web: ['no-key', 'no-key'], classic: ['no-key', 'no-key'], mac: ['no-key', 'no-key'] },
  },
  {
    name: 'no key yet, and Outlook gives a token',
    options: { stored: null, getToken: () => Promise.resolve('token') },
    play: (stage) => writeAndPress(stage, NO_LINK),
    leaves: { web: 'picture', classic: '', mac: 'picture' },
  },
  {
    name: 'a master that changed between compose and Send',
    play: async (stage) => {
      const draft = await stage.write(NO_LINK);
      stage.store({ ...storedMailbox(), epoch: 4 });
      return press(stage, draft);
    },
    leaves: everywhere('picture'),
  },
  {
    name: 'sent as somebody else',
    play: async (stage) => {
      const draft = await stage.write(HELLO);
      draft.edit({ from: { name: 'Team', address: 'team@contoso.example' } });
      return press(stage, draft);
    },
    // The picture was handed over before the sender changed; where the body isn't written it stays, and counts nothing.
    leaves: { web: 'picture', classic: 'picture', mac: '' },
    because: {
      web: ['other-sender', 'other-sender'],
      classic: ['other-sender', 'other-sender'],
      mac: ['other-sender', 'other-sender'],
    },
  },
  {
    name: 'a label that may protect the mail',
    options: { profile: { labels: [{ id: 'aaaa', name: 'Secret', encrypts: true }] } },
    play: (stage) => writeAndPress(stage, HELLO, { label: { id: 'aaaa', name: 'Secret', encrypts: true } }),
    leaves: everywhere(''),
    because: { web: ['label', 'label'], classic: ['label', 'label'], mac: ['label', 'label'] },
  },
  {
    name: 'a pasted picture',
    play: async (stage) => {
      const draft = await stage.write(`${HELLO}<p><img src="cid:image001.png@01" width="200" height="100"></p>`);
      draft.attach({
        ...attachment,
        name: 'image001.png',
        contentType: 'image/png',
        isInline: true,
        contentId: 'image001.png@01',
      });
      return press(stage, draft);
    },
    leaves: everywhere('picture'),
    because: { web: [null, 'unsafe-image'], classic: [null, 'unsafe-image'], mac: [null, 'unsafe-image'] },
  },
  {
    name: 'a picture from the network',
    play: (stage) =>
      writeAndPress(stage, `${HELLO}<p><img src="https://contoso.example/logo.png" width="20" height="20"></p>`),
    leaves: { web: 'picture', classic: 'picture links', mac: 'picture links' },
    because: { web: [null, 'images'] },
  },
  {
    name: 'a cloud attachment',
    play: async (stage) => {
      const draft = await stage.write(HELLO);
      draft.attach({ ...attachment, name: 'plan.docx', isCloud: true });
      return press(stage, draft);
    },
    leaves: everywhere('picture'),
    because: { web: [null, 'cloud-attachment'], classic: [null, 'cloud-attachment'], mac: [null, 'cloud-attachment'] },
  },
  {
    name: 'a file attachment',
    play: async (stage) => {
      const draft = await stage.write(HELLO);
      draft.attach({ ...attachment, name: 'plan.pdf' });
      return press(stage, draft);
    },
    leaves: { web: 'links', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'a body beyond the limit',
    play: (stage) => writeAndPress(stage, `${HELLO}<p title="${'long '.repeat(190_000)}">Long</p>`),
    leaves: everywhere('picture'),
    because: { web: [null, 'too-long'], classic: [null, 'too-long'], mac: [null, 'too-long'] },
  },
  {
    name: 'another add-in that writes before',
    options: {
      otherAddins: [
        { name: 'Signature', when: 'before', write: (html) => html.replace(/(<\/body>|$)/i, '<p>Robin</p>$1') },
      ],
    },
    play: (stage) => writeAndPress(stage, HELLO),
    leaves: { web: 'links', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'another add-in that writes between our reading and writing',
    options: { quirks: { on: ['addin-writes-between'] } },
    play: (stage) => writeAndPress(stage, HELLO),
    leaves: { web: 'picture', classic: 'picture', mac: '' },
    because: { web: [null, 'changed'], classic: [null, 'changed'], mac: ['changed', 'changed'] },
  },
  {
    name: 'the server down',
    options: { serve: () => Promise.reject(new Error('no network')) },
    play: (stage) => writeAndPress(stage, HELLO),
    leaves: { web: 'links', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'a server that never answers',
    options: { serve: () => new Promise(() => undefined) },
    play: (stage) => writeAndPress(stage, HELLO),
    leaves: { web: 'links', classic: 'picture links', mac: 'picture links' },
  },
  {
    name: 'the company only listens',
    options: {
      stored: storedMailbox({ tracking: 'listen-only' }),
      serve: () => Promise.reject(new Error('no network')),
    },
    play: (stage) => writeAndPress(stage, HELLO),
    leaves: everywhere(''),
    because: { web: ['company', 'company'], classic: ['company', 'company'], mac: ['company', 'company'] },
  },
  {
    name: 'the company wants nothing written at Send',
    options: { stored: storedMailbox({ tracking: 'opens' }), serve: () => Promise.reject(new Error('no network')) },
    play: (stage) => writeAndPress(stage, HELLO),
    leaves: { web: 'picture', classic: 'picture', mac: '' },
    because: { web: [null, 'company'], classic: [null, 'company'], mac: ['company', 'company'] },
  },
];

let script = '';

beforeAll(async () => {
  script = await bundleHandlers(ROOT);
});

/** What of ours a body holds: pictures and links, each with the id of its message as hex. */
function ownTraces(html: string): { kind: 'open' | 'click'; id: string; time: number }[] {
  const { pictures, links } = readBodyLook(html);
  return [...pictures, ...links].flatMap((url) => {
    const ref = readTrackingUrl(url, [TRACK], () => KEY);
    return ref === null ? [] : [{ kind: ref.kind, id: encodeHex(ref.messageId), time: messageTime(ref.messageId) }];
  });
}

/** Those of the mail itself, whose id is the newest; a quoted mail of ours is a day older. */
function tracesOfMail(html: string): ReturnType<typeof ownTraces> {
  const traces = ownTraces(html);
  const newest = Math.max(...traces.map(({ time }) => time));
  return traces.filter(({ time }) => newest - time < DAY_MS / 2);
}

/** What a reader sees and where links lead, without anything of ours, and without what another add-in put in. */
function lookWithoutOurs(body: string): object {
  const { html } = prepareBody(body, { ownOrigins: [TRACK], pixelUrl: null, linkUrl: null });
  const { text, pictures, furtherPictures, links } = readBodyLook(html);
  return {
    text: text.replaceAll('Thismailisconfidential.', '').replaceAll('Robin', ''),
    pictures,
    furtherPictures,
    links,
  };
}

describe.each(CASES)('$name', (one) => {
  const clients = CLIENTS.filter((client) => one.clients === undefined || one.clients.includes(client));
  const rows = clients.flatMap((client) => SETTINGS.map((row) => ({ client, ...row })));

  it.each(rows)('on $client, $setting, from draft $firstDraft', async ({ client, ...row }) => {
    const stage = setHandlerStage(script, { client, ...row, ...one.options });
    const sending = await one.play(stage);
    const { written, outcome } = sending;
    const mail = expectSentOnce(stage, outcome);
    expectUnharmed(mail, written);
    const traces = tracesOfMail(mail.body);
    const pictures = traces.filter(({ kind }) => kind === 'open');
    expect(pictures.length).toBeLessThanOrEqual(1);
    expect(new Set(traces.map(({ id }) => id)).size).toBeLessThanOrEqual(1);
    // Where the body was written, older pictures of ours are gone.
    if (traces.length > pictures.length)
      expect(ownTraces(mail.body).filter(({ kind }) => kind === 'open')).toEqual(pictures);
    if (row.setting === 'documented') expectPromised(stage, { sending, traces, client, one });
  });
});

function expectSentOnce(stage: HandlerStage, { result, mail, handler }: SendOutcome): OutgoingMail {
  expect(result).toBe('sent');
  const sent = stage.left.filter(({ sentAt }) => sentAt === mail?.sentAt);
  expect(sent).toHaveLength(1);
  expect(handler).toMatchObject({ completions: 1, failure: null, options: { allowEvent: true } });
  expect((handler?.completedAt ?? Infinity) - (handler?.startedAt ?? 0)).toBeLessThanOrEqual(HANDLER_LIMIT_MS);
  for (const run of stage.outlook.runs) expect(run.completions).toBeLessThanOrEqual(1);
  const [left] = sent;
  if (left === undefined) throw new Error('Nothing left the mailbox.');
  return left;
}

function expectUnharmed(mail: OutgoingMail, written: MailContent): void {
  expect(lookWithoutOurs(mail.body)).toEqual(lookWithoutOurs(written.body));
  expect(mail.format).toBe(written.format);
  expect(mail.attachments.map(({ name }) => name)).toEqual(written.attachments.map(({ name }) => name));
}

interface Promised {
  sending: Sending;
  traces: ReturnType<typeof ownTraces>;
  client: Client;
  one: Case;
}

/** What was promised leaves with the mail, and there is a reason for the rest. */
function expectPromised(stage: HandlerStage, { sending, traces, client, one }: Promised): void {
  const hasPicture = traces.some(({ kind }) => kind === 'open');
  const hasLinks = traces.some(({ kind }) => kind === 'click');
  expect([...(hasPicture ? ['picture'] : []), ...(hasLinks ? ['links'] : [])].join(' ')).toBe(one.leaves[client]);

  const sent = stage.stateOf(sending.outcome.mail?.id ?? '')?.sent;
  const because = one.because?.[client];
  expect(sent).toMatchObject({
    subject: linkMark(sending.written.subject),
    ...(because !== undefined && { opensReason: because[0], linksReason: because[1] }),
  });
  const registration = stage.registrations.at(-1);
  // What is told before the write can't know that it will fail (docs/decisions/0041-registration-says-what-is-allowed.md).
  if (registration !== undefined && sent?.linksReason !== 'changed') {
    expect(registration).toMatchObject({ opensReason: sent?.opensReason, linksReason: sent?.linksReason });
  }
  if (!hasPicture) expect(sent?.opensReason).not.toBeNull();
  if (!hasLinks) expect(sent?.linksReason).not.toBeNull();
}

describe('on phones, which raise no event of a send', () => {
  it.each(['documented', 'worst'] as const)('a mail goes out as written, %s', async (setting) => {
    const stage = setHandlerStage(script, { client: 'mobile', setting });
    const { written, outcome } = await writeAndPress(stage, HELLO);
    expect(outcome).toMatchObject({ result: 'sent', handler: null });
    expect(stage.left.map(({ body }) => body)).toEqual([written.body]);
    expect(stage.requests).toEqual([]);
  });
});

describe('a Send of which the server hears', () => {
  it.each(CLIENTS)('is told once on %s, with who it goes to and where its links lead', async (client) => {
    const stage = setHandlerStage(script, { client });
    await writeAndPress(stage, HELLO, { cc: [{ name: 'Carl', address: 'carl@fabrikam.example' }] });
    expect(stage.requests).toEqual(['/settings', '/m']);
    expect(stage.registrations).toEqual([
      expect.objectContaining({
        links: true,
        subject: 'Offer',
        recipients: [
          { address: 'ada@fabrikam.example', name: 'Ada' },
          { address: 'carl@fabrikam.example', name: 'Carl' },
        ],
        trackedLinks: [{ position: 0, destination: OFFER }],
      }),
    ]);
  });

  it('is told when it will be delivered', async () => {
    const stage = setHandlerStage(script, { client: 'web' });
    const at = stage.clock.now() + 7 * DAY_MS;
    await press(stage, await stage.write(NO_LINK), { at });
    expect(stage.registrations).toMatchObject([{ deliverAfter: new Date(at).toISOString() }]);
  });
});
