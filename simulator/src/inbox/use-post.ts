import { useEffect, useState } from 'react';
import type { ArrivedMail, PostedMail } from '../../../functions/local/post/mail-shapes.ts';
import { createPostOffice } from '../post/post-office.ts';

/** The post as a page sees it. */
export interface Post {
  mails: readonly ArrivedMail[];
  isUnreachable: boolean;
  send: (mail: PostedMail) => Promise<void>;
}

/** How often to look for mail. */
const LOOK_EVERY_MS = 1_500;

/** Looks for mail for as long as the page stands. */
export function usePost(): Post {
  const [office] = useState(() => createPostOffice(window.fetch.bind(window)));
  const [mails, setMails] = useState<readonly ArrivedMail[]>([]);
  const [isUnreachable, setUnreachable] = useState(false);
  useEffect(() => {
    const look = (): void => {
      office.collect().then(
        (collected) => {
          setMails(collected);
          setUnreachable(false);
        },
        () => setUnreachable(true),
      );
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [office]);
  return { mails, isUnreachable, send: (mail) => office.post(mail) };
}
