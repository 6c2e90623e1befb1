import { prepareBody } from '../prepare-body.ts';
import { ORIGIN } from '../token/signing.fixture.ts';
import type { LinkRules, UntrackedReason } from './link-rules.ts';
import { planOf, reasonsOf, whyLeft } from './plan.fixture.ts';

const OFFER = 'https://example.org/offer';
const unreadable = `${ORIGIN}/c/abc`;
const safeLink = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(OFFER)}`;
const quote = (link: string) => `<div class="gmail_quote">${link}</div>`;
const signature = (link: string) => `<div id="Signature">${link}</div>`;
const linkTo = (href: string, text = 'our offer') => `<a href="${href}">${text}</a>`;

describe('not-http', () => {
  it.each([
    'mailto:robin@example.org',
    'MAILTO:robin@example.org',
    'tel:+4930123456',
    'sms:+4930123456',
    'cid:image001.png@01DA',
    'data:text/html,hello',
    'javascript:void(0)',
    'java&#10;script:alert(1)',
    'ftp://example.org/file',
    'file:///C:/report.docx',
    'ms-word:ofe|u|https://example.org/report.docx',
    '#top',
    '',
    '   ',
    '/offer',
    'offer.html',
    '?page=2',
    '//example.org/offer',
    'https:/example.org/offer',
    'https:example.org',
    'https://',
    'https:///offer',
    'https://exa mple.org/',
    'https://example.org:99999/',
    'https://300.1.2.3/',
    '{{link}}',
  ])('leaves %j', (href) => {
    expect(whyLeft(href)).toBe('not-http');
  });

  it.each([
    'http://example.org',
    'https://example.org/offer?a=1#b',
    'HTTPS://EXAMPLE.ORG/Offer',
    '  https://example.org/offer\n',
    'https://example.\norg/of\tfer',
    'https://example.org:8443/',
    'https://192.0.2.1/',
    'https://[2001:db8::1]/',
    'https://robin@example.org/',
    'https://müller.example/straße',
    'http://localhost/',
  ])('tracks %j', (href) => {
    expect(whyLeft(href)).toBeNull();
  });
});

describe('base-href', () => {
  it.each([
    ['in the head', `<html><head><base href="https://example.org/"></head><body>${linkTo(OFFER)}</body></html>`],
    ['in the body, behind the link', `${linkTo(OFFER)}<base href="https://example.org/">`],
    ['in capitals', `<BASE HREF=https://example.org/>${linkTo(OFFER)}`],
    ['that is empty', `<base href="">${linkTo(OFFER)}`],
  ])('leaves every link of a mail with a base %s', (_, html) => {
    expect(reasonsOf(html)).toEqual(['base-href']);
    expect(prepareBody(html, planOf({ pixelUrl: null })).html).toBe(html);
  });

  it.each([
    ['without href', `<base target="_blank">${linkTo(OFFER)}`],
    ['in a comment', `<!-- <base href="https://example.org/"> -->${linkTo(OFFER)}`],
    ['in a template', `<template><base href="https://example.org/"></template>${linkTo(OFFER)}`],
    ['in a text area', `<textarea><base href="https://example.org/"></textarea>${linkTo(OFFER)}`],
    ['of a drawing', `<svg><base href="https://example.org/"/></svg>${linkTo(OFFER)}`],
  ])('tracks in a mail with a base %s', (_, html) => {
    expect(reasonsOf(html)).toEqual([null]);
  });
});

describe('off', () => {
  const off = planOf({ linkUrl: null, pixelUrl: null });

  it.each([OFFER, 'mailto:robin@example.org', safeLink, unreadable])('lists %s while links are off', (href) => {
    const html = linkTo(href);
    expect(prepareBody(html, off)).toMatchObject({ html, links: [{ destination: href, untracked: 'off' }] });
  });

  it('is the reason of a link for which no address can be made', () => {
    const linkUrl = (destination: string, position: number) => {
      if (position === 1) throw new RangeError('position must be 0..65535');
      return `https://tracked.example/${destination.length}`;
    };
    const html = linkTo(OFFER) + linkTo(`${OFFER}/2`) + linkTo(`${OFFER}/3`);
    const { links } = prepareBody(html, planOf({ linkUrl }));
    expect(links.map(({ untracked }) => untracked)).toEqual([null, 'off', null]);
  });

  it('does not make addresses for links that are left alone', () => {
    const made: string[] = [];
    const linkUrl = (destination: string) => {
      made.push(destination);
      return destination;
    };
    prepareBody(linkTo('mailto:x@example.org') + linkTo(OFFER) + linkTo(safeLink), planOf({ linkUrl }));
    expect(made).toEqual([OFFER]);
  });
});

describe('excluded', () => {
  const hosts = (...excludedHosts: string[]) => ({ excludedHosts });
  const patterns = (...excludedPatterns: string[]) => ({ excludedPatterns });

  it.each<[string, Partial<LinkRules>]>([
    ['https://contoso.com/', hosts('contoso.com')],
    ['https://www.contoso.com/a', hosts('contoso.com')],
    ['https://a.b.contoso.com/a', hosts('contoso.com')],
    ['HTTPS://WWW.CONTOSO.COM/', hosts('contoso.com')],
    ['https://contoso.com/', hosts(' Contoso.COM ')],
    ['https://contoso.com:8443/', hosts('contoso.com')],
    ['https://contoso.com./', hosts('contoso.com')],
    ['https://robin@contoso.com/', hosts('contoso.com')],
    ['https://contoso.com?x=1', hosts('fabrikam.com', 'contoso.com')],
    ['https://intranet.contoso.com/', hosts('intranet.*')],
    ['https://example.org/private/a', patterns('*/private/*')],
    ['https://example.org/PRIVATE/a', patterns('*/Private/*')],
    ['https://example.org/?token=1', patterns('*token=*')],
    ['https://example.org/report.pdf', patterns('https://example.org/*.pdf')],
    ['https://example.org/', patterns('https://example.org/')],
    ['https://example.org/a?b', patterns('https://example.org/a?b')],
    ['https://example.org/aXbXc', patterns('*a*b*c')],
    ['https://example.org/', patterns('*')],
  ])('leaves %s with %j', (href, rules) => {
    expect(whyLeft(href, 'our offer', rules)).toBe('excluded');
  });

  it.each<[string, Partial<LinkRules>]>([
    ['https://notcontoso.com/', hosts('contoso.com')],
    ['https://contoso.com.example.org/', hosts('contoso.com')],
    ['https://example.org/?next=contoso.com', hosts('contoso.com')],
    ['https://contoso.com@example.org/', hosts('contoso.com')],
    ['https://contoso.com/', hosts('www.contoso.com')],
    ['https://example.org/', hosts('')],
    ['https://example.org/', hosts('https://example.org')],
    ['https://example.org/privateer/a', patterns('*/private/*')],
    ['https://example.org/offer', patterns('https://example.org/')],
    ['https://example.org/aXb', patterns('https://example.org/a.b')],
    ['https://example.org/ab', patterns('https://example.org/a?b')],
    ['https://example.org/cba', patterns('*a*b*c')],
    ['https://example.org/aa', patterns('https://example.org/aa*aa')],
    ['https://example.org/ab', patterns('*.org/ab*b')],
    ['https://example.org/', patterns('')],
    ['https://example.org/', patterns('[a-z]+://.*', '(')],
  ])('tracks %s with %j', (href, rules) => {
    expect(whyLeft(href, 'our offer', rules)).toBeNull();
  });
});

describe('too-long', () => {
  const urlOf = (length: number) => 'https://track.contoso.com/c/'.padEnd(length, 'A');

  it.each<[number, UntrackedReason | null]>([
    [999, null],
    [1000, null],
    [1001, 'too-long'],
    [5000, 'too-long'],
  ])('says of an address of %i characters: %s', (length, untracked) => {
    const html = linkTo(OFFER);
    const prepared = prepareBody(html, planOf({ linkUrl: () => urlOf(length), pixelUrl: null }));
    expect(prepared.links).toMatchObject([{ untracked }]);
    expect(prepared.html).toBe(untracked === null ? html.replace(OFFER, urlOf(length)) : html);
  });

  it('counts characters of the address, not of its markup', () => {
    const url = `${urlOf(998)}&b`;
    const prepared = prepareBody(linkTo(OFFER), planOf({ linkUrl: () => url, pixelUrl: null }));
    expect(prepared.html).toBe(linkTo(url.replace('&', '&amp;')));
  });

  it('tracks a destination as long as a token can carry, and none that is longer', () => {
    // 28 characters of origin and path, then base64url of 41 bytes and the destination: 729 bytes in all make 972.
    const destination = (length: number) => 'https://example.org/'.padEnd(length, 'a');
    expect(whyLeft(destination(688))).toBeNull();
    expect(whyLeft(destination(689))).toBe('too-long');
  });
});

describe('the first of several reasons', () => {
  const inBase = (html: string) => `<base href="https://example.org/">${html}`;
  const excluding = { excludedHosts: ['example.org', 'zoom.us', 'eur01.safelinks.protection.outlook.com'] };

  it.each<[first: UntrackedReason, second: UntrackedReason, html: string, rules: Partial<LinkRules>]>([
    ['base-href', 'own-unreadable', inBase(linkTo(unreadable)), {}],
    ['base-href', 'not-http', inBase(linkTo('mailto:x@example.org')), {}],
    ['own-unreadable', 'quoted', quote(linkTo(unreadable)), {}],
    ['own-unreadable', 'excluded', linkTo(unreadable), { excludedHosts: ['track.contoso.com'] }],
    ['not-http', 'placeholder', linkTo('{{link}}'), {}],
    ['not-http', 'quoted', quote(linkTo('tel:1')), {}],
    ['placeholder', 'gateway-wrapped', linkTo(`${safeLink}{{link}}`), {}],
    ['placeholder', 'quoted', quote(linkTo('https://example.org/{{id}}')), {}],
    ['gateway-wrapped', 'quoted', quote(linkTo(safeLink)), {}],
    ['gateway-wrapped', 'excluded', linkTo(safeLink), excluding],
    ['quoted', 'signature', quote(signature(linkTo(OFFER))), {}],
    ['quoted', 'signature', signature(quote(linkTo(OFFER))), {}],
    ['quoted', 'excluded', quote(linkTo(OFFER)), excluding],
    ['signature', 'excluded', signature(linkTo(OFFER)), excluding],
    ['signature', 'url-text', signature(linkTo(OFFER, 'example.org')), {}],
    ['excluded', 'unsubscribe', linkTo('https://example.org/unsubscribe'), excluding],
    ['excluded', 'meeting', linkTo('https://zoom.us/j/1'), excluding],
    ['unsubscribe', 'meeting', linkTo('https://zoom.us/j/1', 'Unsubscribe'), {}],
    ['unsubscribe', 'sign-in', linkTo('https://example.org/unsubscribe?id_token=1'), {}],
    ['meeting', 'sign-in', linkTo('https://zoom.us/j/1?access_token=1'), {}],
    ['meeting', 'app-link', linkTo('https://teams.microsoft.com/l/meetup-join/1'), {}],
    ['meeting', 'url-text', linkTo('https://zoom.us/j/1', 'https://zoom.us/j/1'), {}],
    ['sign-in', 'share', linkTo('https://contoso.sharepoint.com/a?access_token=1'), {}],
    ['share', 'url-text', linkTo('https://contoso.sharepoint.com/a', 'contoso.sharepoint.com'), {}],
    ['app-link', 'url-text', linkTo('https://wa.me/49', 'wa.me/49'), {}],
    ['url-text', 'too-long', linkTo(`${OFFER}/${'a'.repeat(1000)}`, 'example.org'), {}],
  ])('is %s before %s: %s', (first, _second, html, rules) => {
    expect(reasonsOf(html, rules)).toEqual([first]);
    const { links } = prepareBody(html, planOf({ linkUrl: null, rules }));
    expect(links).toMatchObject([{ untracked: 'off' }]);
  });
});
