import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { StarFilled, StarRegular } from '@fluentui/react-icons/svg/star';
import type { Contact } from '@readback/core/overview';
import { useSurfaces } from '../look/surfaces.ts';
import { isStarred, starAddress } from '../preferences/edit-preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  head: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'start' },
  star: { color: tokens.colorPaletteMarigoldForeground2, ':hover': { color: tokens.colorPaletteMarigoldForeground2 } },
});

/** Who it is, and whether they are starred. */
export function ContactHead({ contact: { name, address } }: { contact: Contact }) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { preferences, change } = usePreferences();
  const starred = preferences !== null && isStarred(preferences, address);
  const label = starred ? t('contacts.unstar') : t('contacts.star');
  return (
    <div className={styles.head}>
      <div>
        <h1 className={surfaces.title} tabIndex={-1} dir="auto">
          {name ?? address}
        </h1>
        {name !== null && (
          <p className={mergeClasses(surfaces.small, surfaces.muted)} dir="ltr">
            {address}
          </p>
        )}
      </div>
      <Button
        appearance="subtle"
        className={mergeClasses(starred && styles.star)}
        icon={starred ? <StarFilled /> : <StarRegular />}
        aria-pressed={starred}
        aria-label={t('contacts.star')}
        title={label}
        disabledFocusable={preferences === null}
        onClick={() => change(starAddress(address, !starred))}
      />
    </div>
  );
}
