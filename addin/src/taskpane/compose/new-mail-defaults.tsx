import { Button } from '@fluentui/react-button';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { PersonalSettings } from '@readback/core';
import { Notice } from '../look/notice.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { DraftView } from './draft-view.ts';
import { allowedIn } from './shared-reason.ts';
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
  view: DraftView;
  /** What new mails start with, as far as the company allows it. */
  personal: PersonalSettings;
}

/** What new mails start with, and the way to make that what this one has; nothing where the company allows neither. */
export function NewMailDefaults({ view, personal }: NewMailDefaultsProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const defaults = useDefaults(personal);
  const { wish } = view;
  const allowed = allowedIn(view);
  if (!allowed.opens && !allowed.links) return null;
  const { opens, links } = defaults.personal;
  const differs = (allowed.opens && opens !== wish.opens) || (allowed.links && links !== wish.links);
  const starts = { opens: opens && allowed.opens, links: links && allowed.links };
  return (
    <div className={surfaces.section}>
      {defaults.failed && differs && (
        <Notice kind="warning" title={t('compose.notRemembered')} text={t('compose.notRememberedText')} />
      )}
      <div className={styles.row}>
        <span className={mergeClasses(surfaces.small, surfaces.muted)}>{t(sentenceOf(starts))}</span>
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
