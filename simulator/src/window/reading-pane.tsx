import { ArrowForwardRegular } from '@fluentui/react-icons/svg/arrow-forward';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { ArrowReplyAllRegular } from '@fluentui/react-icons/svg/arrow-reply-all';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { useState } from 'react';
import { pictureSources, isRemote } from '../outlook/body-engine.ts';
import type { Mail, Person } from '../outlook/mail.ts';
import type { Draft } from '../outlook/outlook.ts';
import { MailFrame } from '../body/mail-frame.tsx';
import { Initials } from '../page/initials.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { AddinCommands } from './addin-commands.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { shownMail, useDesk } from './desk.ts';
import { formatLong } from '../page/format-date.ts';

/** The mail that is picked. */
export function ReadingPane() {
  const desk = useDesk();
  const mail = shownMail(desk);
  return (
    <article className="reading-pane">
      <ReadCommands mail={mail} />
      {mail === null ? <NothingPicked /> : <OpenMail key={mail.id} mail={mail} />}
    </article>
  );
}

function ReadCommands({ mail }: { mail: Mail | null }) {
  const { outlook, go } = useDesk();
  const texts = useTexts();
  const write = (draft: Draft): void => go({ type: 'show', shown: { kind: 'draft', number: draft.number } });
  return (
    <div className="ribbon">
      {mail?.folder === 'drafts' && (
        <button type="button" onClick={() => write(outlook.reopen(mail))}>
          <EditRegular aria-hidden /> {texts.editDraft}
        </button>
      )}
      {mail !== null && mail.folder !== 'drafts' && (
        <>
          <button type="button" onClick={() => write(outlook.reply(mail, 'reply'))}>
            <ArrowReplyRegular aria-hidden /> {texts.reply}
          </button>
          <button type="button" onClick={() => write(outlook.reply(mail, 'replyAll'))}>
            <ArrowReplyAllRegular aria-hidden /> {texts.replyAll}
          </button>
          <button type="button" onClick={() => write(outlook.reply(mail, 'forward'))}>
            <ArrowForwardRegular aria-hidden /> {texts.forward}
          </button>
        </>
      )}
      <AddinCommands surface="read" draft={null} />
    </div>
  );
}

function NothingPicked() {
  const texts = useTexts();
  return (
    <div className="nothing">
      <MailRegular aria-hidden />
      <p>{texts.nothingSelected}</p>
      <p className="muted">{texts.nothingSelectedText}</p>
    </div>
  );
}

/**
 * Pictures from the internet wait for a click, as in classic Outlook: otherwise each look at a sent mail would load its own
 * picture (docs/decisions/0081).
 */
function OpenMail({ mail }: { mail: Mail }) {
  const { pictures, choices } = useDesk();
  const texts = useTexts();
  const [remote, setRemote] = useState<'blocked' | 'loaded'>('blocked');
  const hasRemote = mail.format === 'html' && pictureSources(mail.body).some(isRemote);
  return (
    <div className="open-mail">
      <MailHead mail={mail} />
      <AttachmentList attachments={mail.attachments} />
      {hasRemote && remote === 'blocked' && (
        <p className="bar">
          {texts.pictures.blocked}{' '}
          <button type="button" className="link" onClick={() => setRemote('loaded')}>
            {texts.pictures.load}
          </button>
        </p>
      )}
      <MailFrame mail={mail} pictures={pictures} remote={remote} theme={choices.theme} title={texts.body} />
    </div>
  );
}

function MailHead({ mail }: { mail: Mail }) {
  const { choices } = useDesk();
  const texts = useTexts();
  const time = mail.sentAt ?? mail.createdAt;
  return (
    <header className="mail-head">
      <h2>{mail.subject || texts.noSubject}</h2>
      <Initials name={mail.from.name} />
      <div className="mail-facts">
        <b>{mail.from.name}</b>
        <PeopleLine label={texts.to} people={mail.to} />
        <PeopleLine label={texts.cc} people={mail.cc} />
        {mail.deliverAfter !== null && (
          <span className="muted">{texts.scheduled(formatLong(mail.deliverAfter, choices.language))}</span>
        )}
      </div>
      <time dateTime={new Date(time).toISOString()}>{formatLong(time, choices.language)}</time>
    </header>
  );
}

function PeopleLine({ label, people }: { label: string; people: readonly Person[] }) {
  if (people.length === 0) return null;
  return (
    <span className="muted">
      {label}: {people.map(({ name }) => name).join('; ')}
    </span>
  );
}
