import { DraftsRegular } from '@fluentui/react-icons/svg/drafts';
import { MailAddRegular } from '@fluentui/react-icons/svg/mail-add';
import { MailInboxRegular } from '@fluentui/react-icons/svg/mail-inbox';
import { SendRegular } from '@fluentui/react-icons/svg/send';
import type { FolderName } from '../outlook/mail.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDesk } from './desk.ts';

const FOLDERS = [
  { name: 'inbox', icon: <MailInboxRegular aria-hidden /> },
  { name: 'drafts', icon: <DraftsRegular aria-hidden /> },
  { name: 'sent', icon: <SendRegular aria-hidden /> },
] as const satisfies readonly { name: FolderName; icon: unknown }[];

/** The mailbox's folders, and the way to a new mail. */
export function FolderRail() {
  const { outlook, sight, go } = useDesk();
  const texts = useTexts();
  const write = (): void => {
    const { number } = outlook.newMail();
    go({ type: 'show', shown: { kind: 'draft', number } });
  };
  return (
    <nav className="folder-rail">
      <button type="button" className="primary new-mail" onClick={write}>
        <MailAddRegular aria-hidden /> {texts.newMail}
      </button>
      <p className="mailbox-name">{outlook.profile.user.name}</p>
      {FOLDERS.map(({ name, icon }) => (
        <button
          type="button"
          key={name}
          className="folder"
          aria-current={sight.folder === name}
          onClick={() => go({ type: 'folder', folder: name })}
        >
          {icon} <span>{texts.folders[name]}</span>
          <FolderCount count={outlook.folder(name).length} />
        </button>
      ))}
    </nav>
  );
}

function FolderCount({ count }: { count: number }) {
  return count === 0 ? null : <span className="count">{count}</span>;
}
