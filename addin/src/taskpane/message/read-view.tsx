import type { MailboxAccess } from '@readback/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { openReadItem } from '../../host/read-item.ts';
import { useKnownVersion } from '../activity/use-version.ts';
import { ErrorBlank } from '../api/error-views.tsx';
import { lazyView } from '../loading/lazy-view.ts';
import { letRun } from '../let-run.ts';
import { Notice } from '../look/notice.tsx';
import { usePane } from '../pane-context.ts';
import { MessageView } from './message-view.tsx';
import { readMessage } from './read-message.ts';
import type { MessageSituation } from './read-message.ts';
import type { KnownMessage } from './use-message.ts';
import { StoryWaiting } from './story-waiting.tsx';
import { useViewing } from './use-viewing.ts';
import { useTexts } from '../texts/use-texts.ts';

// Most mails that the pane is opened beside have a story.
const NoStory = lazyView(async () => (await import('./no-story.tsx')).NoStory);

/** Between two items of a pinned pane there may be none for a moment. */
const NOTHING_OPEN: MessageSituation = { kind: 'unreadable' };

interface ReadViewProps {
  access: MailboxAccess;
  /** Which item: another number is another one. */
  itemNumber: number;
  onOpen: (messageId: string) => void;
  /** Leads to all messages. */
  onLeave: () => void;
}

/** What is known of the message beside the pane. */
export function ReadView({ access, itemNumber, onOpen, onLeave }: ReadViewProps) {
  const { api, mailbox, patience } = usePane();
  const readVersion = useKnownVersion();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['item', itemNumber],
    queryFn: async ({ signal }) => {
      const version = readVersion() ?? '';
      const item = openReadItem(patience);
      const desk = { api, access, address: mailbox.address(), now: patience.timers.now() };
      const situation = item === null ? NOTHING_OPEN : await readMessage(desk, item, signal);
      return { situation, version };
    },
    staleTime: Infinity,
  });
  if (!data) return error ? <ErrorBlank error={error} retry={() => letRun(refetch())} /> : <StoryWaiting />;
  const { situation, version } = data;
  if (situation.kind === 'found') {
    // What can be read has left; the server hears of it in a moment (use-viewing.ts).
    const known = { message: { ...situation.message, sent: true }, version };
    return <OwnMessage known={known} caughtUp={situation.caughtUp} onLeave={onLeave} />;
  }
  return (
    <Suspense fallback={<StoryWaiting />}>
      <NoStory
        situation={situation}
        onOpen={onOpen}
        onLeave={onLeave}
        again={{ run: () => letRun(refetch()), busy: isFetching }}
      />
    </Suspense>
  );
}

interface OwnMessageProps {
  known: KnownMessage;
  caughtUp: boolean;
  onLeave: () => void;
}

function OwnMessage({ known, caughtUp, onLeave }: OwnMessageProps) {
  const { t } = useTexts();
  const { id } = known.message;
  useViewing(id);
  return (
    <MessageView id={id} known={known} onLeave={onLeave}>
      {caughtUp && <Notice kind="done" title={t('message.caughtUp')} />}
    </MessageView>
  );
}
