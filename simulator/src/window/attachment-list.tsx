import { AttachRegular } from '@fluentui/react-icons/svg/attach';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { Attachment } from '../outlook/mail.ts';
import { useTexts } from '../texts/use-texts.ts';

interface AttachmentListProps {
  attachments: readonly Attachment[];
  /** Absent: they can't be removed. */
  onRemove?: (attachment: Attachment) => void;
}

/** The files at a mail; pictures inside its body aren't among them. */
export function AttachmentList({ attachments, onRemove }: AttachmentListProps) {
  const texts = useTexts();
  const files = attachments.filter(({ isInline }) => !isInline);
  if (files.length === 0) return null;
  return (
    <ul className="attachments" aria-label={texts.attachments}>
      {files.map((file) => (
        <li key={file.id}>
          <AttachRegular aria-hidden />
          {file.name}
          <span className="muted">{Math.max(1, Math.round(file.size / 1_024))} KB</span>
          {onRemove !== undefined && (
            <button type="button" aria-label={texts.remove(file.name)} onClick={() => onRemove(file)}>
              <DismissRegular aria-hidden />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
