import { openTextBook } from './text-book.ts';

const book = openTextBook('en', {
  mail: {
    sent: 'Sent',
    to: 'To {{names}}',
    seen_one: '{{count}} look',
    seen_other: '{{count}} looks',
    age: '{{count}} d',
  },
});

describe('a text book', () => {
  it.each([
    ['says a text', 'mail.sent', undefined, 'Sent'],
    ['fills in a name', 'mail.to', { names: 'Anna' }, 'To Anna'],
    ['fills in nothing where a value is missing', 'mail.to', {}, 'To '],
    [
      'leaves alone what looks like a place in a value',
      'mail.to',
      { names: '{{names}} $& $t(mail.sent)' },
      'To {{names}} $& $t(mail.sent)',
    ],
    ['counts one', 'mail.seen', { count: 1 }, '1 look'],
    ['counts none', 'mail.seen', { count: 0 }, '0 looks'],
    ['writes a number as its reader does', 'mail.seen', { count: 1_234 }, '1,234 looks'],
    ['counts where there is one text for every number', 'mail.age', { count: 1 }, '1 d'],
    ['names what has no text', 'mail.nothing', { count: 2 }, 'mail.nothing'],
    ['knows no text that nobody wrote', 'constructor', undefined, 'constructor'],
  ])('%s', (_, key, values, said) => {
    expect(book.say(key, values)).toBe(said);
  });

  it('takes in more', () => {
    const growing = openTextBook('de', { mail: { sent: 'Gesendet' } });
    growing.add({ mail: { read: 'Gelesen' }, nav: { back: 'Zurück' } });
    expect(['mail.sent', 'mail.read', 'nav.back'].map((key) => growing.say(key))).toEqual([
      'Gesendet',
      'Gelesen',
      'Zurück',
    ]);
  });
});
