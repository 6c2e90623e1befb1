import type { Person } from '../outlook/mail.ts';
import type { Label } from '../outlook/mail.ts';

/** Whose mailbox the simulator shows. */
export const SENDER: Person = { name: 'Robin Reed', address: 'robin.reed@contoso.example' };

/** A mailbox of a team, from which Robin may send too. */
export const SHARED_MAILBOX: Person = { name: 'Contoso Sales', address: 'sales@contoso.example' };

/** Who can be written to; anybody else can too. */
export const CONTACTS: readonly Person[] = [
  { name: 'Ada Park', address: 'ada.park@fabrikam.example' },
  { name: 'Noah Lindqvist', address: 'noah.lindqvist@northwind.example' },
  { name: 'Mira Costa', address: 'mira.costa@tailspin.example' },
  { name: 'Jonas Weber', address: 'jonas.weber@contoso.example' },
];

/** The company's sensitivity labels. */
export const LABELS: readonly Label[] = [
  { id: '5a0b6f4e-52a1-4c3e-9f1e-0d6f5b9f2a11', name: 'General', encrypts: false },
  { id: '5a0b6f4e-52a1-4c3e-9f1e-0d6f5b9f2a12', name: 'Confidential', encrypts: true },
];

/** Finds a contact by the address; somebody unknown is called by theirs. */
function personAt(address: string): Person {
  const wanted = address.toLowerCase();
  return CONTACTS.find((contact) => contact.address === wanted) ?? { name: address, address };
}

/** Reads what was typed as a recipient: `ada@fabrikam.example`, `Ada <ada@…>`, or a contact's name. Null: it is none of these. */
export function readPerson(text: string): Person | null {
  const trimmed = text.trim();
  const named = /^"?([^"<]*?)"?\s*<([^<>@\s]+@[^<>@\s]+)>$/.exec(trimmed);
  if (named?.[2] !== undefined) return { name: named[1] === '' ? named[2] : (named[1] ?? ''), address: named[2] };
  if (/^[^<>@\s]+@[^<>@\s]+$/.test(trimmed)) return personAt(trimmed);
  return CONTACTS.find(({ name }) => name.toLowerCase() === trimmed.toLowerCase()) ?? null;
}
