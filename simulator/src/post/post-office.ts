import type { ArrivedMail, PostedMail } from '../../../functions/local/post/mail-shapes.ts';
import { readArrivedMails } from './arrived-mail.ts';

/** Carries mails between the two mail programs. Rejects where the local server can't be reached. */
export interface PostOffice {
  post(mail: PostedMail): Promise<void>;
  /** Every mail that it still has, as it arrived. */
  collect(): Promise<readonly ArrivedMail[]>;
}

/** The post of the local server, `/local/mail`: it forgets when that server ends. */
export function createPostOffice(fetch: typeof globalThis.fetch): PostOffice {
  return {
    post: async (mail) => {
      const answer = await fetch('/local/mail', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(mail),
      });
      if (!answer.ok) throw new Error(`The local server took no mail: ${answer.status}`);
    },
    collect: async () => {
      const answer = await fetch('/local/mail');
      if (!answer.ok) throw new Error(`The local server gave no mail: ${answer.status}`);
      const mails: unknown = await answer.json();
      return readArrivedMails(mails);
    },
  };
}
