import { MailOffRegular } from '@fluentui/react-icons/svg/mail-off';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useSeeing } from '../activity/use-seeing.ts';
import { ApiError } from '../api/api-error.ts';
import { ErrorBlank, StaleNotice } from '../api/error-views.tsx';
import { lazyView } from '../loading/lazy-view.ts';
import { Blank } from '../look/blank.tsx';
import { useSurfaces } from '../look/surfaces.ts';
import { MessageStory } from './message-story.tsx';
import { StoryWaiting } from './story-waiting.tsx';
import { useForgetting } from './use-forgetting.ts';
import { useMessage } from './use-message.ts';
import type { KnownMessage } from './use-message.ts';
import { useTexts } from '../texts/use-texts.ts';

// Only who deletes a message gets there.
const Forgotten = lazyView(async () => (await import('./forgotten.tsx')).Forgotten);

const Unreadable = lazyView(async () => (await import('./unreadable.tsx')).Unreadable);

interface MessageViewProps {
  id: string;
  /** Leads to all messages. */
  onLeave: () => void;
  /** What was already read of it. */
  known?: KnownMessage;
  /** Stands above: remarks on how this message was found. */
  children?: ReactNode;
}

/** One message of the sender's own, whichever way it was found. */
export function MessageView({ id, onLeave, known, children }: MessageViewProps) {
  const { t } = useTexts();
  const surfaces = useSurfaces();
  const { loaded, error, since, retry } = useMessage(id, known);
  useSeeing(id);
  const forgetting = useForgetting(id);
  if (forgetting.isForgotten) {
    return (
      <Suspense fallback={<StoryWaiting />}>
        <Forgotten takesFocus onLeave={onLeave} />
      </Suspense>
    );
  }
  if (loaded === undefined && error instanceof ApiError && error.code === 'damaged') {
    return (
      <Suspense fallback={<StoryWaiting />}>
        <Unreadable forgetting={forgetting} />
      </Suspense>
    );
  }
  if (loaded === undefined) return error ? <ErrorBlank error={error} retry={retry} /> : <StoryWaiting />;
  if (loaded === null) {
    return <Blank icon={<MailOffRegular />} title={t('message.gone')} text={t('message.goneText')} />;
  }
  return (
    <div className={surfaces.page}>
      {error && <StaleNotice error={error} since={since} retry={retry} />}
      {children}
      <MessageStory loaded={loaded} forgetting={forgetting} />
    </div>
  );
}
