import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { DraftsRegular } from '@fluentui/react-icons/svg/drafts';
import { MailInboxRegular } from '@fluentui/react-icons/svg/mail-inbox';
import { MailOffRegular } from '@fluentui/react-icons/svg/mail-off';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import type { MailboxAccess } from '@readback/core';
import { useQuery } from '@tanstack/react-query';
import { openReadItem } from '../../host/read-item.ts';
import { useKnownVersion } from '../activity/use-version.ts';
import { ErrorBlank } from '../api/error-views.tsx';
import { letRun } from '../let-run.ts';
import { Blank } from '../look/blank.tsx';
import { Notice } from '../look/notice.tsx';
import { usePane } from '../pane-context.ts';
import type { SendNote } from './identify.ts';
import { Forgotten } from './forgotten.tsx';
import { MessageView } from './message-view.tsx';
import { readMessage } from './read-message.ts';
import type { MessageSituation } from './read-message.ts';
import { reasonKey } from './reason-key.ts';
import type { KnownMessage } from './use-message.ts';
import { StoryWaiting } from './story-waiting.tsx';
import { useViewing } from './use-viewing.ts';
import { useTexts } from '../texts/use-texts.ts';

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
  const { data, error, refetch } = useQuery({
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
  if (situation.kind !== 'found') return <Elsewhere situation={situation} onOpen={onOpen} onLeave={onLeave} />;
  return <OwnMessage known={{ message: situation.message, version }} caughtUp={situation.caughtUp} onLeave={onLeave} />;
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

/** Nothing of it reached the server; what the send handler noted on the mail says why. */
function UntrackedMessage({ note }: { note: SendNote }) {
  const { t } = useTexts();
  const { opensReason, linksReason } = note;
  const opens = t(reasonKey(opensReason ?? 'unknown'));
  const links = t(reasonKey(linksReason ?? 'unknown'));
  const text = opens === links ? opens : t('message.bothReasons', { opens, links });
  return <Blank icon={<MailOffRegular />} title={t('message.untracked')} text={text} />;
}

interface ElsewhereProps {
  situation: Exclude<MessageSituation, { kind: 'found' }>;
  onOpen: (messageId: string) => void;
  onLeave: () => void;
}

/** A message without a story of its own: says why, and leads to the one that has it. */
function Elsewhere({ situation, onOpen, onLeave }: ElsewhereProps) {
  const { t } = useTexts();
  const lead = (id: string) => [{ label: t('message.replyOpen'), run: () => onOpen(id) }];
  switch (situation.kind) {
    case 'reply': {
      const { quoted } = situation;
      return (
        <Blank
          icon={<ArrowReplyRegular />}
          title={quoted?.subject ? t('message.replyToSubject', { subject: quoted.subject }) : t('message.replyTo')}
          text={t('message.replyText')}
          actions={quoted ? lead(quoted.id) : []}
        />
      );
    }
    case 'quotes':
      return (
        <Blank
          icon={<MailOffRegular />}
          title={t('message.untracked')}
          text={t('message.quotesText')}
          actions={lead(situation.message.id)}
        />
      );
    case 'unheard':
      return (
        <Blank icon={<QuestionRegular />} title={t('message.catchUpFailed')} text={t('message.catchUpFailedText')} />
      );
    case 'deleted':
      return <Forgotten onLeave={onLeave} />;
    case 'untracked':
      return <UntrackedMessage note={situation.note} />;
    case 'draft':
      return <Blank icon={<DraftsRegular />} title={t('message.draft')} text={t('message.draftText')} />;
    case 'nothing':
      return <Blank icon={<MailOffRegular />} title={t('message.untracked')} text={t('message.notOurs')} />;
    case 'foreign':
      return <Blank icon={<PersonRegular />} title={t('message.foreign')} text={t('message.foreignText')} />;
    case 'received':
      return <Blank icon={<MailInboxRegular />} title={t('message.received')} text={t('message.receivedText')} />;
    case 'unreadable':
      return <Blank icon={<QuestionRegular />} title={t('message.unreadable')} text={t('message.unreadableText')} />;
  }
}
