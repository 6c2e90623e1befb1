import { mailName } from './mail-name.ts';
import { parseUserAgent } from './user-agent.ts';

const nameOf = (header: string) => mailName(parseUserAgent(header));

describe('mailName', () => {
  it.each([
    ['SomebodysMail/2.1 (Android 15)', 'SomebodysMail'],
    ['SomebodysMailApp/2.1', 'SomebodysMailApp'],
    ['SomebodysMail 2.1', 'SomebodysMail'],
    ['Somebody’s Mail 2.1', 'Somebody’s Mail'],
    ['Somebodys Mail for Windows (4.41)', 'Somebodys Mail'],
    ['Some-9 Mail/6.602', 'Some-9 Mail'],
    ['Somebodys%20Mail/1234 CFNetwork/1390 Darwin/22.0.0', 'Somebodys Mail'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) somebodys-mail-desktop/1.6 Chrome/142.0 Electron/39.1 Safari/537.36',
      'somebodys-mail-desktop',
    ],
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
