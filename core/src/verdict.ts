/** One request of a tracked picture or link, as far as it is kept. The address it came from isn't. */
export interface Hit {
  kind: 'open' | 'click';
  /** Milliseconds since 1970, the server's clock. */
  at: number;
  /** Which link, for clicks. */
  position?: number;
  method: string;
  /** Names in lower case; a fixed list of names, values cut to 256 characters. */
  headers: Readonly<Record<string, string>>;
  /** Who runs the network that asked; null where unknown. */
  network: Network | null;
  /** ISO 3166-1 alpha-2; null where unknown or switched off. */
  country: string | null;
  city: string | null;
  /** Keyed hash that changes daily: equal for the same requester. */
  client: string;
  /** The same of its /20 (IPv6 /48). */
  neighbourhood: string;
  /** The sender's own session or heartbeat. */
  own: boolean;
  /**
   * The sender's add-in asked from the same address within a day, by the same program or another one; or it asks from
   * elsewhere just now. Absent: neither is known.
   */
  fromSender?: 'same-program' | 'other-program' | 'elsewhere';
  /** The sender sent a reply that quotes the message just before: this may be the picture in the quote. */
  quoted?: boolean;
}

export interface Network {
  asn: number;
  organisation: string;
  kind:
    | 'access'
    | 'hosting'
    | 'mail-security'
    | 'image-proxy'
    | 'privacy-relay'
    | 'microsoft'
    | 'google'
    | 'web-gateway'
    | 'other';
}

/** What a hit means, how sure that is, and why. */
export interface Verdict {
  actor: 'person' | 'likely-person' | 'image-proxy' | 'prefetch' | 'scanner' | 'link-preview' | 'sender' | 'unknown';
  /** 0 (a guess) to 6 (decisive). */
  certainty: number;
  /** Name of the rule that decided. */
  rule: string;
  reason: Reason;
}

/** A sentence to be said in the reader's language: its code and the facts in it. */
export interface Reason {
  code: string;
  values: Readonly<Record<string, string | number>>;
}

/** Counted sessions, by who was behind them. */
export interface Tally {
  person: number;
  likely: number;
  machine: number;
  unknown: number;
}
