import type { Contact } from '@readback/core/overview';

/** The contacts, in their order, that have all words of the search in name or address, in whatever case and with whatever accents. */
export function findContacts(contacts: readonly Contact[], search: string): readonly Contact[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return contacts;
  return contacts.filter(({ name, address }) => {
    const text = plain(`${name ?? ''} ${address}`);
    return words.every((word) => text.includes(word));
  });
}

/** Letters alone: é as e, in one case. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
