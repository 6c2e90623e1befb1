import { mergeClasses } from '@griffel/react';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import type { DigestRow } from '@readback/core';
import { isToOne, mailsTo } from '@readback/core/overview';
import type { Contact } from '@readback/core/overview';
import { useId, useLayoutEffect, useMemo } from 'react';
import { useWeeks } from '../insights/use-weeks.ts';
import { WeeksFigure } from '../insights/weeks-figure.tsx';
import { Blank } from '../look/blank.tsx';
import { LongList } from '../look/long-list.tsx';
import { NetworkCredit } from '../look/network-credit.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ContactFacts } from './contact-facts.tsx';
import { ContactHead } from './contact-head.tsx';
import { ContactMail } from './contact-mail.tsx';

/** As many columns can be told apart in the narrowest pane. */
const WEEKS = 8;

/** Height of a row until it was measured, in pixels. */
const LIKELY_HEIGHT = 60;

interface ContactPageProps {
  /** Null: no mail to them is left. */
  contact: Contact | null;
  /** All own mails. */
  rows: readonly DigestRow[];
  onOpen: (messageId: string) => void;
}

/** What is known of one contact, and the mails to them. */
export function ContactPage({ contact, rows, onOpen }: ContactPageProps) {
  const { t } = useTexts();
  // The list may have been left far down.
  useLayoutEffect(() => window.scrollTo(0, 0), []);
  if (contact === null)
    return <Blank icon={<PersonRegular />} title={t('contacts.gone')} text={t('contacts.goneText')} />;
  return <Page contact={contact} rows={rows} onOpen={onOpen} />;
}

function Page({ contact, rows, onOpen }: ContactPageProps & { contact: Contact }) {
  const { t, locale } = useTexts();
  const surfaces = useSurfaces();
  const edges = useWeeks(WEEKS);
  const mails = useMemo(() => mailsTo(rows, contact.address), [rows, contact.address]);
  const alone = useMemo(() => mails.filter(isToOne), [mails]);
  const id = useId();
  return (
    <div className={surfaces.page}>
      <ContactHead contact={contact} />
      <ContactFacts contact={contact} />
      {alone.length > 0 && (
        <WeeksFigure
          rows={alone}
          edges={edges}
          counted="people"
          title={t('contacts.weeks')}
          file={`readback-${contact.address.replaceAll(/[^a-z\d.-]+/g, '-')}`}
        />
      )}
      <section className={surfaces.section} aria-labelledby={id}>
        <h2 id={id} className={mergeClasses(surfaces.heading)}>
          {t('contacts.mails', { count: mails.length, mails: new Intl.NumberFormat(locale).format(mails.length) })}
        </h2>
        <LongList items={mails} keyOf={(mail) => mail.id} likelyHeight={LIKELY_HEIGHT}>
          {(mail) => <ContactMail mail={mail} onOpen={onOpen} />}
        </LongList>
      </section>
      <NetworkCredit />
    </div>
  );
}
