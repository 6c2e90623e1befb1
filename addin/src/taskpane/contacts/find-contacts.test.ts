import { contactsOf } from '@readback/core/overview';
import { digestRowOf } from '../api/fake-api.fixture.ts';
import { findContacts } from './find-contacts.ts';

const people = [
  { address: 'renee@contoso.example', name: 'Renée Müller' },
  { address: 'dana@fabrikam.example', name: 'دانا کریمی' },
  { address: 'info@contoso.example', name: null },
  { address: 'jg@fabrikam.example', name: 'Jürgen Groß' },
];

const contacts = contactsOf(people.map((recipient, index) => digestRowOf(String(index), { recipients: [recipient] })));

describe('finding contacts', () => {
  it.each([
    ['', 4],
    ['   ', 4],
    ['contoso', 2],
    ['RENEE', 1],
    ['müller', 1],
    ['muller ren', 1],
    ['contoso müller', 1],
    ['دانا', 1],
    ['info@', 1],
    ['GROSS', 1],
    ['groß', 1],
    ['contoso dana', 0],
    ['.*', 0],
  ])('by "%s" gives %i', (search, count) => {
    expect(findContacts(contacts, search)).toHaveLength(count);
  });

  it('keeps their order', () => {
    expect(findContacts(contacts, 'example')).toEqual(contacts);
  });
});
