import type { DigestRow, Recipient } from '../api.ts';

/** What is known of one recipient, from the own mails to them. */
export interface Contact {
  /** In lower case. */
  address: string;
  /** As the newest mail that names them has it; null: none does. */
  name: string | null;
  /** Mails to nobody else: what happened to them was this contact's doing. */
  alone: ContactCounts;
  /** Mails to several: what happened to them was one of them, and nobody knows which. */
  shared: ContactCounts;
  /** When a person last opened or clicked a mail to them alone, ISO 8601; null: never seen. */
  lastSignAt: string | null;
  /** When the newest mail to them was sent, ISO 8601; null: not known. */
  lastSentAt: string | null;
  /** The program in which they opened most mails to them alone; null: not known. */
  program: string | null;
}

/** Counts of mails, and of sessions in them: `Likely` ones are most likely a person's. */
export interface ContactCounts {
  mails: number;
  opens: number;
  opensLikely: number;
  clicks: number;
  clicksLikely: number;
}

interface Gathered extends Contact {
  /** Mails by program, those of the newest first; null: no program is known. */
  programs: Map<string, number> | null;
  /** `lastSignAt` and `lastSentAt` in milliseconds since 1970; 0 where they aren't known. */
  signed: number;
  written: number;
}

/** Everybody whom the mails (newest first) went to: who gave the last sign first, then who was written to last. */
export function contactsOf(rows: readonly DigestRow[]): readonly Contact[] {
  const contacts = new Map<string, Gathered>();
  for (const row of rows) {
    const mail = { row, isToOne: isToOne(row), signed: timeOf(row.lastPersonAt), written: timeOf(row.sentAt) };
    for (const { address, name } of recipientsOf(row)) {
      let contact = contacts.get(address);
      if (contact === undefined) contacts.set(address, (contact = newContact(address)));
      contact.name = contact.name ?? name;
      addMail(contact, mail);
    }
  }
  return Array.from(contacts.values())
    .sort((a, b) => b.signed - a.signed || b.written - a.written || (a.address < b.address ? -1 : 1))
    .map(({ address, name, alone, shared, lastSignAt, lastSentAt, programs }) => {
      return { address, name, alone, shared, lastSignAt, lastSentAt, program: mostFrequent(programs) };
    });
}

/** The mails (in their order) that went to a contact; `address` in lower case. */
export function mailsTo(rows: readonly DigestRow[], address: string): readonly DigestRow[] {
  return rows.filter((row) => row.recipients.some((recipient) => recipient.address.toLowerCase() === address));
}

/** Whether all that happened to a mail was its one recipient's doing. */
export function isToOne(row: DigestRow): boolean {
  return row.recipientCount === 1 && row.recipients.length === 1;
}

/** Once each, although somebody may stand in To and Cc; addresses in lower case. */
function recipientsOf({ recipients }: DigestRow): readonly Recipient[] {
  const all = recipients.map(({ address, name }) => ({ address: address.toLowerCase(), name }));
  if (all.length < 2) return all;
  const seen = new Set<string>();
  return all.filter(({ address }) => !seen.has(address) && seen.add(address));
}

function newContact(address: string): Gathered {
  const unknown = { name: null, lastSignAt: null, lastSentAt: null, program: null };
  return { address, ...unknown, alone: noCounts(), shared: noCounts(), programs: null, signed: 0, written: 0 };
}

function noCounts(): ContactCounts {
  return { mails: 0, opens: 0, opensLikely: 0, clicks: 0, clicksLikely: 0 };
}

interface Mail {
  row: DigestRow;
  isToOne: boolean;
  /** In milliseconds since 1970; 0 where not known. */
  signed: number;
  written: number;
}

function addMail(contact: Gathered, { row, isToOne, signed, written }: Mail): void {
  const counts = isToOne ? contact.alone : contact.shared;
  counts.mails += 1;
  counts.opens += row.opens.person;
  counts.opensLikely += row.opens.likely;
  counts.clicks += row.clicks.person;
  counts.clicksLikely += row.clicks.likely;
  if (written > contact.written) {
    contact.written = written;
    contact.lastSentAt = row.sentAt;
  }
  if (!isToOne) return;
  if (signed > contact.signed) {
    contact.signed = signed;
    contact.lastSignAt = row.lastPersonAt;
  }
  if (row.program === null) return;
  contact.programs = contact.programs ?? new Map<string, number>();
  contact.programs.set(row.program, (contact.programs.get(row.program) ?? 0) + 1);
}

function timeOf(iso: string | null): number {
  const at = iso === null ? NaN : Date.parse(iso);
  return Number.isNaN(at) ? 0 : at;
}

/** Of several, the one that came first. */
function mostFrequent(counts: ReadonlyMap<string, number> | null): string | null {
  if (counts === null) return null;
  let best: [string, number] | null = null;
  for (const entry of Array.from(counts)) if (best === null || entry[1] > best[1]) best = entry;
  return best === null ? null : best[0];
}
