import type { MailUntrackedReason } from './decide-tracking.ts';

/**
 * What the compose pane, the ribbon switch and the send handler tell each other about one draft. Stands under
 * DRAFT_KEY in the item's `sessionData` and in its custom properties: the same text in both.
 */
export interface DraftState {
  /** 12 bytes as hex. */
  messageId: string;
  /** The sender's own switches for this mail; null: the person's default. */
  opens: boolean | null;
  links: boolean | null;
  /** Links that the sender switched off, each as `linkMark` of its destination. */
  leave: readonly string[];
  /** Whether the picture is scheduled with append-on-send. */
  scheduled: boolean;
  /** `item.conversationId` when this was stored; null where Outlook gives none yet. */
  conversationId: string | null;
  /** What happened at the latest Send; null before it. Registration and pane read it from the Sent item. */
  sent: SentState | null;
}

/** What a Send left behind in the custom property. */
export interface SentState {
  /** Milliseconds since 1970, the sender's clock. */
  at: number;
  /** `linkMark` of the subject: an inherited property is told from this draft's own by it. */
  subject: string;
  opens: boolean;
  links: boolean;
  /** Null where tracked; see `MailUntrackedReason`. */
  opensReason: MailUntrackedReason | null;
  linksReason: MailUntrackedReason | null;
  pixelPlace: 'before-history' | 'end' | 'start' | null;
}

/** Name of the entry in `sessionData` and in the custom properties. */
export const DRAFT_KEY = 'readback';
