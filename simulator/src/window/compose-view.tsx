import { useState } from 'react';
import type { BodyEditor } from '../body/body-editor.ts';
import type { RemotePictures } from '../body/frame-document.ts';
import type { Draft } from '../outlook/outlook.ts';
import { useTexts } from '../texts/use-texts.ts';
import { AttachmentList } from './attachment-list.tsx';
import { BodyArea } from './body-area.tsx';
import { ComposeFields } from './compose-fields.tsx';
import { ComposeRibbon } from './compose-ribbon.tsx';
import { FormatBar } from './format-bar.tsx';
import { NotificationBars } from './notification-bars.tsx';

/** A mail that is being written. */
export function ComposeView({ draft }: { draft: Draft }) {
  const texts = useTexts();
  const [editor, setEditor] = useState<BodyEditor | null>(null);
  const [remote, setRemote] = useState<RemotePictures>('blocked');
  const isSending = draft.state === 'sending';
  const { attachments } = draft.content;
  return (
    <article className="compose" aria-busy={isSending}>
      <ComposeRibbon draft={draft} />
      <NotificationBars draft={draft} />
      <ComposeFields draft={draft} />
      <AttachmentList
        attachments={attachments}
        onRemove={({ id }) => draft.edit({ attachments: attachments.filter((one) => one.id !== id) })}
      />
      <FormatBar draft={draft} editor={editor} onRemotePicture={() => setRemote('loaded')} />
      <BodyArea key={remote} draft={draft} remote={remote} onReady={setEditor} />
      {isSending && (
        <div className="sending" role="status">
          <span className="spinner" aria-hidden /> {texts.sending}
        </div>
      )}
    </article>
  );
}
