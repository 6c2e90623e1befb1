import { whyLeft } from './plan.fixture.ts';

const OFFER = 'https://example.org/offer';
const whyText = (text: string, site: string | null = null) => whyLeft(OFFER, text, { site });

describe('a link whose text starts with an address', () => {
  it.each([
    'https://example.org/offer',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG',
    'https://',
    'ftp://example.org',
    'app+x://open',
    'mailto:robin@example.org',
    'tel:+4930123456',
    'www.example.org',
    'example.org',
    'EXAMPLE.ORG',
    'example.org/offer',
    'example.org?a=1',
    'example.org:8443',
    'example.org - docs',
    'example.org, the best',
    'example.co.uk',
    'example.org.',
    '  example.org',
    '&nbsp;example.org',
    'sub-domain.example.org',
    '_dmarc.example.org',
    '1st.example',
    // rspamd takes these for hosts: md, zip, net, py, no are top level domains.
    'notes.md',
    'archive.zip',
    'ASP.NET',
    'file.py',
    'Dr.No',
    'report.pdf',
    'first.last',
    'first.last@example.org',
    'münchen.example',
    'пример.рф',
    '例え。テスト',
    'example．org',
    '&#8203;example.org',
    '&shy;exam&shy;ple.org',
    'exam<wbr>ple.org',
    '<b>example.org</b>',
    'example<b>.org</b>',
    'e<i></i>xample<!-- . -->.org',
    'https:&#x2f;&#47;example',
    '<img src="https://example.org/a.png" alt="example.org">',
    '<img src="https://example.org/a.png" alt=" https://example.org "> our offer',
    '<span></span><img alt="example.org" src="https://example.org/a.png">our offer',
    '<img src="https://example.org/a.png" alt="example"><img src="https://example.org/b.png" alt=".org">',
  ])('is left alone: %s', (text) => {
    expect(whyText(text)).toBe('url-text');
  });

  it.each([
    'our offer',
    '',
    'See example.org',
    '(example.org)',
    '"example.org"',
    '&lt;example.org&gt;',
    '- example.org',
    '→ example.org',
    'robin@example.org',
    '@example.org',
    '.org',
    'Hello...world',
    'Hello. World',
    'Mr. Smith',
    '10.0.0.1',
    'Version 2.0',
    '2.0',
    '3,5 Mio.',
    '31.12.2026',
    'Note: see below',
    'Re: our offer',
    'A/B test',
    'http example',
    'our offer <img src="https://example.org/a.png" alt="example.org">',
    '<img src="https://example.org/a.png" alt="">our offer',
    '<img src="https://example.org/a.png" title="example.org">our offer',
    '<!-- example.org -->our offer',
    '<style>example.org</style>our offer',
  ])('is tracked where it only holds one, or none: %s', (text) => {
    expect(whyText(text)).toBeNull();
  });

  it.each(['example.org', 'https://example.org/'])('is tracked where the admin allows it: %s', (text) => {
    expect(whyLeft(OFFER, text, { leaveUrlText: false })).toBeNull();
  });
});

describe('the site of the tracking host', () => {
  it.each([
    ['contoso.com', 'contoso.com'],
    ['www.contoso.com', 'contoso.com'],
    ['https://blog.contoso.com/post', 'contoso.com'],
    ['HTTPS://CONTOSO.COM:8443/x', 'contoso.com'],
    ['Contoso.Com.', 'contoso.com'],
    ['contoso.com - docs', 'Contoso.COM'],
    ['https://robin@contoso.com/', 'contoso.com'],
    ['<img src="https://example.org/a.png" alt="www.contoso.com">', 'contoso.com'],
  ])('may be named by a tracked link: %s', (text, site) => {
    expect(whyText(text, site)).toBeNull();
  });

  it.each([
    ['notcontoso.com', 'contoso.com'],
    ['contoso.com.example.org', 'contoso.com'],
    ['https://contoso.com@example.org/', 'contoso.com'],
    ['https://example.org/contoso.com', 'contoso.com'],
    ['https://example.org?contoso.com', 'contoso.com'],
    ['contoso.com', 'www.contoso.com'],
    ['mailto:robin@contoso.com', 'contoso.com'],
    ['https://', 'contoso.com'],
    ['example.org', ''],
  ])('is not what %s names', (text, site) => {
    expect(whyText(text, site)).toBe('url-text');
  });
});
