import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import type { DigestRow } from '@readback/core';
import { contactsOf } from '@readback/core/overview';
import { useMemo, useState } from 'react';
import { DigestFrame } from '../digest/digest-frame.tsx';
import { Blank } from '../look/blank.tsx';
import { useLaterTexts } from '../texts/use-texts.ts';
import { ContactList } from './contact-list.tsx';
import { ContactPage } from './contact-page.tsx';

interface ContactsViewProps {
  /** Whose page is shown; null: the list. */
  address: string | null;
  onContact: (address: string) => void;
  onOpen: (messageId: string) => void;
}

/** Everybody whom the own mails went to, and the page of one of them. */
export function ContactsView(props: ContactsViewProps) {
  const { t } = useLaterTexts();
  const empty = <Blank icon={<PeopleRegular />} title={t('contacts.empty')} text={t('contacts.emptyText')} />;
  return <DigestFrame empty={empty}>{(rows) => <Contacts {...props} rows={rows} />}</DigestFrame>;
}

function Contacts({ address, onContact, onOpen, rows }: ContactsViewProps & { rows: readonly DigestRow[] }) {
  const contacts = useMemo(() => contactsOf(rows), [rows]);
  const [search, setSearch] = useState('');
  const [scrolled, setScrolled] = useState(0);
  if (address !== null) {
    const contact = contacts.find((each) => each.address === address) ?? null;
    return <ContactPage key={address} contact={contact} rows={rows} onOpen={onOpen} />;
  }
  const open = (wanted: string): void => {
    setScrolled(window.scrollY);
    onContact(wanted);
  };
  return <ContactList contacts={contacts} search={search} onSearch={setSearch} scrolled={scrolled} onContact={open} />;
}
