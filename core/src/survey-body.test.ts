import { readBodyLook } from './body-look.ts';
import { newDraft } from './draft.ts';
import { accessOf } from './mailbox.fixture.ts';
import { prepareBody } from './prepare-body.ts';
import { findOwnTraces, quotedMessages, surveyBody } from './survey-body.ts';
import { planTracking } from './tracking-plan.ts';

const messageId = '0102030405060708090a0b0c';
const otherId = 'ffffffffffffffffffffffff';
const OFFER = 'https://example.org/offer';
const written = `<p>Hello <a href="${OFFER}">our offer</a></p>`;

const plan = planTracking(accessOf(), newDraft(messageId));
const older = planTracking(accessOf(), newDraft(otherId));
const pixel = (url: string): string => `<img src="${url}" width="1" height="1" border="0" alt="">`;

describe('surveyBody', () => {
  it('describes a new mail', () => {
    const { facts } = surveyBody(written, plan, false);
    expect(facts).toEqual({
      length: prepareBody(written, { ...plan, pixelUrl: null }).html.length,
      reply: false,
      images: 'none',
      holdsPixel: false,
      holdsOwn: false,
      trackableLinks: 1,
    });
  });

  it('does not count its own picture among the pictures', () => {
    expect(surveyBody(written + pixel(plan.pixelUrl), plan, false).facts).toMatchObject({
      images: 'none',
      holdsPixel: true,
      holdsOwn: false,
    });
  });

  it.each<[string, string]>([
    ['the picture of another message', pixel(older.pixelUrl)],
    ['a wrapped link of another message', `<a href="${older.linkUrl(OFFER, 0)}">x</a>`],
    ['a wrapped link of this message', `<a href="${plan.linkUrl(OFFER, 0)}">x</a>`],
    ['its picture twice', pixel(plan.pixelUrl) + pixel(plan.pixelUrl)],
  ])('finds traces of us: %s', (_, html) => {
    const { facts } = surveyBody(html, plan, false);
    expect(facts).toMatchObject({ holdsOwn: true, images: 'none' });
  });

  it('counts an older picture of ours for no picture of the mail', () => {
    expect(surveyBody(written + pixel(older.pixelUrl), plan, false).facts).toMatchObject({
      images: 'none',
      holdsPixel: false,
    });
  });

  it('keeps the picture of this message that was signed with another master', () => {
    const access = accessOf();
    const rotated = planTracking({ ...access, signing: { ...access.signing, epoch: 4 } }, newDraft(messageId));
    const html = written + pixel(plan.pixelUrl);
    const survey = surveyBody(html, rotated, false);
    expect(survey.facts).toMatchObject({ holdsPixel: true, holdsOwn: false });
    expect(prepareBody(html, { ...survey.plan, linkUrl: null })).toMatchObject({ html, pixel: 'already-there' });
  });

  it('takes a link in a quoted mail for a reply, whatever Outlook says', () => {
    const quoted = `${written}<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: Bob</div><a href="https://b.example/">b</a>`;
    expect(surveyBody(quoted, plan, false).facts.reply).toBe(true);
  });

  it('measures what would be written, not only what is there', () => {
    expect(surveyBody(written, plan, false).facts.length).toBeGreaterThan(written.length);
  });
});

describe('findOwnTraces', () => {
  const link = (url: string): string => `<a href="${url}">our offer</a>`;

  it.each<[string, string, ReturnType<typeof findOwnTraces>]>([
    ['nothing of ours', written, { pixel: false, links: false }],
    ['the picture', pixel(plan.pixelUrl), { pixel: true, links: false }],
    ['a tracked link', link(plan.linkUrl(OFFER, 4)), { pixel: false, links: true }],
    [
      'traces of an older message',
      pixel(older.pixelUrl) + link(older.linkUrl(OFFER, 0)),
      { pixel: false, links: false },
    ],
    ['a link to the picture', link(plan.pixelUrl), { pixel: false, links: false }],
  ])('finds what belongs to the message in a body with %s', (_, html, traces) => {
    expect(findOwnTraces(readBodyLook(html), plan)).toEqual(traces);
  });
});

describe('quotedMessages', () => {
  const yesterday = 'fe5e1000000000000000aaaa';
  const lastYear = 'fe600000000000000000bbbb';
  const planOf = (id: string) => planTracking(accessOf(), newDraft(id));

  it('names other messages of the mailbox by their pictures and links, the newest first', () => {
    const html = [
      pixel(plan.pixelUrl),
      pixel(planOf(lastYear).pixelUrl),
      `<a href="${planOf(yesterday).linkUrl(OFFER, 3)}">x</a>`,
      `<a href="${planOf(lastYear).linkUrl(OFFER, 0)}">y</a>`,
    ].join('');
    expect(quotedMessages(html, plan)).toEqual([yesterday, lastYear]);
  });

  it('finds a picture behind the proxy of Google', () => {
    const html = pixel(`https://ci3.googleusercontent.com/meips/A=s0-d-e1-ft#${planOf(yesterday).pixelUrl}`);
    expect(quotedMessages(html, plan)).toEqual([yesterday]);
  });

  it('leaves out messages of colleagues', () => {
    const access = accessOf();
    const colleague = { ...access, signing: { ...access.signing, mailboxId: new Uint8Array(8) } };
    expect(quotedMessages(pixel(planTracking(colleague, newDraft(yesterday)).pixelUrl), plan)).toEqual([]);
  });

  it('names at most 20', () => {
    const ids = Array.from({ length: 30 }, (_, at) => `fe5e100000000000000000${String(at + 10)}`);
    const html = ids.map((id) => pixel(planOf(id).pixelUrl)).join('');
    expect(quotedMessages(html, plan)).toEqual(ids.slice(0, 20));
  });
});
