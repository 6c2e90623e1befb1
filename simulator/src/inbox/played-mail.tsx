import { useState } from 'react';
import type { ArrivedMail } from '../../../functions/local/post/mail-shapes.ts';
import type { ProgramDescription } from '../../../functions/local/programs/program-shapes.ts';
import { MailFrame } from '../body/mail-frame.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { hasRemotePictures, PictureBar, picturesOf } from './inbox-mail.tsx';
import { MailHead } from './mail-head.tsx';
import type { ProgramDesk } from './program-desk.ts';
import { ProgramPanel } from './program-panel.tsx';
import { useOpenMail } from './use-programs.ts';
import { wrapLinks } from './wrap-links.ts';

interface PlayedMailProps {
  mail: ArrivedMail;
  mailbox: string;
  desk: ProgramDesk;
  program: ProgramDescription;
  theme: 'light' | 'dark';
  language: 'en' | 'de';
}

/** A mail as it stands in a program that is played: this browser shows it, and loads and follows nothing. */
export function PlayedMail({ mail, mailbox, desk, program, theme, language }: PlayedMailProps) {
  const texts = useTexts();
  const { played, hasFailed, act } = useOpenMail({ desk, program, mailbox }, mail.id);
  const [pictures] = useState(() => picturesOf(mail));
  const [isWrapping, setWrapping] = useState(program.wrapsLinks);
  const [isBlocking, setBlocking] = useState(program.events.includes('show-pictures'));
  const body = isWrapping && mail.format === 'html' ? wrapLinks(mail.body, mailbox) : mail.body;
  return (
    <div className="played-mail">
      <article className="inbox-mail">
        <MailHead mail={mail} />
        {isBlocking && hasRemotePictures(mail) && (
          <PictureBar
            onLoad={() => {
              setBlocking(false);
              act('show-pictures');
            }}
          />
        )}
        <MailFrame
          mail={{ format: mail.format, body }}
          pictures={pictures}
          remote="blocked"
          theme={theme}
          title={texts.body}
          isInert
        />
      </article>
      <ProgramPanel
        program={program}
        played={played}
        hasFailed={hasFailed}
        mailbox={mailbox}
        language={language}
        isWrapping={isWrapping}
        onWrap={setWrapping}
        act={act}
      />
    </div>
  );
}
