import {
  formatDraft,
  linkMark,
  MAX_DRAFT_TEXT,
  newDraft,
  PANE_KEY,
  planTracking,
  readStoredMailbox,
} from '@readback/core';
import type { MailboxAccess, TenantSettings } from '@readback/core';
import fc from 'fast-check';
import { findDraft, openDraft, settleDraft } from '../../host/compose-draft.ts';
import type { ComposeItem } from '../../host/compose-item.ts';
import { createFakeDesk, storedMailbox } from '../../host/fake-desk.fixture.ts';
import type { FakeDesk } from '../../host/fake-desk.fixture.ts';
import { INTRODUCTION_SETTING } from '../../host/first-week.ts';
import { done, fail } from '../../host/outcome.ts';
import { createBar } from './create-bar.ts';
import { openDraftSwitches, SwitchNotSaved } from './draft-switches.ts';
import type { DraftView } from './draft-view.ts';
import { predict } from './predict.ts';
import { sharedReason } from './shared-reason.ts';

function accessOf(change: Partial<TenantSettings> = {}): MailboxAccess {
  const access = readStoredMailbox(storedMailbox(change));
  if (access === null) throw new Error('the stored mailbox is whole');
  return access;
}

const OFFER = 'https://example.org/offer';
const open = (desk: FakeDesk, access = accessOf()) =>
  openDraftSwitches({ ...desk, draftKey: PANE_KEY }, access, createBar(desk.item));
const pixelOf = (access: MailboxAccess, messageId = '') => planTracking(access, { messageId, leave: [] }).pixelUrl;
const positions = ({ opens, links }: DraftView) => [opens.position, links.position];
const fates = ({ linkList }: DraftView) => linkList.map(({ fate }) => fate);

describe('the switches of a mail that is written', () => {
  it('say what will happen on Send, with every link and its reason', async () => {
    const body = `<p><a href="${OFFER}">our offer</a> <a href="mailto:a@b.example">Anna</a> <a href="https://x.example/">x.example</a></p>`;
    const view = await open(createFakeDesk({ body })).read();
    expect(view).toEqual({
      opens: { position: 'on', reason: null },
      links: { position: 'on', reason: null },
      readable: true,
      wish: { opens: true, links: true },
      sample: {
        text: 'our offer',
        address: expect.stringMatching(/^https:\/\/track\.contoso\.com\/c\//),
        tracked: true,
      },
      linkList: [
        { position: 0, destination: OFFER, text: 'our offer', untracked: null, fate: 'tracked' },
        { position: 1, destination: 'mailto:a@b.example', text: 'Anna', untracked: 'not-http', fate: 'untracked' },
        { position: 2, destination: 'https://x.example/', text: 'x.example', untracked: 'url-text', fate: 'untracked' },
      ],
    });
  });

  it('hand the picture to Outlook where the compose handler did not', async () => {
    const desk = createFakeDesk();
    await open(desk).read();
    expect(desk.mail.appended).toContain('/o/');
    expect(desk.mail.session.get(PANE_KEY)).toContain('"scheduled":true');
  });

  it('leave the picture alone while nothing changed, and hand it over once plain text became HTML', async () => {
    const desk = createFakeDesk({ format: 'text', body: 'Hello' });
    const switches = open(desk);
    expect(positions(await switches.read())).toEqual(['cannot', 'cannot']);
    expect(desk.mail.appended).toBeNull();
    desk.mail.format = 'html';
    await switches.read();
    expect(desk.mail.appended).toContain('/o/');
    desk.mail.appended = 'untouched since';
    await switches.read();
    expect(desk.mail.appended).toBe('untouched since');
  });

  it('take the picture back when opens are switched off, and keep the switch with the mail', async () => {
    const desk = createFakeDesk();
    const switches = open(desk);
    await switches.read();
    const off = await switches.change({ what: 'opens', on: false });
    expect(off.opens).toEqual({ position: 'off', reason: 'mail' });
    expect(desk.mail.appended).toBeNull();
    // Another pane, or this one opened again.
    expect(positions(await open(desk).read())).toEqual(['off', 'on']);
    const on = await switches.change({ what: 'opens', on: true });
    expect(positions(on)).toEqual(['on', 'on']);
    expect(desk.mail.appended).toContain('/o/');
  });

  it('switch single links, by where they lead', async () => {
    const body = `<p><a href="${OFFER}">one</a> <a href="https://example.org/b">two</a> <a href="${OFFER}">again</a></p>`;
    const switches = open(createFakeDesk({ body }));
    expect(fates(await switches.change({ what: 'link', destination: OFFER, on: false }))).toEqual([
      'left',
      'tracked',
      'left',
    ]);
    expect(fates(await switches.change({ what: 'link', destination: OFFER, on: true }))).toEqual([
      'tracked',
      'tracked',
      'tracked',
    ]);
  });

  it('show a link as its recipient will find it', async () => {
    const body = `<a href="https://x.example/">x.example</a> <a href="${OFFER}">our offer</a> <a href="https://example.org/b">b</a>`;
    const switches = open(createFakeDesk({ body }));
    const own: unknown = expect.stringMatching(/^https:\/\/track\.contoso\.com\/c\//);
    expect((await switches.read()).sample).toEqual({ text: 'our offer', address: own, tracked: true });
    const left = await switches.change({ what: 'link', destination: OFFER, on: false });
    expect(left.sample).toEqual({ text: 'b', address: own, tracked: true });
    const off = await switches.change({ what: 'links', on: false });
    expect(off.sample).toEqual({ text: 'x.example', address: 'https://x.example/', tracked: false });
  });

  it('go by the person’s defaults until one of them is pressed', async () => {
    const stored = storedMailbox();
    const access = readStoredMailbox({ ...stored, personal: { opens: false, links: true } });
    if (access === null) throw new Error('the stored mailbox is whole');
    const switches = open(createFakeDesk(), access);
    expect(await switches.read()).toMatchObject({
      opens: { position: 'off', reason: 'personal' },
      wish: { opens: false, links: true },
    });
    expect((await switches.change({ what: 'opens', on: true })).wish).toEqual({ opens: true, links: true });
  });

  it('take away a bar that no longer holds', async () => {
    const desk = createFakeDesk();
    desk.settings.set(INTRODUCTION_SETTING, { at: 0 });
    desk.mail.notice = 'Readback doesn’t track this mail.';
    await open(desk).read();
    await desk.timers.advance(0);
    expect(desk.mail.notice).toBeNull();
  });

  it('wait for a link where there is none yet', async () => {
    const switches = open(createFakeDesk({ body: '<p>Hello</p>' }));
    expect((await switches.read()).links).toEqual({ position: 'waiting', reason: 'no-links' });
  });

  it('make two changes at once one after the other', async () => {
    const switches = open(createFakeDesk());
    const [, second] = await Promise.all([
      switches.change({ what: 'opens', on: false }),
      switches.change({ what: 'links', on: false }),
    ]);
    expect(positions(second)).toEqual(['off', 'off']);
  });

  it('say so when Outlook did not keep a change, and go on working', async () => {
    const lost = { writeSession: () => Promise.resolve(fail('failed')), writeProperty: () => Promise.resolve(done) };
    const switches = open(createFakeDesk({}, lost));
    await expect(switches.change({ what: 'opens', on: false })).rejects.toThrow(SwitchNotSaved);
    expect(positions(await switches.read())).toEqual(['on', 'on']);
  });

  it('switch all links off rather than forget one, when there are too many to keep', async () => {
    const desk = createFakeDesk({ body: `<a href="${OFFER}">our offer</a>` });
    const draft = { ...newDraft('ff'.repeat(12)), scheduled: true };
    const leave: string[] = [];
    // Marks of other links, until the next one doesn't fit.
    while (JSON.stringify({ ...draft, leave }).length < MAX_DRAFT_TEXT - 8) leave.push(String(100_000 + leave.length));
    desk.mail.session.set('readback', formatDraft({ ...draft, leave }));
    const switches = open(desk);
    expect((await switches.read()).links.position).toBe('on');
    const view = await switches.change({ what: 'link', destination: OFFER, on: false });
    expect(view.links).toEqual({ position: 'off', reason: 'mail' });
  });

  it.each([
    ['sent as somebody else', { sender: 'team@contoso.com' }, {}, 'other-sender'],
    ['plain text', { format: 'text' as const }, {}, 'plain-text'],
    ['switched off by the company', {}, { tracking: 'listen-only' as const }, 'company'],
  ])('name the one reason that stands against both: %s', async (_, mail, settings, reason) => {
    const view = await open(createFakeDesk(mail), accessOf(settings)).read();
    expect(positions(view)).toEqual(['cannot', 'cannot']);
    expect(sharedReason(view)).toBe(reason);
  });

  it('say which of the two Outlook on the web allows, and why', async () => {
    const desk = createFakeDesk();
    desk.client = 'web';
    const switches = open(desk);
    expect(await switches.read()).toMatchObject({
      opens: { position: 'cannot', reason: 'gave-way' },
      links: { position: 'on' },
    });
    expect(await switches.change({ what: 'links', on: false })).toMatchObject({
      opens: { position: 'on' },
      links: { position: 'off' },
    });
  });

  it('say that the text is unknown where Outlook keeps it back', async () => {
    const switches = open(createFakeDesk({}, { readBody: () => Promise.resolve(fail('timeout')) }));
    const view = await switches.read();
    expect(view).toMatchObject({ readable: false, linkList: [], opens: { reason: 'body-unreadable' } });
  });
});

/** The same mail behind an Outlook that answers each call when the scheduler lets it. */
function slowed(desk: FakeDesk, scheduler: fc.Scheduler): FakeDesk {
  const { item } = desk;
  const late =
    <Arguments extends unknown[], Answer>(call: (...given: Arguments) => Promise<Answer>) =>
    async (...given: Arguments): Promise<Answer> => {
      await scheduler.schedule(Promise.resolve(), call.name);
      return call(...given);
    };
  const slow: ComposeItem = {
    ...item,
    readFormat: late(item.readFormat),
    readSender: late(item.readSender),
    appendOnSend: late(item.appendOnSend),
    readSession: late(item.readSession),
    writeSession: late(item.writeSession),
    readProperty: late(item.readProperty),
    writeProperty: late(item.writeProperty),
  };
  return { ...desk, item: slow };
}

describe('a switch that is pressed while the compose handler is at work', () => {
  const body = `<p><a href="${OFFER}">our offer</a></p>`;
  const begun = newDraft('ee'.repeat(12));

  it.each([
    ['a new mail', ''],
    ['a mail that has its id', formatDraft(begun)],
  ])('holds in every order of what Outlook answers: %s', async (_, stored) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.constantFrom('opens', 'links', 'link'), async (scheduler, what) => {
        const desk = createFakeDesk({ body });
        if (stored !== '') desk.mail.session.set('readback', stored);
        const access = accessOf();
        const slow = slowed(desk, scheduler);
        const handler = async () => settleDraft(slow, access, await openDraft(slow, access));
        const pane = async () => {
          const switches = open(slow);
          await switches.read();
          const change =
            what === 'link' ? ({ what, destination: OFFER, on: false } as const) : ({ what, on: false } as const);
          return switches.change(change);
        };
        await scheduler.waitFor(Promise.all([handler(), pane()]));
        const kept = await findDraft(desk, access);
        const left = what === 'link' ? { leave: [linkMark(OFFER)] } : { [what]: false };
        expect(kept).toMatchObject(left);
        // What outlives the session says the same.
        expect(desk.mail.properties.get('readback')).toContain(JSON.stringify(left).slice(1, -1));
        expect(desk.mail.appended === null).toBe(what === 'opens');
        if (what !== 'opens') expect(desk.mail.appended).toContain(pixelOf(access, kept?.messageId));
      }),
    );
  });
});

describe('what the pane shows until Outlook has answered', () => {
  it.each([
    [{ what: 'opens', on: false } as const],
    [{ what: 'links', on: false } as const],
    [{ what: 'link', destination: OFFER, on: false } as const],
  ])('is what then holds: %j', async (change) => {
    const switches = open(createFakeDesk({ body: `<a href="${OFFER}">a</a> <a href="https://example.org/b">b</a>` }));
    const before = await switches.read();
    const after = await switches.change(change);
    const predicted = predict(before, change);
    expect(positions(predicted)).toEqual(positions(after));
    expect(predicted.wish).toEqual(after.wish);
    if (change.what === 'link') expect(fates(predicted)).toEqual(fates(after));
  });
});
