import { makeStyles } from '@griffel/react';
import { Notice } from '../look/notice.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { usePreferences } from './use-preferences.ts';

const useStyles = makeStyles({ place: { padding: '0 16px 12px' } });

/** Says that a change of preferences was undone; nothing while there is none. */
export function PreferencesNotice() {
  const { t } = useTexts();
  const styles = useStyles();
  const { failure } = usePreferences();
  if (failure === null) return null;
  return (
    <div className={styles.place}>
      <Notice kind="warning" title={t('preferences.failed')} text={t('preferences.failedText')} />
    </div>
  );
}
