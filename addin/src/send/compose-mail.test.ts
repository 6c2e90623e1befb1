import { DRAFT_KEY, formatDraft, linkMark, MAILBOX_SETTING, newDraft, parseDraft } from '@readback/core';
import type { StoredMailbox, TenantSettings } from '@readback/core';
import type { ComposeItem } from '../host/compose-item.ts';
import { APP, createFakeDesk, OWN_ADDRESS, settingsOf, storedMailbox, TRACK } from '../host/fake-desk.fixture.ts';
import type { FakeDesk } from '../host/fake-desk.fixture.ts';
import type { NetworkRequest } from '../host/network.ts';
import { INTRODUCTION_SETTING } from '../host/first-week.ts';
import { done, fail, succeed } from '../host/outcome.ts';
import { composeMail } from './compose-mail.ts';
import { toggleTracking } from './toggle-tracking.ts';

const DAY_MS = 24 * 3_600_000;
const FAILURE_SETTING = 'silent-sign-in';
const messageId = '0102030405060708090a0b0c';

function stateIn(texts: Map<string, string>): ReturnType<typeof parseDraft> {
  return parseDraft(texts.get(DRAFT_KEY) ?? '');
}

/** A server that answers these addresses below the add-in's origin. */
function serve(desk: FakeDesk, answers: Readonly<Record<string, object>>): void {
  desk.answer = ({ url }) => {
    const answer = answers[url.slice(APP.length)];
    const reply = answer === undefined ? { status: 404, text: '' } : { status: 200, text: JSON.stringify(answer) };
    return Promise.resolve(succeed(reply));
  };
}

const paths = (requests: readonly NetworkRequest[]): string[] =>
  requests.map(({ method, url }) => `${method} ${url.slice(APP.length)}`);

describe('the bar above a mail that is begun', () => {
  const introduced = (desk: FakeDesk, daysAgo: number): void => {
    desk.settings.set(INTRODUCTION_SETTING, { at: desk.timers.now() - daysAgo * DAY_MS });
  };

  it.each([
    ['is there before the introduction', null, /opens and clicks/],
    ['is there in the first week', 6, /opens and clicks/],
    ['is gone after it', 7, null],
  ])('%s', async (_, daysAgo, text) => {
    const desk = createFakeDesk();
    if (daysAgo !== null) introduced(desk, daysAgo);
    await composeMail(desk);
    if (text === null) expect(desk.mail.notice).toBeNull();
    else expect(desk.mail.notice).toMatch(text);
  });

  it.each([
    ['stands above plain text, which isn’t tracked against the default', { format: 'text' as const }, {}, true],
    ['leaves a mail alone that its sender wants untracked', {}, { opens: false, links: false }, false],
    ['leaves it alone in plain text too', { format: 'text' as const }, { opens: false, links: false }, false],
  ])('%s', async (_, mail, personal, isThere) => {
    const desk = createFakeDesk(mail);
    introduced(desk, 30);
    const stored = storedMailbox();
    desk.settings.set(MAILBOX_SETTING, { ...stored, personal: { ...stored.personal, ...personal } });
    await composeMail(desk);
    expect(desk.mail.notice !== null).toBe(isThere);
  });

  it.each<[string, Partial<TenantSettings>]>([
    ['has switched everything off', { opens: false, links: false }],
    ['only listens', { tracking: 'listen-only' }],
  ])('never nags where the company %s', async (_, settings) => {
    const desk = createFakeDesk();
    introduced(desk, 30);
    desk.settings.set(MAILBOX_SETTING, storedMailbox(settings));
    await composeMail(desk);
    expect(desk.mail.notice).toBeNull();
  });

  it('isn’t there without a key: nobody asked for tracking yet', async () => {
    const desk = createFakeDesk();
    desk.settings.clear();
    await composeMail(desk);
    expect(desk.mail.notice).toBeNull();
  });
});

describe('composeMail with a key', () => {
  it('gives the mail an id and hands its picture to Outlook', async () => {
    const desk = createFakeDesk();
    await composeMail(desk);
    expect(desk.mail.appended).toMatch(`<img src="${TRACK}/o/`);
    expect(stateIn(desk.mail.session)).toMatchObject({ scheduled: true, sent: null });
    expect(desk.mail.properties.get(DRAFT_KEY)).toBe(desk.mail.session.get(DRAFT_KEY));
  });

  it('changes nothing when the event comes twice', async () => {
    const desk = createFakeDesk();
    await composeMail(desk);
    const { appended } = desk.mail;
    const state = desk.mail.session.get(DRAFT_KEY);
    await composeMail(desk);
    expect(desk.mail.appended).toBe(appended);
    expect(desk.mail.session.get(DRAFT_KEY)).toBe(state);
  });

  it('goes on with the id of a draft that was closed', async () => {
    const kept = formatDraft({ ...newDraft(messageId), opens: false });
    const desk = createFakeDesk({ properties: new Map([[DRAFT_KEY, kept]]) });
    await composeMail(desk);
    expect(stateIn(desk.mail.session)).toMatchObject({ messageId, opens: false });
    expect(desk.mail.appended).toBeNull();
  });

  it('gives a forward an id of its own', async () => {
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
    const desk = createFakeDesk({ subject: 'FW: Offer', properties: new Map([[DRAFT_KEY, inherited]]) });
    await composeMail(desk);
    expect(stateIn(desk.mail.session)?.messageId).not.toBe(messageId);
    expect(stateIn(desk.mail.properties)?.sent).toBeNull();
  });

  it('does not append the picture again to a mail that came back from an undone send with it', async () => {
    const desk = createFakeDesk({ composeType: 'reply' });
    await composeMail(desk);
    desk.mail.body += desk.mail.appended ?? '';
    const sent = {
      at: desk.timers.now(),
      subject: linkMark('Offer'),
      opens: true,
      links: true,
      opensReason: null,
      linksReason: null,
      pixelPlace: null,
    };
    desk.mail.properties.set(DRAFT_KEY, JSON.stringify({ ...stateIn(desk.mail.session), sent }));
    desk.mail.session.clear();
    desk.mail.appended = null;
    await composeMail(desk);
    expect(desk.mail.appended).toBeNull();
  });

  it('agrees with another runtime that gave the draft an id meanwhile', async () => {
    const others = formatDraft(newDraft(messageId));
    const desk: FakeDesk = createFakeDesk(
      {},
      {
        writeSession: (name, value) => {
          desk.mail.session.set(name, desk.mail.session.size === 0 ? others : value);
          return Promise.resolve(succeed(null));
        },
      },
    );
    await composeMail(desk);
    expect(stateIn(desk.mail.session)?.messageId).toBe(messageId);
  });

  it.each<[string, Parameters<typeof createFakeDesk>[0], Partial<TenantSettings>]>([
    ['plain text', { format: 'text' }, {}],
    ['another sender', { sender: 'team@contoso.com' }, {}],
    ['a label that may protect', { label: 'aaaa' }, {}],
    ['a company that only listens', {}, { tracking: 'listen-only' }],
    ['a company without opens', {}, { opens: false }],
  ])('hands over no picture for %s', async (_, mail, settings) => {
    const desk = createFakeDesk(mail);
    desk.settings.set(MAILBOX_SETTING, storedMailbox(settings));
    await composeMail(desk);
    expect(desk.mail.appended).toBeNull();
    expect(stateIn(desk.mail.session)).toMatchObject({ scheduled: false });
  });

  it('takes back what it handed over when the company switches opens off', async () => {
    const desk = createFakeDesk();
    await composeMail(desk);
    serve(desk, { '/settings': settingsOf({ opens: false }) });
    await composeMail(desk);
    expect(desk.mail.appended).toBeNull();
    expect(stateIn(desk.mail.session)).toMatchObject({ scheduled: false });
  });

  it('hands over nothing on Mac, where an appended picture becomes an attachment', async () => {
    const desk = createFakeDesk();
    desk.client = 'mac';
    await composeMail(desk);
    expect(desk.mail.appended).toBeNull();
  });

  it('says that nothing is scheduled when Outlook refuses the picture', async () => {
    const appendOnSend: ComposeItem['appendOnSend'] = () => Promise.resolve(fail('failed'));
    const desk = createFakeDesk({}, { appendOnSend });
    await composeMail(desk);
    expect(stateIn(desk.mail.session)).toMatchObject({ scheduled: false });
  });

  it('counts the picture as handed over when Outlook doesn’t answer, so that it is taken back with a no', async () => {
    const orders: (string | null)[] = [];
    const appendOnSend: ComposeItem['appendOnSend'] = (html) => {
      orders.push(html);
      return Promise.resolve(html === null ? done : fail('timeout'));
    };
    const desk = createFakeDesk({}, { appendOnSend });
    await composeMail(desk);
    expect(stateIn(desk.mail.session)).toMatchObject({ scheduled: true });
    await toggleTracking(desk);
    expect(orders.at(-1)).toBeNull();
    expect(stateIn(desk.mail.session)).toMatchObject({ scheduled: false });
  });

  it('keeps new settings with the key, and the key as it is', async () => {
    const desk = createFakeDesk();
    const settings = settingsOf({ tracking: 'opens' });
    serve(desk, { '/settings': settings });
    await composeMail(desk);
    expect(desk.settings.get(MAILBOX_SETTING)).toEqual({ ...storedMailbox(), settings });
  });

  it.each<[string, FakeDesk['answer']]>([
    ['is down', () => Promise.resolve(fail('failed'))],
    ['answers an error', () => Promise.resolve(succeed({ status: 503, text: '{}' }))],
    ['answers a page', () => Promise.resolve(succeed({ status: 200, text: '<html>Sign in to the Wi-Fi</html>' }))],
    ['answers half', () => Promise.resolve(succeed({ status: 200, text: '{"tracking":"off"}' }))],
  ])('goes on with the settings it has when the server %s', async (_, answer) => {
    const desk = createFakeDesk();
    desk.answer = answer;
    await composeMail(desk);
    expect(desk.mail.appended).not.toBeNull();
    expect(desk.settings.get(MAILBOX_SETTING)).toEqual(storedMailbox());
  });

  it('asks Outlook for no token', async () => {
    const desk = createFakeDesk();
    let asked = false;
    desk.token = () => {
      asked = true;
      return Promise.resolve(succeed('token'));
    };
    await composeMail(desk);
    expect(asked).toBe(false);
    expect(paths(desk.requests)).toEqual(['GET /settings']);
  });
});

describe('composeMail without a key', () => {
  const { appOrigin: _, ...answer }: StoredMailbox = storedMailbox();

  function withoutKey(): FakeDesk {
    const desk = createFakeDesk();
    desk.settings.clear();
    desk.token = () => Promise.resolve(succeed('a-token'));
    serve(desk, { '/settings': settingsOf(), '/api/mailbox': answer });
    return desk;
  }

  it('fetches it with a token that Outlook gives silently, and tracks this mail already', async () => {
    const desk = withoutKey();
    await composeMail(desk);
    expect(paths(desk.requests)).toEqual(['GET /settings', 'POST /api/mailbox']);
    expect(desk.requests[1]).toMatchObject({
      token: 'a-token',
      body: { text: JSON.stringify({ address: OWN_ADDRESS }) },
    });
    expect(desk.settings.get(MAILBOX_SETTING)).toEqual(storedMailbox());
    expect(desk.mail.appended).not.toBeNull();
  });

  it('asks nobody where it doesn’t know its server: classic Outlook before the first pane', async () => {
    const desk = withoutKey();
    desk.origin = null;
    await composeMail(desk);
    expect(desk.requests).toEqual([]);
  });

  it('asks no token where the company switched that off for this Outlook', async () => {
    const desk = withoutKey();
    const { clients } = settingsOf();
    const settings = settingsOf({ clients: { ...clients, classic: { ...clients.classic, silentSignIn: false } } });
    serve(desk, { '/settings': settings, '/api/mailbox': answer });
    await composeMail(desk);
    expect(paths(desk.requests)).toEqual(['GET /settings']);
  });

  it('tries again a day after a failure, not before', async () => {
    const desk = withoutKey();
    desk.token = () => Promise.resolve(fail('timeout'));
    await composeMail(desk);
    expect(desk.settings.get(FAILURE_SETTING)).toEqual({ at: desk.timers.now() });

    desk.requests = [];
    desk.token = () => Promise.resolve(succeed('a-token'));
    await desk.timers.advance(DAY_MS - 1);
    await composeMail(desk);
    expect(desk.requests).toEqual([]);

    await desk.timers.advance(1);
    await composeMail(desk);
    expect(desk.settings.get(MAILBOX_SETTING)).toEqual(storedMailbox());
  });

  it.each<[string, Readonly<Record<string, object>>]>([
    ['refuses the account', { '/settings': settingsOf() }],
    ['answers something else', { '/settings': settingsOf(), '/api/mailbox': { key: 1 } }],
  ])('stores no key when the server %s', async (_name, answers) => {
    const desk = withoutKey();
    serve(desk, answers);
    await composeMail(desk);
    expect(desk.settings.has(MAILBOX_SETTING)).toBe(false);
    expect(desk.mail.appended).toBeNull();
  });
});
