import { prepareBody } from '../prepare-body.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { messageId, ORIGIN, segmentOf, signerOf, signingKey } from '../token/signing.fixture.ts';
import { PIXEL, planOf, tracked } from './plan.fixture.ts';

const OFFER = 'https://example.org/offer?a=1&b=2';
const OFFER_HREF = 'https://example.org/offer?a=1&amp;b=2';
const OLD_ORIGIN = 'https://old.contoso.com';
const old = signerOf(signingKey(2, 9), OLD_ORIGIN);
const older = (destination: string) => old.linkUrl(new Uint8Array(12), 40, destination);
const listed = planOf({ ownOrigins: [ORIGIN, OLD_ORIGIN], linkUrl: null, pixelUrl: null });
const wrapping = planOf({ ownOrigins: [ORIGIN, OLD_ORIGIN], pixelUrl: null });
const linkTo = (href: string, text = 'our offer') => `<a href="${href}">${text}</a>`;

describe('a link of ours', () => {
  it.each([
    ['as it was made', older(OFFER)],
    ['of this very message', tracked(OFFER, 3)],
    ['in another', older(tracked(OFFER))],
    ['in another of the same origin, four times', tracked(tracked(tracked(tracked(OFFER))))],
    ['with the host in capitals', older(OFFER).replace('old.contoso', 'OLD.Contoso')],
    ['that asks to be shown', `${older(OFFER)}+`],
    ['with junk behind it', `${older(OFFER)}).`],
    ['with a query that a gateway appended', `${older(OFFER)}?utm_source=mail`],
    ['with a fragment', `${older(OFFER)}#top`],
    ['with blanks around it', `  ${older(OFFER)}\n`],
    ['broken over lines', older(OFFER).replace('/c/', '/c/\n')],
    ['with a character reference in it', older(OFFER).replace('/c/', '&#x2F;c&sol;')],
  ])('is unwrapped: %s', (_, href) => {
    expect(prepareBody(linkTo(href), listed)).toMatchObject({
      html: linkTo(OFFER_HREF),
      links: [{ destination: OFFER, untracked: 'off' }],
    });
  });

  it('is wrapped anew where links are tracked', () => {
    const { html, links } = prepareBody(linkTo(older(OFFER)), wrapping);
    expect(html).toBe(linkTo(tracked(OFFER)));
    expect(links).toEqual([{ position: 0, destination: OFFER, text: 'our offer', untracked: null }]);
  });

  it.each([
    ['quoted history', `<div class="gmail_quote">${linkTo(older(OFFER))}</div>`, 'quoted'],
    ['the signature', `<div id="Signature">${linkTo(older(OFFER))}</div>`, 'signature'],
    ['a mail with a base', `<base href="https://example.org/">${linkTo(older(OFFER))}`, 'base-href'],
    ['a link that shows an address', linkTo(older(OFFER), 'example.org'), 'url-text'],
  ])('is unwrapped in %s too, and stays so', (_, html, untracked) => {
    const prepared = prepareBody(html, wrapping);
    expect(prepared.html).toBe(html.replace(older(OFFER), OFFER_HREF));
    expect(prepared.links).toMatchObject([{ destination: OFFER, untracked }]);
  });

  it('is unwrapped whoever signed it', () => {
    const bytes = segmentOf(tracked(OFFER));
    const forged = `${ORIGIN}/c/${bytes.slice(0, 40)}AAAA${bytes.slice(44)}`;
    expect(prepareBody(linkTo(forged), listed).html).toBe(linkTo(OFFER_HREF));
  });

  it.each([
    ['an old picture', older(OFFER).replace(/\/c\/.*/, `/c/${segmentOf(PIXEL)}`)],
    ['a token cut short', older(OFFER).slice(0, 60)],
    ['no token', `${OLD_ORIGIN}/c/`],
    ['rubbish', `${OLD_ORIGIN}/c/~~~`],
    ['a folder', `${older(OFFER)}/x`],
    ['rubbish behind the token', `${older(OFFER)}%20x`],
    ['a token of a later version', versioned(0x22)],
    ['a token of another kind', versioned(0x13)],
    ['a destination that is no http', older('javascript:alert(1)')],
    ['a destination without a scheme', older('example.org')],
    ['a token written in lower case', older(OFFER).toLowerCase()],
  ])('stays where it cannot be read: %s', (_, href) => {
    const html = linkTo(href);
    expect(prepareBody(html, wrapping)).toMatchObject({
      html,
      links: [{ destination: href, untracked: 'own-unreadable' }],
    });
  });

  it('is unwrapped as far as it can be read', () => {
    const inner = `${ORIGIN}/c/abc`;
    expect(prepareBody(linkTo(older(inner)), wrapping)).toMatchObject({
      html: linkTo(inner),
      links: [{ destination: inner, untracked: 'own-unreadable' }],
    });
  });

  it.each([
    ['Safe Links', `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(older(OFFER))}`],
    ['Proofpoint', `https://urldefense.com/v3/__${older(OFFER)}__;!!AbC!dEf$`],
  ])('stays where %s wrapped it: the wrapper is the recipient’s', (_, href) => {
    const html = linkTo(href);
    expect(prepareBody(html, wrapping)).toMatchObject({
      html,
      links: [{ destination: href, untracked: 'gateway-wrapped' }],
    });
  });

  it('stays in the VML copy of a conditional comment, which is never touched', () => {
    const vml = `<!--[if mso]><v:roundrect href="${older(OFFER)}">our offer</v:roundrect><![endif]-->`;
    expect(prepareBody(vml + linkTo(older(OFFER)), wrapping).html).toBe(vml + linkTo(tracked(OFFER)));
  });

  it.each([
    ['another origin', older(OFFER).replace('old.', 'other.')],
    ['another scheme', older(OFFER).replace('https', 'http')],
    ['another port', older(OFFER).replace('.com/', '.com:8443/')],
    ['an origin that only starts alike', older(OFFER).replace('.com/', '.com.example.org/')],
    ['an own page that is no link', `${OLD_ORIGIN}/activity`],
    ['a path that only starts alike', `${OLD_ORIGIN}/cc/${segmentOf(older(OFFER))}`],
    ['an own link in the query of another page', `https://example.org/?to=${older(OFFER)}`],
  ])('is not %s', (_, href) => {
    expect(prepareBody(linkTo(href), wrapping).links).toEqual([
      { position: 0, destination: href, text: 'our offer', untracked: null },
    ]);
  });

  it('has no other home than the plan names', () => {
    const strange = planOf({ ownOrigins: ['', 'old.contoso.com', 'https://*.contoso.com'], linkUrl: null });
    expect(prepareBody(linkTo(older(OFFER)), strange).html).toContain(older(OFFER));
    const named = planOf({ ownOrigins: ['HTTPS://OLD.CONTOSO.COM:443'], linkUrl: null, pixelUrl: null });
    expect(prepareBody(linkTo(older(OFFER)), named).html).toBe(linkTo(OFFER_HREF));
  });
});

describe('a second run', () => {
  const written = `<p>${linkTo(OFFER_HREF)} ${linkTo('https://example.org/')} ${linkTo('mailto:x@example.org')}</p>`;

  it('changes nothing', () => {
    const once = prepareBody(written, wrapping);
    const twice = prepareBody(once.html, wrapping);
    expect(twice).toEqual(once);
  });

  it('with links switched off restores what was written', () => {
    expect(prepareBody(prepareBody(written, wrapping).html, listed).html).toBe(written);
  });

  it('for another message wraps the same destinations anew', () => {
    const next = signerOf(signingKey());
    const other = planOf({
      pixelUrl: null,
      linkUrl: (destination, position) => next.linkUrl(new Uint8Array(12).fill(5), position, destination),
    });
    expect(prepareBody(prepareBody(written, wrapping).html, other)).toEqual(prepareBody(written, other));
  });

  it('after a link was put in front numbers the others anew', () => {
    const edited = `${linkTo('https://example.org/new')}${prepareBody(written, wrapping).html}`;
    expect(prepareBody(edited, wrapping).html).toContain(tracked(OFFER, 1));
  });

  it('with an edited destination tracks the new one', () => {
    const edited = prepareBody(written, wrapping).html.replace(tracked(OFFER), 'https://example.org/changed');
    expect(prepareBody(edited, wrapping).html).toContain(tracked('https://example.org/changed'));
  });
});

/** A link whose token begins with another byte: version and kind. */
function versioned(first: number): string {
  const bytes = new Uint8Array(41 + OFFER.length);
  bytes[0] = first;
  bytes.set(messageId, 11);
  for (let at = 0; at < OFFER.length; at++) bytes[41 + at] = OFFER.charCodeAt(at);
  return `${OLD_ORIGIN}/c/${encodeBase64url(bytes)}`;
}
