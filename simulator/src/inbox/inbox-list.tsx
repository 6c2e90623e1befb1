import type { ArrivedMail } from '../../../functions/local/post/mail-shapes.ts';
import { formatShort } from '../page/format-date.ts';
import { Initials } from '../page/initials.tsx';
import { useTexts } from '../texts/use-texts.ts';

interface InboxListProps {
  mails: readonly ArrivedMail[];
  openId: string | null;
  language: string;
  onOpen: (id: string) => void;
}

/** What has arrived. */
export function InboxList({ mails, openId, language, onOpen }: InboxListProps) {
  const texts = useTexts();
  if (mails.length === 0) return <p className="inbox-list empty">{texts.inbox.empty}</p>;
  return (
    <ul className="inbox-list">
      {mails.map((mail) => (
        <li key={mail.id}>
          <button type="button" className="mail-row" aria-current={mail.id === openId} onClick={() => onOpen(mail.id)}>
            <Initials name={mail.from.name} />
            <span className="who">{mail.from.name}</span>
            <time dateTime={new Date(mail.receivedAt).toISOString()}>
              {formatShort(mail.receivedAt, Date.now(), language)}
            </time>
            <span className="what">{mail.subject || texts.noSubject}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
