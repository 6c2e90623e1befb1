import { CloudOffRegular } from '@fluentui/react-icons/svg/cloud-off';
import { useState } from 'react';
import { letRun } from '../let-run.ts';
import { Blank } from '../look/blank.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { isPageThere } from './load-part.ts';

/** Stands where a part of the pane would be that can't be fetched just now; loads the pane anew once the server is there. */
export function UnreachableBlank() {
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const reload = async (): Promise<void> => {
    setAsking(true);
    if (await isPageThere()) location.reload();
    else setAsking(false);
  };
  return (
    <Blank
      icon={<CloudOffRegular />}
      title={t('problem.unreachableTitle')}
      text={t('problem.unreachable')}
      actions={[{ label: t('problem.retry'), run: () => letRun(reload()), busy: isAsking }]}
    />
  );
}
