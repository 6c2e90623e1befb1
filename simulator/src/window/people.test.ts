import { CONTACTS, readPerson } from './people.ts';

describe('readPerson', () => {
  const [ada] = CONTACTS;

  it.each([
    ['ada.park@fabrikam.example', ada],
    [' Ada.Park@Fabrikam.example ', ada],
    ['ada park', ada],
    ['kim@example.org', { name: 'kim@example.org', address: 'kim@example.org' }],
    ['Kim Lee <kim@example.org>', { name: 'Kim Lee', address: 'kim@example.org' }],
    ['"Lee, Kim" <kim@example.org>', { name: 'Lee, Kim', address: 'kim@example.org' }],
    ['<kim@example.org>', { name: 'kim@example.org', address: 'kim@example.org' }],
  ])('reads %j', (text, person) => {
    expect(readPerson(text)).toEqual(person);
  });

  it.each(['', 'kim', 'kim@', '@example.org', 'kim@a b', 'Kim <kim>'])('finds nobody in %j', (text) => {
    expect(readPerson(text)).toBeNull();
  });
});
