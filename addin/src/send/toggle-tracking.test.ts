import { DRAFT_KEY, parseDraft } from '@readback/core';
import { createFakeDesk } from '../host/fake-desk.fixture.ts';
import type { FakeDesk } from '../host/fake-desk.fixture.ts';
import { fail } from '../host/outcome.ts';
import { composeMail } from './compose-mail.ts';
import { toggleTracking } from './toggle-tracking.ts';

function stateOf(desk: FakeDesk): ReturnType<typeof parseDraft> {
  return parseDraft(desk.mail.session.get(DRAFT_KEY) ?? '');
}

describe('toggleTracking', () => {
  it('switches opens and links of the mail off, takes the picture back and says so', async () => {
    const desk = createFakeDesk();
    await composeMail(desk);
    await toggleTracking(desk);
    expect(stateOf(desk)).toMatchObject({ opens: false, links: false, scheduled: false });
    expect(desk.mail.appended).toBeNull();
    expect(desk.mail.notice).toMatch(/won't track this mail/);
  });

  it('follows the sender’s default again when pressed again', async () => {
    const desk = createFakeDesk();
    await composeMail(desk);
    const before = stateOf(desk);
    await toggleTracking(desk);
    await toggleTracking(desk);
    expect(stateOf(desk)).toEqual(before);
    expect(desk.mail.appended).not.toBeNull();
    expect(desk.mail.notice).toMatch(/opens and clicks/);
  });

  it('switches off what is half off', async () => {
    const desk = createFakeDesk();
    await composeMail(desk);
    const half = { ...stateOf(desk), opens: false };
    desk.mail.session.set(DRAFT_KEY, JSON.stringify(half));
    await toggleTracking(desk);
    expect(stateOf(desk)).toMatchObject({ opens: false, links: false });
  });

  it('works on a mail whose compose handler never ran', async () => {
    const desk = createFakeDesk();
    await toggleTracking(desk);
    expect(stateOf(desk)).toMatchObject({ opens: false, links: false });
  });

  it('keeps the no though no key is stored yet', async () => {
    const desk = createFakeDesk();
    desk.settings.clear();
    await toggleTracking(desk);
    expect(stateOf(desk)).toMatchObject({ opens: false, links: false });
    expect(desk.mail.notice).toMatch(/won't track/);
  });

  it('doesn’t say no where Outlook didn’t keep it', async () => {
    const desk = createFakeDesk();
    await composeMail(desk);
    desk.item.writeSession = () => Promise.resolve(fail('failed'));
    await toggleTracking(desk);
    expect(stateOf(desk)).toMatchObject({ opens: null, links: null });
    expect(desk.mail.notice).toMatch(/opens and clicks/);
    expect(desk.mail.appended).not.toBeNull();
  });

  it('doesn’t say no where Outlook didn’t keep it and no key is stored yet', async () => {
    const desk = createFakeDesk();
    desk.settings.clear();
    desk.item.writeSession = () => Promise.resolve(fail('failed'));
    desk.item.writeProperty = () => Promise.resolve(fail('failed'));
    await toggleTracking(desk);
    expect(desk.mail.notice).toMatch(/doesn't track this mail/);
  });

  it('speaks Outlook’s language', async () => {
    const desk = createFakeDesk();
    desk.language = 'de-DE';
    await toggleTracking(desk);
    expect(desk.mail.notice).toMatch(/verfolgt diese E-Mail nicht/);
  });
});
