import { useState } from 'react';
import type { ArrivedMail, PostedMail } from '../../../functions/local/post/mail-shapes.ts';
import { MailFrame } from '../body/mail-frame.tsx';
import { isRemote, pictureSources } from '../outlook/body-engine.ts';
import { writeReply } from '../post/write-reply.ts';
import { useTexts } from '../texts/use-texts.ts';
import { MailHead } from './mail-head.tsx';
import { Reply } from './reply.tsx';

interface InboxMailProps {
  mail: ArrivedMail;
  /** Who reads it. */
  owner: ArrivedMail['from'];
  loadsPictures: boolean;
  theme: 'light' | 'dark';
  send: (mail: PostedMail) => Promise<void>;
}

/** A mail as its recipient reads it in this browser, which loads and follows by itself. */
export function InboxMail({ mail, owner, loadsPictures, theme, send }: InboxMailProps) {
  const texts = useTexts();
  const [remote, setRemote] = useState<'blocked' | 'loaded'>(loadsPictures ? 'loaded' : 'blocked');
  const [pictures] = useState(() => picturesOf(mail));
  return (
    <article className="inbox-mail">
      <MailHead mail={mail} />
      {hasRemotePictures(mail) && remote === 'blocked' && <PictureBar onLoad={() => setRemote('loaded')} />}
      <MailFrame mail={mail} pictures={pictures} remote={remote} theme={theme} title={texts.body} />
      <Reply onSend={(text) => send(writeReply(mail, { owner, text, now: Date.now(), id: crypto.randomUUID() }))} />
    </article>
  );
}

/** Says that pictures aren't loaded, and offers it. */
export function PictureBar({ onLoad }: { onLoad: () => void }) {
  const { pictures } = useTexts();
  return (
    <p className="bar">
      {pictures.blocked}{' '}
      <button type="button" className="link" onClick={onLoad}>
        {pictures.load}
      </button>
    </p>
  );
}

/** The pictures that came with a mail. */
export function picturesOf(mail: ArrivedMail) {
  return { find: (id: string) => mail.pictures[id] ?? null, keep: () => undefined };
}

export function hasRemotePictures(mail: ArrivedMail): boolean {
  return mail.format === 'html' && pictureSources(mail.body).some(isRemote);
}
