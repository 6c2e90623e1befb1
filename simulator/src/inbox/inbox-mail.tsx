import { AttachRegular } from '@fluentui/react-icons/svg/attach';
import { useState } from 'react';
import type { ArrivedMail, PostedMail } from '../../../functions/local/post/mail-shapes.ts';
import { MailFrame } from '../body/mail-frame.tsx';
import { isRemote, pictureSources } from '../outlook/body-engine.ts';
import { Initials } from '../page/initials.tsx';
import { writeReply } from '../post/write-reply.ts';
import { useTexts } from '../texts/use-texts.ts';

interface InboxMailProps {
  mail: ArrivedMail;
  /** Who reads it. */
  owner: ArrivedMail['from'];
  loadsPictures: boolean;
  theme: 'light' | 'dark';
  send: (mail: PostedMail) => Promise<void>;
}

/** A mail as its recipient reads it. */
export function InboxMail({ mail, owner, loadsPictures, theme, send }: InboxMailProps) {
  const texts = useTexts();
  const [remote, setRemote] = useState<'blocked' | 'loaded'>(loadsPictures ? 'loaded' : 'blocked');
  const [pictures] = useState(() => ({ find: (id: string) => mail.pictures[id] ?? null, keep: () => undefined }));
  const hasRemote = mail.format === 'html' && pictureSources(mail.body).some(isRemote);
  return (
    <article className="inbox-mail">
      <header className="mail-head">
        <h2>{mail.subject || texts.noSubject}</h2>
        <Initials name={mail.from.name} />
        <div className="mail-facts">
          <b>{mail.from.name}</b>
          <span className="muted">{mail.from.address}</span>
        </div>
      </header>
      {mail.attachments.length > 0 && (
        <ul className="attachments" aria-label={texts.attachments}>
          {mail.attachments.map(({ name }) => (
            <li key={name}>
              <AttachRegular aria-hidden /> {name}
            </li>
          ))}
        </ul>
      )}
      {hasRemote && remote === 'blocked' && (
        <p className="bar">
          {texts.pictures.blocked}{' '}
          <button type="button" className="link" onClick={() => setRemote('loaded')}>
            {texts.pictures.load}
          </button>
        </p>
      )}
      <MailFrame mail={mail} pictures={pictures} remote={remote} theme={theme} title={texts.body} />
      <Reply onSend={(text) => send(writeReply(mail, { owner, text, now: Date.now(), id: crypto.randomUUID() }))} />
    </article>
  );
}

function Reply({ onSend }: { onSend: (text: string) => Promise<void> }) {
  const { inbox } = useTexts();
  const [text, setText] = useState('');
  const [state, setState] = useState<'closed' | 'open' | 'sent' | 'failed'>('closed');
  if (state !== 'open') {
    return (
      <footer className="reply">
        <button type="button" className="quiet" onClick={() => setState('open')}>
          {inbox.answer}
        </button>
        {state === 'sent' && <span role="status">{inbox.answered}</span>}
        {state === 'failed' && <span role="alert">{inbox.unreachable}</span>}
      </footer>
    );
  }
  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text).then(
          () => setState('sent'),
          () => setState('failed'),
        );
      }}
    >
      <textarea
        aria-label={inbox.answerLabel}
        value={text}
        autoFocus
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="primary" disabled={text.trim() === ''}>
        {inbox.answerSend}
      </button>
    </form>
  );
}
