import { makeStyles, mergeClasses } from '@griffel/react';
import { PersonSearchRegular } from '@fluentui/react-icons/svg/person-search';
import type { Contact } from '@readback/core/overview';
import { useDeferredValue, useLayoutEffect, useMemo } from 'react';
import { Blank } from '../look/blank.tsx';
import { LongList } from '../look/long-list.tsx';
import { NetworkCredit } from '../look/network-credit.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useWayBack } from '../look/use-way-back.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ContactRow } from './contact-row.tsx';
import { ContactSearch } from './contact-search.tsx';
import { findContacts } from './find-contacts.ts';

const useStyles = makeStyles({ page: { rowGap: '12px' } });

/** Height of a row until it was measured, in pixels. */
const LIKELY_HEIGHT = 78;

interface ContactListProps {
  contacts: readonly Contact[];
  search: string;
  onSearch: (search: string) => void;
  /** How far down the list was when it was left, in pixels. */
  scrolled: number;
  onContact: (address: string) => void;
}

/** Everybody, who gave the last sign first. */
export function ContactList({ contacts, search, onSearch, scrolled, onContact }: ContactListProps) {
  const { t, locale } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const wayBack = useWayBack('contacts');
  const wanted = useDeferredValue(search);
  const found = useMemo(() => findContacts(contacts, wanted), [contacts, wanted]);
  useLayoutEffect(() => window.scrollTo(0, scrolled), [scrolled]);
  return (
    <div className={mergeClasses(surfaces.page, styles.page)}>
      <h1 className={surfaces.title} tabIndex={-1}>
        {t('contacts.title')}
      </h1>
      <ContactSearch value={search} onChange={onSearch} />
      <p role="status" className={mergeClasses(surfaces.small, surfaces.muted)}>
        {t('contacts.found', { count: found.length, mails: new Intl.NumberFormat(locale).format(found.length) })}
      </p>
      {found.length === 0 ? (
        <Blank icon={<PersonSearchRegular />} title={t('contacts.nobody')} text={t('contacts.nobodyText')} />
      ) : (
        <LongList items={found} keyOf={(contact) => contact.address} likelyHeight={LIKELY_HEIGHT}>
          {(contact) => (
            <ContactRow
              ref={wayBack.refOf(contact.address)}
              contact={contact}
              onContact={(address) => {
                wayBack.leaveBy(address);
                onContact(address);
              }}
            />
          )}
        </LongList>
      )}
      <NetworkCredit />
    </div>
  );
}
