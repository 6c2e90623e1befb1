import { DRAFT_KEY } from '@readback/core';
import type { ComposeDesk } from './compose-draft.ts';
import { createNetwork } from './network.ts';
import type { Network } from './network.ts';
import { openComposeItem } from './office-compose-item.ts';
import { openMailbox } from './office-mailbox.ts';
import type { HostPatience } from './office-questions.ts';
import { readTokenSilently } from './office-token.ts';
import type { Outcome } from './outcome.ts';
import { pageOrigin } from './page-origin.ts';
import { gatherEntropy } from './randomness.ts';

/** Everything a handler works with: the mail being written, its mailbox, the server. */
export interface Desk extends ComposeDesk {
  network: Network;
  /** A token for the add-in's server, without asking the sender anything. */
  readToken(limitMs: number): Promise<Outcome<string>>;
  /** Where the handler's page came from; null in classic Outlook, which has no page there. */
  pageOrigin(): string | null;
}

/** The desk for the message that Outlook has open for writing; null while it has none. */
export function openDesk(patience: HostPatience): Desk | null {
  const item = openComposeItem(patience);
  if (item === null) return null;
  const { timers } = patience;
  return {
    item,
    timers,
    draftKey: DRAFT_KEY,
    mailbox: openMailbox(patience),
    entropy: gatherEntropy,
    network: createNetwork(timers),
    readToken: (limitMs) => readTokenSilently(timers, limitMs),
    pageOrigin,
  };
}
