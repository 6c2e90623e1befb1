/**
 * What the compose pane, the ribbon switch and the send handler tell each other about one draft.
 * Stands in `sessionData` under DRAFT_KEY and, shortened, in the item's custom properties.
 */
export interface DraftState {
  /** 12 bytes as hex. */
  messageId: string;
  /** The sender's own switches for this mail; null: the person's default. */
  opens: boolean | null;
  links: boolean | null;
  /** Destinations that the sender switched off, as `BodyLink.destination`. */
  leave: readonly string[];
  /** Whether the picture is scheduled with append-on-send. */
  scheduled: boolean;
}

/** Name of the entry in `sessionData` and in the custom properties. */
export const DRAFT_KEY = 'readback';
