import type { UntrackedReason } from './link-rules.ts';
import { whyLeft } from './plan.fixture.ts';

const wrapped = encodeURIComponent('https://example.org/offer');

describe.each<[UntrackedReason, readonly string[]]>([
  [
    'gateway-wrapped',
    [
      `https://eur01.safelinks.protection.outlook.com/?url=${wrapped}&amp;data=05%7C02`,
      `https://NAM12.SafeLinks.Protection.Outlook.com/?url=${wrapped}`,
      `https://gcc02.safelinks.protection.outlook.com/ap/w-59584e83/?url=${wrapped}`,
      `https://usg01.safelinks.protection.office365.us/?url=${wrapped}`,
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${wrapped}`,
      'https://urldefense.proofpoint.com/v1/url?u=https://example.org/&amp;k=abc',
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_&amp;d=DwMFAg',
      'https://urldefense.com/v3/__https://example.org/__;!!AbC!dEf$',
      'https://urldefense.us/v3/__https://example.org/__;!!AbC!dEf$',
      'https://protect-eu.mimecast.com/s/AbCdEf?domain=example.org',
      'https://protect-us.mimecast.com/s/AbCdEf',
      'https://url.uk.m.mimecastprotect.com/s/AbCdEf',
      `https://linkprotect.cudasvc.com/url?a=${wrapped}&amp;c=E,1`,
      'https://secure-web.cisco.com/1AbC/https%3A%2F%2Fexample.org',
      'https://mail.contoso.com/fmlurlsvc/?fewReq=:B:abc&amp;url=https%3a%2f%2fexample.org',
    ],
  ],
  [
    'meeting',
    [
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%22Tid%22%3a%22a%22%7d',
      'https://teams.microsoft.com/meet/2345678?p=AbC',
      'https://teams.live.com/meet/2345678',
      'https://teams.microsoft.com/meetingOptions/?organizerId=a&amp;tenantId=b',
      'https://dialin.teams.microsoft.com/8551f4c1?id=123',
      'https://attendee.gotowebinar.com/join/123',
      'https://gov.teams.microsoft.us/l/meetup-join/19%3ameeting',
      'https://us02web.zoom.us/j/81234567890?pwd=AbC',
      'https://zoom.us/my/robin',
      'https://contoso.zoom.us/w/81234567890?tk=AbC',
      'https://meet.google.com/abc-defg-hij',
      'https://contoso.webex.com/meet/robin',
      'https://contoso.webex.com/contoso/j.php?MTID=m0123456789',
      'https://contoso.my.webex.com/join/robin',
    ],
  ],
  [
    'sign-in',
    [
      'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=a',
      'https://passwordreset.microsoftonline.com/?id=1',
      'https://accounts.google.com/signin/v2',
      'https://contoso.okta.com/app/a/b',
      'https://contoso.eu.auth0.com/u/login',
    ],
  ],
  [
    'share',
    [
      'https://contoso.sharepoint.com/:w:/s/team/AbC?e=1',
      'https://contoso-my.sharepoint.com/personal/robin_contoso_com/Documents/a.docx',
      'https://contoso.sharepoint.com/_layouts/15/Doc.aspx?sourcedoc={AF8FAD5B-D9CB-469F-A165-70867728950E}',
      'https://contoso.sharepoint.us/sites/a',
      'https://1drv.ms/w/s!AbC',
      'https://onedrive.live.com/?id=1',
    ],
  ],
  [
    'app-link',
    [
      'https://contoso.app.link/AbC',
      'https://contoso.onelink.me/AbC/1',
      'https://contoso.page.link/AbC',
      'https://apps.apple.com/de/app/contoso/id1',
      'https://play.google.com/store/apps/details?id=com.contoso',
      'https://wa.me/4930123456',
      'https://t.me/contoso',
      'https://telegram.me/contoso',
      'https://maps.app.goo.gl/AbC',
      'https://teams.microsoft.com/l/chat/0/0?users=robin@contoso.com',
    ],
  ],
])('%s', (reason, hrefs) => {
  it.each(hrefs)('leaves %s', (href) => {
    expect(whyLeft(href)).toBe(reason);
  });
});

describe('addresses that only look alike', () => {
  it.each([
    ['a gateway’s name below another domain', 'https://safelinks.protection.outlook.com.example.org/?url=x'],
    ['a gateway’s name in a longer label', 'https://mysafelinks.protection.outlook.com/?url=x'],
    ['a gateway’s address in the query', `https://example.org/?from=${wrapped}&amp;via=urldefense.com/v3/`],
    ['a gateway’s name as user name', 'https://urldefense.com@example.org/v3/'],
    ['the site of Mimecast', 'https://www.mimecast.com/products/protect-email/'],
    ['the site of Proofpoint', 'https://www.proofpoint.com/us/products'],
    ['the site of Barracuda', 'https://www.barracuda.com/linkprotect.cudasvc.com'],
    ['the price list of Zoom', 'https://zoom.us/pricing'],
    ['Zoom below another domain', 'https://zoom.us.example.org/j/81234567890'],
    ['a path of Zoom elsewhere', 'https://example.org/j/81234567890'],
    ['the site of Webex', 'https://www.webex.com/pricing/index.html'],
    ['the site of Teams', 'https://www.microsoft.com/microsoft-teams/group-chat-software'],
    ['the site of Meet', 'https://workspace.google.com/products/meet/'],
    ['Meet in a longer name', 'https://gomeet.google.com/abc-defg-hij'],
    ['documentation of sign-in', 'https://learn.microsoft.com/entra/identity-platform/'],
    ['Okta in a longer name', 'https://notokta.com/app'],
    ['documentation of SharePoint', 'https://learn.microsoft.com/sharepoint/sites/'],
    ['SharePoint in a longer name', 'https://mysharepoint.com/s/a'],
    ['SharePoint below another domain', 'https://contoso.sharepoint.com.example.org/s/a'],
    ['a host that starts like an app link', 'https://app.linkedin.com/a'],
    ['a host that ends like a short one', 'https://meet.me/contoso'],
    ['the site of WhatsApp', 'https://www.whatsapp.com/business'],
    ['the site of Apple', 'https://www.apple.com/apps.apple.com/'],
  ])('tracks %s', (_, href) => {
    expect(whyLeft(href)).toBeNull();
  });
});
