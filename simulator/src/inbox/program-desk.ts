import { z } from 'zod';
import { playedMailShape, programShape } from '../../../functions/local/programs/program-shapes.ts';
import type { Play, PlayedMail, ProgramDescription } from '../../../functions/local/programs/program-shapes.ts';

/** Has recipients' programs played by the local server. Rejects where it can't be reached, or refuses. */
export interface ProgramDesk {
  programs(): Promise<readonly ProgramDescription[]>;
  /** What stands in a mail, and what was asked for in somebody's mailbox. */
  look(mailId: string, mailbox: string): Promise<PlayedMail>;
  /** Resolves once everything was asked for. */
  play(mailId: string, play: Play): Promise<void>;
}

/** The programs of the local server. */
export function createProgramDesk(fetch: typeof globalThis.fetch): ProgramDesk {
  const ask = async (path: string, body: unknown = null): Promise<unknown> => {
    const answer = await fetch(path, body === null ? {} : { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The local server plays no such thing: ${answer.status}`);
    return await answer.json();
  };
  return {
    programs: async () => z.array(programShape).parse(await ask('/local/programs')),
    look: async (mailId, mailbox) => {
      const query = new URLSearchParams({ mailbox }).toString();
      return playedMailShape.parse(await ask(`/local/mail/${mailId}/open-as?${query}`));
    },
    play: async (mailId, play) => {
      await ask(`/local/mail/${mailId}/open-as`, play);
    },
  };
}
