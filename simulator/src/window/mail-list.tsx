import type { Mail } from '../outlook/mail.ts';
import { toPlainText } from '../outlook/body-engine.ts';
import { Initials } from '../page/initials.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDesk } from './desk.ts';
import { formatShort } from '../page/format-date.ts';

/** The mails of the open folder. */
export function MailList() {
  const { outlook, sight } = useDesk();
  const texts = useTexts();
  const mails = outlook.folder(sight.folder);
  return (
    <section className="mail-list" aria-label={texts.folders[sight.folder]}>
      <h2>{texts.folders[sight.folder]}</h2>
      {mails.length === 0 && <p className="empty">{texts.emptyFolder}</p>}
      <ul>
        {mails.map((mail) => (
          <li key={mail.id}>
            <MailRow mail={mail} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MailRow({ mail }: { mail: Mail }) {
  const { sight, go, choices } = useDesk();
  const texts = useTexts();
  const who = mail.folder === 'inbox' ? [mail.from] : mail.to;
  const names = who.map(({ name }) => name).join(', ') || texts.noRecipients;
  const text = mail.format === 'html' ? toPlainText(mail.body) : mail.body;
  // Plain text names the targets of links in angle brackets.
  const preview = text
    .replace(/<https?:[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 120);
  return (
    <button
      type="button"
      className="mail-row"
      aria-current={sight.shown.kind === 'mail' && sight.shown.id === mail.id}
      onClick={() => go({ type: 'show', shown: { kind: 'mail', id: mail.id } })}
    >
      <Initials name={names} />
      <span className="who">{names}</span>
      <time dateTime={new Date(mail.sentAt ?? mail.createdAt).toISOString()}>
        {formatShort(mail.sentAt ?? mail.createdAt, Date.now(), choices.language)}
      </time>
      <span className="what">
        {mail.folder === 'drafts' && <em>{texts.draftOf} </em>}
        {mail.subject || texts.noSubject}
      </span>
      <span className="preview">{preview}</span>
    </button>
  );
}
