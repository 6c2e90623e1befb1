import { useEffect, useRef, useState } from 'react';
import type { ArrivedMail } from '../../../functions/local/post/mail-shapes.ts';
import type { PlayedMail, ProgramDescription, ProgramEvent } from '../../../functions/local/programs/program-shapes.ts';
import { createProgramDesk } from './program-desk.ts';
import type { ProgramDesk } from './program-desk.ts';

/** The programs that can be played, once the server said so. */
export function usePrograms(): { desk: ProgramDesk; programs: readonly ProgramDescription[] } {
  const [desk] = useState(() => createProgramDesk(window.fetch.bind(window)));
  const [programs, setPrograms] = useState<readonly ProgramDescription[]>([]);
  useEffect(() => {
    desk.programs().then(setPrograms).catch(reportError);
  }, [desk]);
  return { desk, programs };
}

/** What is played in a mailbox: the program that it is opened as. */
export interface PlayedMailbox {
  desk: ProgramDesk;
  program: ProgramDescription;
  mailbox: string;
}

/** Lets mails arrive in the program that the mailbox is opened as: those that came since, milliseconds since 1970. */
export function useArrivals(
  { desk, program, mailbox }: Omit<PlayedMailbox, 'program'> & { program: ProgramDescription | null },
  mails: readonly ArrivedMail[],
  since: number,
): void {
  const played = useRef(new Set<string>());
  useEffect(() => {
    if (program === null || !program.events.includes('arrive')) return;
    for (const { id } of mails.filter(({ receivedAt }) => receivedAt >= since)) {
      const key = `${program.id} ${mailbox} ${id}`;
      if (played.current.has(key)) continue;
      played.current.add(key);
      desk.play(id, { program: program.id, what: 'arrive', mailbox, link: null }).catch(reportError);
    }
  }, [desk, program, mailbox, mails, since]);
}

/** A mail that is open in a program that is played. */
export interface OpenMail {
  /** Null: not known yet. */
  played: PlayedMail | null;
  hasFailed: boolean;
  act(what: ProgramEvent, link?: number): void;
}

/** How often to look whether anything was asked for. */
const LOOK_EVERY_MS = 1_000;

/** Opens a mail in a program: it arrives, if it didn't before, and is shown. */
export function useOpenMail({ desk, program, mailbox }: PlayedMailbox, mailId: string): OpenMail {
  const [played, setPlayed] = useState<PlayedMail | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [{ play, look }] = useState(() => ({
    play: async (what: ProgramEvent, link: number | null): Promise<void> => {
      if (program.events.includes(what)) await desk.play(mailId, { program: program.id, what, mailbox, link });
    },
    look: async (): Promise<void> => setPlayed(await desk.look(mailId, mailbox)),
  }));
  useEffect(() => {
    const settle = (work: Promise<void>): void => {
      work.then(() => setFailed(false)).catch(() => setFailed(true));
    };
    settle(play('arrive', null).then(look));
    settle(play('display', null).then(look));
    const timer = setInterval(() => settle(look()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [play, look]);
  return {
    played,
    hasFailed,
    act: (what, link) => {
      play(what, link ?? null)
        .then(look)
        .catch(() => setFailed(true));
    },
  };
}
