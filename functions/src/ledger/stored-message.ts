import { initialState, type FoldState, type Hit, type Registration } from '@readback/core';
import type { HitId } from './ids.ts';
import type { RowEntropy } from './row-keys.ts';

/** A message as its `m!` row keeps it. Times are milliseconds since 1970, by the server's clock. */
export interface StoredMessage {
  /** The owner's hash: whoever reads the message proves with it that it is theirs. */
  owner: string;
  /** When its row was first written. */
  createdAt: number;
  /** Null: nobody registered it (its hits are held), or it was deleted. */
  registration: StoredRegistration | null;
  /** A deleted message leaves this much, so that its later hits are dropped. */
  deleted: boolean;
  /** Whether its Sent item was seen. */
  seen: boolean;
  /** What the fold made of its stored hits. */
  state: FoldState;
  /** Hits that got a place in the order of commits, dropped ones included: the `n` of the next one. */
  placed: number;
  /** Hits past the limit of stored ones. */
  overflow: Readonly<Record<Hit['kind'], number>>;
  /** Hits of a kind with an `n` below this count no longer: their sender refused them. */
  droppedBelow: Readonly<Record<Hit['kind'], number>>;
  /** Whether dropped hits may still lie in storage and in `state`. */
  unsettled: boolean;
  corrections: readonly StoredCorrection[];
}

/** The words of a registration, and when the mail was sent. */
export interface StoredRegistration extends Omit<Registration, 'ageMs'> {
  sentAt: number;
  /** Equal for equal words, apart from `ageMs`. */
  fingerprint: string;
}

/** "That was me": stands beside the hit, whose own row stays as it was judged. */
export interface StoredCorrection {
  hit: HitId;
  actor: 'sender';
  /** The activity entry that tells it. */
  told: RowEntropy;
  at: number;
}

/** A message stores this many hits, then only tallies. */
export const STORED_HITS = 5_000;

/** A message keeps this many corrections; the oldest give way. */
export const KEPT_CORRECTIONS = 200;

/** A message of which only hits are known. */
export function heldMessage(owner: string, createdAt: number): StoredMessage {
  return {
    owner,
    createdAt,
    registration: null,
    deleted: false,
    seen: false,
    state: initialState(),
    placed: 0,
    overflow: { open: 0, click: 0 },
    droppedBelow: { open: 0, click: 0 },
    unsettled: false,
    corrections: [],
  };
}

/** Whether hits of this kind are wanted: unknown messages are given the benefit of the doubt. */
export function accepts(message: StoredMessage, kind: Hit['kind']): boolean {
  if (message.deleted) return false;
  if (message.registration === null) return true;
  return kind === 'open' ? message.registration.opens : message.registration.links;
}

/** Whether a stored hit still counts. */
export function counts(message: StoredMessage, hit: { kind: Hit['kind']; n: number }): boolean {
  return hit.n >= message.droppedBelow[hit.kind];
}

/** As many hits as the fold has counted. */
export function storedHits({ state }: StoredMessage): number {
  return state.opens.count + state.clicks.count;
}
