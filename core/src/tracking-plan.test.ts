import { linkMark, newDraft } from './draft.ts';
import { accessOf } from './mailbox.fixture.ts';
import { prepareBody } from './prepare-body.ts';
import { planTracking } from './tracking-plan.ts';

const messageId = '0102030405060708090a0b0c';
const otherId = 'ffffffffffffffffffffffff';
const OFFER = 'https://example.org/offer';
const written = `<p>Hello <a href="${OFFER}">our offer</a></p>`;

const plan = planTracking(accessOf(), newDraft(messageId));

describe('planTracking', () => {
  it('makes the addresses of one message', () => {
    const other = planTracking(accessOf(), newDraft(otherId));
    expect(plan.pixelUrl).toMatch(/^https:\/\/track\.contoso\.com\/o\//);
    expect(other.pixelUrl).not.toBe(plan.pixelUrl);
    expect(plan.linkUrl(OFFER, 0)).not.toBe(plan.linkUrl(OFFER, 1));
  });

  it('leaves links that the sender switched off where they lead', () => {
    const leaving = planTracking(accessOf(), { messageId, leave: [linkMark(OFFER)] });
    expect(leaving.linkUrl(OFFER, 0)).toBe(OFFER);
    const { html, links } = prepareBody(written, { ...leaving, pixelUrl: null });
    expect(html).toBe(written);
    expect(links.filter((link) => leaving.tracks(link))).toEqual([]);
  });

  it('keeps to the rules of the company', () => {
    const excluding = planTracking(accessOf({ excludedHosts: ['example.org'] }), newDraft(messageId));
    expect(prepareBody(written, excluding).links[0]?.untracked).toBe('excluded');
  });
});
