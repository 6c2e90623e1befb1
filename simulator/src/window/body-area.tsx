import { useEffect, useRef, useState } from 'react';
import { openBodyEditor } from '../body/body-editor.ts';
import type { BodyEditor } from '../body/body-editor.ts';
import { policyFor } from '../body/frame-document.ts';
import type { RemotePictures } from '../body/frame-document.ts';
import type { Draft } from '../outlook/outlook.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDesk } from './desk.ts';
import { addPictures } from './add-pictures.ts';

interface BodyAreaProps {
  draft: Draft;
  remote: RemotePictures;
  onReady: (editor: BodyEditor | null) => void;
}

/** Where the mail's text is written. */
export function BodyArea({ draft, remote, onReady }: BodyAreaProps) {
  const texts = useTexts();
  const { format, body } = draft.content;
  if (format === 'html') return <HtmlArea draft={draft} remote={remote} onReady={onReady} />;
  return (
    <textarea
      className="body-area"
      aria-label={texts.body}
      value={body}
      readOnly={draft.state !== 'open'}
      onChange={({ target }) => draft.edit({ body: target.value })}
    />
  );
}

function HtmlArea({ draft, remote, onReady }: BodyAreaProps) {
  const desk = useDesk();
  const { pictures, choices, go } = desk;
  const texts = useTexts();
  const frame = useRef<HTMLIFrameElement>(null);
  const [editor, setEditor] = useState<BodyEditor | null>(null);
  /** The body as the editor shows it: what differs was written by somebody else. */
  const shown = useRef('');
  const { body } = draft.content;
  useEffect(() => {
    // While a mail is sent its window rests: Outlook doesn't show what add-ins write then.
    if (editor === null || draft.state !== 'open' || shown.current === body) return;
    shown.current = body;
    editor.show(body);
  }, [editor, body, draft.state]);
  useEffect(() => () => onReady(null), [onReady]);
  const open = (): void => {
    if (frame.current === null) return;
    const opened = openBodyEditor(frame.current, {
      pictures,
      theme: choices.theme,
      onChange: (html) => {
        shown.current = html;
        draft.edit({ body: html });
      },
      onPictures: (files) => {
        addPictures(files, {
          draft,
          editor: opened,
          pictures,
          onTooLarge: () => go({ type: 'toast', toast: 'pictureTooLarge' }),
        }).catch(reportError);
      },
    });
    if (draft.kind !== 'new' && draft.kind !== 'forward') opened.focus();
    setEditor(opened);
    onReady(opened);
  };
  // Without scripts, yet of this origin, so that the page can read what is typed.
  return (
    <iframe
      ref={frame}
      className="body-area"
      title={texts.body}
      sandbox="allow-same-origin"
      srcDoc={`<meta http-equiv="Content-Security-Policy" content="${policyFor(remote)}">`}
      onLoad={open}
    />
  );
}
