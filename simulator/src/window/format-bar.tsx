import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { ImageRegular } from '@fluentui/react-icons/svg/image';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { TextBoldRegular } from '@fluentui/react-icons/svg/text-bold';
import { TextBulletListLtrRegular } from '@fluentui/react-icons/svg/text-bullet-list-ltr';
import { TextClearFormattingRegular } from '@fluentui/react-icons/svg/text-clear-formatting';
import { TextItalicRegular } from '@fluentui/react-icons/svg/text-italic';
import { TextNumberListLtrRegular } from '@fluentui/react-icons/svg/text-number-list-ltr';
import { TextUnderlineRegular } from '@fluentui/react-icons/svg/text-underline';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { BodyEditor, EditCommand } from '../body/body-editor.ts';
import { escapeHtml } from '../outlook/rewrite-tags.ts';
import type { Draft } from '../outlook/outlook.ts';
import { Picker } from '../page/picker.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { addPictures } from './add-pictures.ts';
import { useDesk } from './desk.ts';
import { LinkDialog } from './link-dialog.tsx';
import { PictureDialog } from './picture-dialog.tsx';

const COMMANDS = [
  { name: 'bold', command: 'bold', icon: <TextBoldRegular aria-hidden /> },
  { name: 'italic', command: 'italic', icon: <TextItalicRegular aria-hidden /> },
  { name: 'underline', command: 'underline', icon: <TextUnderlineRegular aria-hidden /> },
  { name: 'bullets', command: 'insertUnorderedList', icon: <TextBulletListLtrRegular aria-hidden /> },
  { name: 'numbers', command: 'insertOrderedList', icon: <TextNumberListLtrRegular aria-hidden /> },
  { name: 'clear', command: 'removeFormat', icon: <TextClearFormattingRegular aria-hidden /> },
  { name: 'undo', command: 'undo', icon: <ArrowUndoRegular aria-hidden /> },
] as const satisfies readonly { name: string; command: EditCommand; icon: unknown }[];

interface FormatBarProps {
  draft: Draft;
  /** Null: the text isn't there yet. */
  editor: BodyEditor | null;
  /** A picture from the internet was put in: pictures have to be loaded from now on. */
  onRemotePicture: () => void;
}

/** Formats the text and puts links and pictures in; picks what kind of mail it is. */
export function FormatBar({ draft, editor, onRemotePicture }: FormatBarProps) {
  const texts = useTexts();
  const { format } = draft.content;
  return (
    <div className="format-bar">
      {format === 'html' && <FormatTools draft={draft} editor={editor} onRemotePicture={onRemotePicture} />}
      <span className="grow" />
      <Picker label={texts.format} value={format} words={texts.formats} onPick={(picked) => draft.setFormat(picked)} />
      <LabelPicker draft={draft} />
    </div>
  );
}

function LabelPicker({ draft }: { draft: Draft }) {
  const { outlook } = useDesk();
  const texts = useTexts();
  const { labels } = outlook.profile;
  const words = { '': texts.noLabel, ...Object.fromEntries(labels.map(({ id, name }) => [id, name])) };
  return (
    <Picker
      label={texts.label}
      value={draft.content.label?.id ?? ''}
      words={words}
      onPick={(picked) => draft.edit({ label: labels.find(({ id }) => id === picked) ?? null })}
    />
  );
}

function FormatTools({ draft, editor, onRemotePicture }: FormatBarProps) {
  const texts = useTexts();
  const [dialog, setDialog] = useState<'link' | 'picture' | null>(null);
  const close = (): void => setDialog(null);
  return (
    // The selection stays where it is while a button is pressed.
    <div
      className="format-tools"
      role="toolbar"
      aria-label={texts.format}
      onMouseDown={(event) => event.preventDefault()}
    >
      {COMMANDS.map(({ name, command, icon }) => (
        <BarButton key={name} label={texts[name]} onPress={() => editor?.run(command)}>
          {icon}
        </BarButton>
      ))}
      <BarButton label={texts.link} onPress={() => setDialog('link')}>
        <LinkRegular aria-hidden />
      </BarButton>
      <BarButton label={texts.picture} onPress={() => setDialog('picture')}>
        <ImageRegular aria-hidden />
      </BarButton>
      {editor !== null && dialog === 'link' && <InsertLink editor={editor} onClose={close} />}
      {editor !== null && dialog === 'picture' && (
        <InsertPicture draft={draft} editor={editor} onRemotePicture={onRemotePicture} onClose={close} />
      )}
    </div>
  );
}

function InsertLink({ editor, onClose }: { editor: BodyEditor; onClose: () => void }) {
  return (
    <LinkDialog
      text={editor.selectedText()}
      onCancel={onClose}
      onInsert={({ text, address }) => {
        onClose();
        editor.focus();
        editor.insert(`<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`);
      }}
    />
  );
}

function InsertPicture({ draft, editor, onRemotePicture, onClose }: InsertPictureProps) {
  const { pictures, go } = useDesk();
  const onTooLarge = (): void => go({ type: 'toast', toast: 'pictureTooLarge' });
  return (
    <PictureDialog
      onCancel={onClose}
      onFiles={(files) => {
        onClose();
        addPictures(files, { draft, editor, pictures, onTooLarge }).catch(reportError);
      }}
      onAddress={(address) => {
        onClose();
        editor.focus();
        editor.insert(`<img src="${escapeHtml(address)}" alt="">`);
        onRemotePicture();
      }}
    />
  );
}

interface InsertPictureProps extends FormatBarProps {
  editor: BodyEditor;
  onClose: () => void;
}

function BarButton({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" title={label} aria-label={label} onClick={onPress}>
      {children}
    </button>
  );
}
