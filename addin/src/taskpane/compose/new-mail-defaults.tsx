import { Button } from '@fluentui/react-button';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { PersonalSettings } from '@readback/core';
import { Notice } from '../look/notice.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDefaults } from './use-defaults.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '12px',
    rowGap: '4px',
    minHeight: '24px',
  },
});

interface NewMailDefaultsProps {
  /** What the sender wants for this mail. */
  wish: PersonalSettings;
  /** What new mails start with. */
  personal: PersonalSettings;
}

/** What new mails start with, and the way to make that what this one has. */
export function NewMailDefaults({ wish, personal }: NewMailDefaultsProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const defaults = useDefaults(personal);
  const shown = defaults.personal;
  const differs = shown.opens !== wish.opens || shown.links !== wish.links;
  return (
    <div className={surfaces.section}>
      {defaults.failed && differs && (
        <Notice kind="warning" title={t('compose.notRemembered')} text={t('compose.notRememberedText')} />
      )}
      <div className={styles.row}>
        <span className={mergeClasses(surfaces.small, surfaces.muted)}>{t(sentenceOf(shown))}</span>
        {differs && (
          <Button size="small" onClick={() => defaults.remember(wish)}>
            {t('compose.remember')}
          </Button>
        )}
      </div>
    </div>
  );
}

function sentenceOf({ opens, links }: PersonalSettings) {
  if (opens && links) return 'compose.startsBoth';
  if (opens) return 'compose.startsOpens';
  return links ? 'compose.startsClicks' : 'compose.startsNeither';
}
