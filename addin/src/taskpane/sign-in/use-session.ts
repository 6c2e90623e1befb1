import type { MailboxAccess } from '@readback/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { letRun } from '../let-run.ts';
import { usePane } from '../pane-context.ts';
import { openSession, readKeptMailbox } from './mailbox-session.ts';
import { SignInNeeded } from './sign-in.ts';

/** Where the pane stands with the server. */
export type Session = {
  /** There as soon as the mailbox's key is, even from an earlier day. */
  access: MailboxAccess | null;
  /** Asks the server again. */
  open: () => void;
  /** The same, with the sender's word that the mailbox is theirs. */
  confirm: () => void;
} & ({ state: 'opening' | 'open' | 'sign-in' | 'confirm' } | { state: 'failed'; error: Error });

/** A pinned pane lives for days; what the admin sets from afar holds from the next hour on. */
const FRESH_MS = 3_600_000;

/** Opens the mailbox at the server when the pane opens, and every now and then. */
export function useSession(): Session {
  const { api, signIn, mailbox, appOrigin } = usePane();
  const [door] = useState({ api, mailbox, appOrigin });
  const [kept] = useState(() => readKeptMailbox(door));
  const [confirmed, setConfirmed] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['session', confirmed],
    queryFn: async ({ signal }) => {
      // Outside of Outlook, only the sign-in tells whose mailbox it is.
      await signIn.token();
      return openSession(door, { confirmed, signal });
    },
    staleTime: FRESH_MS,
  });
  const ways = { access: data ?? kept, open: () => letRun(refetch()), confirm: () => setConfirmed(true) };
  if (data) return { state: 'open', ...ways };
  if (error === null) return { state: 'opening', ...ways };
  const question = questionFor(error);
  return question === null ? { state: 'failed', error, ...ways } : { state: question, ...ways };
}

/** What only the sender can answer; null where asking doesn't help. */
function questionFor(error: Error): 'sign-in' | 'confirm' | null {
  if (error instanceof SignInNeeded) return 'sign-in';
  if (!(error instanceof ApiError)) return null;
  if (error.code === 'address-differs') return 'confirm';
  return error.code === 'sign-in' ? 'sign-in' : null;
}
