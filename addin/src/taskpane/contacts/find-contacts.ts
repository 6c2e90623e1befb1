import type { Contact } from '@readback/core/overview';
import { foldText } from '../look/fold-text.ts';

/** What is searched in of each; made once, not at every letter that is typed. */
const searched = new WeakMap<Contact, string>();

/** The contacts, in their order, that have all words of the search in name or address, in whatever case and with whatever accents. */
export function findContacts(contacts: readonly Contact[], search: string): readonly Contact[] {
  const words = foldText(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return contacts;
  return contacts.filter((contact) => {
    const text = textOf(contact);
    return words.every((word) => text.includes(word));
  });
}

function textOf(contact: Contact): string {
  const known = searched.get(contact);
  if (known !== undefined) return known;
  const text = foldText(`${contact.name ?? ''} ${contact.address}`);
  searched.set(contact, text);
  return text;
}
