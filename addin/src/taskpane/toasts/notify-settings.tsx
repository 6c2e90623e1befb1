import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { Preferences } from '@readback/core';
import { useId, useSyncExternalStore } from 'react';
import { letRun } from '../let-run.ts';
import { useSurfaces } from '../look/surfaces.ts';
import { usePane } from '../pane-context.ts';
import { notifyOf } from '../preferences/edit-preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useLaterTexts, useTexts } from '../texts/use-texts.ts';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '12px', margin: 0 },
  choices: { border: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '4px' },
  legend: { padding: 0, marginBottom: '4px', fontWeight: tokens.fontWeightSemibold },
  choice: { display: 'flex', alignItems: 'center', columnGap: '8px', minHeight: '28px', cursor: 'pointer' },
  radio: { margin: 0, width: '16px', height: '16px', accentColor: tokens.colorCompoundBrandBackground },
  desktop: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

/** What the person is told of in passing, and whether on the desktop too. */
export function NotifySettings({ id }: { id: string }) {
  const { t } = useLaterTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const name = useId();
  const { preferences, change } = usePreferences();
  const choices: [Preferences['notify'], string][] = [
    ['all', t('toasts.all')],
    ['starred', t('toasts.starred')],
    ['none', t('toasts.none')],
  ];
  return (
    <section id={id} aria-label={t('activity.notify')} className={mergeClasses(surfaces.card, styles.card)}>
      <fieldset className={styles.choices} disabled={preferences === null}>
        <legend className={mergeClasses(surfaces.text, styles.legend)}>{t('activity.notify')}</legend>
        {choices.map(([notify, label]) => (
          <label key={notify} className={mergeClasses(surfaces.text, styles.choice)}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={preferences?.notify === notify}
              onChange={() => change(notifyOf(notify))}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <p className={mergeClasses(surfaces.small, surfaces.muted)}>{t('toasts.settingsText')}</p>
      <Desktop />
    </section>
  );
}

function Desktop() {
  const { t } = useTexts();
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { desktop } = usePane();
  const state = useSyncExternalStore(desktop.subscribe, desktop.current);
  const small = mergeClasses(surfaces.small, surfaces.muted);
  switch (state) {
    case 'no-way':
      return null;
    case 'allowed':
      return <p className={small}>{t('toasts.desktopOn')}</p>;
    case 'denied':
      return <p className={small}>{t('toasts.desktopDenied')}</p>;
    case 'unasked':
      return (
        <div className={styles.desktop}>
          <Button size="small" onClick={() => letRun(desktop.ask())}>
            {t('toasts.desktop')}
          </Button>
          <span className={small}>{t('toasts.desktopText')}</span>
        </div>
      );
  }
}
