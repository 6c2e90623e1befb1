import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { MailReadRegular } from '@fluentui/react-icons/svg/mail-read';
import { useTexts } from '../texts/use-texts.ts';
import { isOpen, shownDraft, useDesk } from './desk.ts';

/** The mails that are being written, and the way back to reading. */
export function DraftTabs() {
  const desk = useDesk();
  const texts = useTexts();
  const { outlook, sight, go } = desk;
  const current = shownDraft(desk);
  return (
    <nav className="draft-tabs">
      <button
        type="button"
        aria-current={current === null}
        onClick={() => {
          if (sight.shown.kind === 'draft') go({ type: 'show', shown: { kind: 'nothing' } });
        }}
      >
        <MailReadRegular aria-hidden /> {texts.folders[sight.folder]}
      </button>
      {outlook.drafts.filter(isOpen).map((draft) => (
        <button
          type="button"
          key={draft.number}
          aria-current={draft === current}
          onClick={() => go({ type: 'show', shown: { kind: 'draft', number: draft.number } })}
        >
          <EditRegular aria-hidden /> {draft.content.subject || texts.noSubject}
        </button>
      ))}
    </nav>
  );
}
