import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { DraftsRegular } from '@fluentui/react-icons/svg/drafts';
import { MailInboxRegular } from '@fluentui/react-icons/svg/mail-inbox';
import { MailOffRegular } from '@fluentui/react-icons/svg/mail-off';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import { Blank } from '../look/blank.tsx';
import type { BlankAction } from '../look/blank.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { Forgotten } from './forgotten.tsx';
import type { SendNote } from './identify.ts';
import type { MessageSituation } from './read-message.ts';
import { reasonKey } from './reason-key.ts';

/** Nothing of it reached the server; what the send handler noted on the mail says why. */
function UntrackedMessage({ note }: { note: SendNote }) {
  const { t } = useTexts();
  const { opensReason, linksReason } = note;
  const opens = t(reasonKey(opensReason ?? 'unknown'));
  const links = t(reasonKey(linksReason ?? 'unknown'));
  const text = opens === links ? opens : t('message.bothReasons', { opens, links });
  return <Blank icon={<MailOffRegular />} title={t('message.untracked')} text={text} />;
}

interface NotNowProps extends Pick<NoStoryProps, 'again'> {
  title: string;
  text: string;
}

/** Something that may well be known a moment later. */
function NotNow({ title, text, again }: NotNowProps) {
  const { t } = useTexts();
  const actions = [{ label: t('problem.retry'), ...again }];
  return <Blank icon={<QuestionRegular />} title={title} text={text} actions={actions} />;
}

interface NoStoryProps {
  situation: Exclude<MessageSituation, { kind: 'found' }>;
  onOpen: (messageId: string) => void;
  onLeave: () => void;
  /** Reads the mail again. */
  again: Pick<BlankAction, 'run' | 'busy'>;
}

/** A message without a story of its own: says why, and leads to the one that has it. */
export function NoStory({ situation, onOpen, onLeave, again }: NoStoryProps) {
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
      return <NotNow title={t('message.catchUpFailed')} text={t('message.catchUpFailedText')} again={again} />;
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
      return <NotNow title={t('message.unreadable')} text={t('message.unreadableText')} again={again} />;
  }
}
