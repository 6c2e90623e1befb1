import { useState } from 'react';
import { Modal } from '../page/modal.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { DialogButtons } from './dialog-buttons.tsx';

interface LinkDialogProps {
  /** The selected text. */
  text: string;
  onCancel: () => void;
  onInsert: (link: { text: string; address: string }) => void;
}

/** Asks what a link says and where it goes. */
export function LinkDialog({ text: selected, onCancel, onInsert }: LinkDialogProps) {
  const texts = useTexts();
  const [text, setText] = useState(selected);
  // A page of this machine to begin with, so that a first try needs no other.
  const [address, setAddress] = useState(() => `${location.origin}/simulator/example.html`);
  const target = completeAddress(address);
  return (
    <Modal title={texts.linkTitle} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (target !== '') onInsert({ text: text === '' ? target : text, address: target });
        }}
      >
        <label className="stacked">
          {texts.linkText}
          <input value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <label className="stacked">
          {texts.linkAddress}
          <input value={address} placeholder="https://" onChange={(event) => setAddress(event.target.value)} />
        </label>
        <DialogButtons action={texts.insert} isReady={target !== ''} onCancel={onCancel} />
      </form>
    </Modal>
  );
}

/** As Outlook does: what names no scheme is a web address. */
function completeAddress(typed: string): string {
  const address = typed.trim();
  return address === '' || /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|sms:|#)/i.test(address)
    ? address
    : `https://${address}`;
}
