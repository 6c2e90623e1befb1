import { whyLeft } from './plan.fixture.ts';

describe('a field of a mail merge in an address', () => {
  it.each([
    ['Handlebars, Liquid', 'https://example.org/?id={{contact.id}}'],
    ['Handlebars, unescaped', 'https://example.org/?id={{{id}}}'],
    ['Dynamics 365', 'https://example.org/{{msdyncrm_link}}'],
    ['Jinja', 'https://example.org/{% if a %}a{% endif %}'],
    ['Mailchimp', 'https://example.org/?e=*|EMAIL|*'],
    ['Mautic, Word', 'https://example.org/?e=[[email]]'],
    ['ERB', 'https://example.org/?e=&lt;%= email %&gt;'],
    ['Salesforce Marketing Cloud', 'https://example.org/?e=%%emailaddr%%'],
    ['Marketo', 'https://example.org/?e=${lead.Email Address}'],
    ['Salesforce', 'https://example.org/?e={!Contact.Email}'],
    ['Brevo', 'https://example.org/?e={email}'],
    ['ActiveCampaign', 'https://example.org/?e=%EMAIL%'],
    ['any, percent-encoded', 'https://example.org/?e=%7B%7Bemail%7D%7D'],
    ['any, encoded in lower case', 'https://example.org/?e=%7b%7bemail%7d%7d'],
    ['Mailchimp, encoded', 'https://example.org/?e=*%7CEMAIL%7C*'],
    ['Mautic, encoded', 'https://example.org/?e=%5B%5Bemail%5D%5D'],
    ['a host', 'https://example.org.{{domain}}/'],
  ])('leaves it: %s', (_, href) => {
    expect(whyLeft(href)).toBe('placeholder');
  });

  it.each([
    ['one brace', 'https://example.org/?q={'],
    ['braces with nothing in between', 'https://example.org/?q={}'],
    ['JSON', 'https://example.org/?q={"a":1}'],
    ['JSON, encoded', 'https://example.org/?q=%7B%22a%22%3A1%7D'],
    ['a GUID in braces', 'https://example.org/?id={AF8FAD5B-D9CB-469F-A165-70867728950E}'],
    ['a GUID in encoded braces', 'https://example.org/?id=%7BAF8FAD5B-D9CB-469F-A165-70867728950E%7D'],
    ['encoded blanks', 'https://example.org/a%20b%20c'],
    ['encoded letters', 'https://example.org/%E4%BD%A0%E5%A5%BD'],
    ['encoded bytes that spell a name', 'https://example.org/%ab%cd%ef'],
    ['a percent sign', 'https://example.org/?a=100%25&amp;b=50%25'],
    ['square brackets', 'https://example.org/?ids[]=1&amp;ids[]=2'],
    ['a dollar sign', 'https://example.org/$1'],
    ['a star and a bar', 'https://example.org/?a=*&amp;b=|'],
    ['a closing fence before an opening one', 'https://example.org/?a=}}&amp;b={{'],
    ['what would be a field in the text', 'https://example.org/'],
  ])('tracks %s', (_, href) => {
    expect(whyLeft(href, 'for {{name}}')).toBeNull();
  });

  it('counts a character reference by a name that is not known', () => {
    expect(whyLeft('https://example.org/?a=1&field;')).toBe('placeholder');
    expect(whyLeft('https://example.org/?a=1&field=2')).toBeNull();
    expect(whyLeft('https://example.org/?a=1&amp;field;')).toBeNull();
  });
});
