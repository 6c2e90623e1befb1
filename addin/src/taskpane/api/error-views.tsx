import { CloudOffRegular } from '@fluentui/react-icons/svg/cloud-off';
import { Blank } from '../look/blank.tsx';
import { Notice } from '../look/notice.tsx';
import { useWhen } from '../look/use-when.ts';
import { kindOfError } from './api-error.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Stands where something would be that couldn't be fetched. */
export function ErrorBlank({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTexts();
  return (
    <Blank
      icon={<CloudOffRegular />}
      title={t('problem.title')}
      text={t(`problem.${kindOfError(error)}`)}
      actions={[{ label: t('problem.retry'), run: retry }]}
    />
  );
}

/** Stands above what is shown, when it is the last that was known. `since` in milliseconds since 1970. */
export function StaleNotice({ error, since, retry }: { error: unknown; since: number; retry: () => void }) {
  const { t } = useTexts();
  const when = useWhen()(new Date(since).toISOString());
  return (
    <Notice
      kind="warning"
      title={t('problem.stale', { when: when?.relative ?? '' })}
      text={t(`problem.${kindOfError(error)}`)}
      action={{ label: t('problem.retry'), run: retry }}
    />
  );
}
