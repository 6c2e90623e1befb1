import { Initials } from '../page/initials.tsx';
import { arrivalOf } from '../post/posted-mail.ts';
import type { PostedMail } from '../post/posted-mail.ts';
import { useTexts } from '../texts/use-texts.ts';
import { formatShort } from '../page/format-date.ts';

interface InboxListProps {
  mails: readonly PostedMail[];
  openId: string | null;
  language: string;
  onOpen: (internetMessageId: string) => void;
}

/** What has arrived. */
export function InboxList({ mails, openId, language, onOpen }: InboxListProps) {
  const texts = useTexts();
  if (mails.length === 0) return <p className="inbox-list empty">{texts.inbox.empty}</p>;
  return (
    <ul className="inbox-list">
      {mails.map((mail) => (
        <li key={mail.internetMessageId}>
          <button
            type="button"
            className="mail-row"
            aria-current={mail.internetMessageId === openId}
            onClick={() => onOpen(mail.internetMessageId)}
          >
            <Initials name={mail.from.name} />
            <span className="who">{mail.from.name}</span>
            <time dateTime={new Date(arrivalOf(mail)).toISOString()}>
              {formatShort(arrivalOf(mail), Date.now(), language)}
            </time>
            <span className="what">{mail.subject || texts.noSubject}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
