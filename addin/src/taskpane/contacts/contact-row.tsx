import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { StarFilled } from '@fluentui/react-icons/svg/star';
import type { Contact } from '@readback/core/overview';
import type { Ref } from 'react';
import { Count } from '../look/count.tsx';
import { useRowButton } from '../look/row-button.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { useWhen } from '../look/use-when.ts';
import { isStarred } from '../preferences/edit-preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  name: { display: 'flex', alignItems: 'center', columnGap: '4px', minWidth: 0 },
  star: { display: 'flex', flexShrink: 0, fontSize: '16px', color: tokens.colorPaletteMarigoldForeground2 },
  counts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(44px, auto))',
    columnGap: '4px',
    alignItems: 'center',
  },
  whole: { gridColumn: '1 / -1' },
});

interface ContactRowProps {
  contact: Contact;
  onContact: (address: string) => void;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** One contact of the list; opens their page. */
export function ContactRow({ contact, onContact, ref }: ContactRowProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const look = useRowButton();
  const { preferences } = usePreferences();
  const when = useWhen()(contact.lastSignAt);
  const { address, name, alone } = contact;
  const small = mergeClasses(surfaces.small, surfaces.muted, look.line);
  const none = alone.mails === 0 ? t('contacts.onlyShared') : t('contacts.noSign');
  return (
    <button ref={ref} type="button" className={look.row} onClick={() => onContact(address)}>
      <span className={styles.name}>
        <span className={mergeClasses(look.first, look.line)} dir="auto" title={name ?? address}>
          {name ?? address}
        </span>
        {preferences !== null && isStarred(preferences, address) && (
          <span className={styles.star}>
            <StarFilled aria-hidden="true" />
            <span className={surfaces.unseen}>{t('contacts.starred')}</span>
          </span>
        )}
      </span>
      <span className={styles.counts}>
        <PersonCount of="opens" sure={alone.opens} likely={alone.opensLikely} />
        <PersonCount of="clicks" sure={alone.clicks} likely={alone.clicksLikely} />
      </span>
      {name !== null && (
        <span className={mergeClasses(small, styles.whole)} dir="ltr">
          {address}
        </span>
      )}
      <span className={mergeClasses(small, styles.whole)} title={when?.exact}>
        {when ? t('contacts.sign', { when: when.relative }) : none}
      </span>
    </button>
  );
}

interface PersonCountProps {
  of: 'opens' | 'clicks';
  sure: number;
  likely: number;
}

/** What persons did, marked where some of it is only most likely theirs. */
function PersonCount({ of, sure, likely }: PersonCountProps) {
  const { t } = useTexts();
  const count = sure + likely;
  const what = of === 'opens' ? t('contacts.opens', { count }) : t('contacts.clicks', { count });
  const label = likely === 0 ? what : t('contacts.notSure', { what, count: likely });
  return <Count of={of} value={count} isSure={likely === 0} label={label} />;
}
