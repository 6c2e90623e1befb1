import { CloudOffRegular } from '@fluentui/react-icons/svg/cloud-off';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { letRun } from '../let-run.ts';
import { Blank } from '../look/blank.tsx';
import type { BlankAction } from '../look/blank.tsx';
import { Notice } from '../look/notice.tsx';
import { useWhen } from '../look/use-when.ts';
import { OutdatedBlank } from '../loading/outdated-blank.tsx';
import { usePane } from '../pane-context.ts';
import { useTexts } from '../texts/use-texts.ts';
import { kindOfError } from './api-error.ts';
import { resumeStopped } from './resume-stopped.ts';

interface ErrorBlankProps {
  error: unknown;
  retry: () => void;
}

/** Stands where something would be that couldn't be fetched. */
export function ErrorBlank({ error, retry }: ErrorBlankProps) {
  return kindOfError(error) === 'outdated' ? <OutdatedBlank /> : <RetryBlank error={error} retry={retry} />;
}

function RetryBlank({ error, retry }: ErrorBlankProps) {
  const { t } = useTexts();
  const { text, action } = useWayOut(error, retry);
  return <Blank icon={<CloudOffRegular />} title={t('problem.title')} text={text} actions={[action]} />;
}

/** Stands above what is shown, when it is the last that was known. `since` in milliseconds since 1970. */
export function StaleNotice({ error, since, retry }: { error: unknown; since: number; retry: () => void }) {
  const { t } = useTexts();
  const { text, action } = useWayOut(error, retry);
  const when = useWhen()(new Date(since).toISOString());
  return (
    <Notice kind="warning" title={t('problem.stale', { when: when?.relative ?? '' })} text={text} action={action} />
  );
}

/** What is the matter, and what the sender can do. */
interface WayOut {
  text: string;
  action: BlankAction;
}

/** To try again, after signing in where that has run out. With it goes on whatever else had stopped. */
function useWayOut(error: unknown, retry: () => void): WayOut {
  const { t } = useTexts();
  const { signIn } = usePane();
  const queries = useQueryClient();
  const again = (): void => {
    retry();
    letRun(resumeStopped(queries));
  };
  const signingIn = useMutation({ mutationFn: () => signIn.withWindow(), onSuccess: again, retry: false });
  const kind = kindOfError(error);
  if (kind !== 'sign-in') return { text: t(`problem.${kind}`), action: { label: t('problem.retry'), run: again } };
  const { mutate, isPending, isError } = signingIn;
  const text = isError ? t('problem.signInFailed') : t(`problem.${kind}`);
  return { text, action: { label: t('problem.signIn'), run: mutate, busy: isPending } };
}
