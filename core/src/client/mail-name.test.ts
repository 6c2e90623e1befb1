import { mailName } from './mail-name.ts';
import { parseUserAgent } from './user-agent.ts';

const nameOf = (header: string) => mailName(parseUserAgent(header));

describe('mailName', () => {
  it.each([
    ['SomebodysMail/2.1 (Android 15)', 'SomebodysMail'],
    ['SomebodysMailApp/2.1', 'SomebodysMailApp'],
    ['SomebodysMail 2.1', 'SomebodysMail'],
    ['somebodysmail android 2.1.0.77 com.example.somebody', 'somebodysmail'],
    ['Mailfalcon/2.4', 'Mailfalcon'],
    ['Maildrake/4', 'Maildrake'],
    ['Mozilla/5.0 (X11; Linux i686) AppleWebKit/537.21 (KHTML, like Gecko) xmail2 Safari/537.21', 'xmail2'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Foxymail/140.5', 'Foxymail'],
    ['Somebody’s Mail 2.1', 'Somebody’s Mail'],
    ['Somebodys Mail for Windows (4.41)', 'Somebodys Mail'],
    ['Some-9 Mail/6.602', 'Some-9 Mail'],
    ['Somebodys%20Mail/1234 CFNetwork/1390 Darwin/22.0.0', 'Somebodys Mail'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) somebodys-mail-desktop/1.6 Chrome/142.0 Electron/39.1 Safari/537.36',
      'somebodys-mail',
    ],
    ['Somebodys_Mail_Android_Phone/6.2', 'Somebodys_Mail'],
    [
      'Mozilla/5.0 (X11; Linux i686) AppleWebKit/538.1 (KHTML, like Gecko) Mail Somebodys/1.0 Safari/538.1',
      'Mail Somebodys',
    ],
    ['SomebodysMobile/1.0 (mail; 3.0.5)', 'SomebodysMobile'],
    ['Somebodys/1.0 org.example.android.xmail/5.3', 'org.example.android.xmail'],
  ])('finds the name in %s', (header, name) => {
    expect(nameOf(header)).toBe(name);
  });

  it.each([
    '',
    'Mail',
    'hotmail',
    'EMail Extractor',
    'MailCheck/2.4.0',
    'MailDetector/1.0',
    'MailScanner/5.4',
    'Xymail/1.0 (domain scanner)',
    'Somebodys/1.0 (mailing; 2)',
    'com.example.sendmail/1.0',
    'Mailer/1.0',
    'Mails/1.0',
    'Mailman/2.1',
    'Mailpit/v1.23.1',
    'mail/1.0 (library)',
    'Mozilla/5.0/Firefox/42.0 - somebody(at)gmail.com',
    'MailFilterService/1.0',
    'sendmail/8.17',
    'fetchmail/6.3',
    'PHPMail/2.0',
    'bulk-mail/1.0',
    'mailto:somebody@example.com',
    'somebody@mail/1.0',
    'Example/1.0 (https://mail.example.com/about)',
    'https://example.com/mail',
  ])('finds none in %j', (header) => {
    expect(nameOf(header)).toBeNull();
  });
});
