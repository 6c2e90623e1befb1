import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { Blank } from '../look/blank.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** Stands where a part of the pane would be that only the newer version has: says so, and loads that one on a press. */
export function OutdatedBlank() {
  const { t } = useTexts();
  return (
    <Blank
      icon={<ArrowSyncRegular />}
      title={t('problem.outdatedTitle')}
      text={t('problem.outdated')}
      actions={[{ label: t('problem.reload'), run: () => location.reload() }]}
    />
  );
}
