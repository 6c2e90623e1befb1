import { AttachRegular } from '@fluentui/react-icons/svg/attach';
import type { ArrivedMail } from '../../../functions/local/post/mail-shapes.ts';
import { Initials } from '../page/initials.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** Who wrote a mail about what, and what came with it. */
export function MailHead({ mail }: { mail: ArrivedMail }) {
  const texts = useTexts();
  return (
    <>
      <header className="mail-head">
        <h2>{mail.subject || texts.noSubject}</h2>
        <Initials name={mail.from.name} />
        <div className="mail-facts">
          <b>{mail.from.name}</b>
          <span className="muted">{mail.from.address}</span>
        </div>
        <a className="mail-source" href={`/local/mail/${mail.id}/raw`} target="_blank" rel="noreferrer">
          {texts.inbox.source}
        </a>
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
    </>
  );
}
