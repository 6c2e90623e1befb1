import { useState } from 'react';
import { Modal } from '../page/modal.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { DialogButtons } from './dialog-buttons.tsx';

interface PictureDialogProps {
  onCancel: () => void;
  /** Pictures of this device: they travel with the mail. */
  onFiles: (files: Iterable<File>) => void;
  /** A picture of the internet: whoever reads the mail fetches it. */
  onAddress: (address: string) => void;
}

/** Asks for a picture. */
export function PictureDialog({ onCancel, onFiles, onAddress }: PictureDialogProps) {
  const texts = useTexts();
  const [address, setAddress] = useState('');
  return (
    <Modal title={texts.pictureTitle} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (address !== '') onAddress(address);
        }}
      >
        <label className="stacked">
          {texts.pictureFile}
          <input type="file" accept="image/*" onChange={({ target }) => onFiles([...(target.files ?? [])])} />
        </label>
        <label className="stacked">
          {texts.pictureAddress}
          <input value={address} placeholder="https://" onChange={({ target }) => setAddress(target.value.trim())} />
        </label>
        <DialogButtons action={texts.insert} isReady={address !== ''} onCancel={onCancel} />
      </form>
    </Modal>
  );
}
