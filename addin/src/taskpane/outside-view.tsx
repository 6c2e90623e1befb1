import { makeStyles } from '@griffel/react';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';
import { Blank } from './look/blank.tsx';
import { useTexts } from './texts/use-texts.ts';

const useStyles = makeStyles({ page: { padding: '16px' } });

/** Stands alone where there is no Outlook around the page. */
export function OutsideView({ reason }: { reason: 'outside' | 'no-script' }) {
  const { t } = useTexts();
  const styles = useStyles();
  return (
    <main className={styles.page}>
      {reason === 'outside' ? (
        <Blank icon={<MailRegular />} title={t('outside.title')} text={t('outside.text')} />
      ) : (
        <Blank icon={<PlugDisconnectedRegular />} title={t('outside.noScriptTitle')} text={t('outside.noScriptText')} />
      )}
    </main>
  );
}
