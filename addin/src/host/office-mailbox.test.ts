import { currentClient, detectClient } from './office-mailbox.ts';

describe('detectClient', () => {
  it.each([
    ['OutlookWebApp', 'OfficeOnline', 'web'],
    ['newOutlookWindows', 'OfficeOnline', 'web'],
    ['Outlook', 'PC', 'classic'],
    ['Outlook', 'Mac', 'mac'],
    ['OutlookIOS', 'iOS', 'mobile'],
    ['OutlookAndroid', 'Android', 'mobile'],
    ['Outlook', 'undefined', 'mobile'],
    ['', '', 'mobile'],
  ])('takes %s on %s for %s', (hostName, platform, client) => {
    expect(detectClient(hostName, platform)).toBe(client);
  });
});

describe('currentClient', () => {
  it('never throws: an Outlook that does not say what it is counts as one in which nothing is done', () => {
    expect(currentClient()).toBe('mobile');
  });
});
