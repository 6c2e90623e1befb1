import { describeClient, encodeHex } from '@readback/core';
import type { Hit } from '@readback/core';
import type { Config } from '../config.ts';
import { BoundedMap } from '../ledger/bounded-map.ts';
import { findClientAddress } from './client-address.ts';
import { keepHeaders } from './kept-headers.ts';
import { hashVisitor, visitorSecret } from './visitor-hash.ts';

/**
 * From where and with which programs senders' add-ins asked within the last day: a hit from there may be the sender's own.
 * Keyed hashes, in this process's memory alone.
 */
export interface OwnCallers {
  /** The mailbox's add-in asks, as its sign-in or its key proves. */
  note(mailboxId: Uint8Array, headers: Headers): void;

  /** What a hit on one of the mailbox's messages has in common with its add-in; null: nothing that is known. */
  compare(mailboxId: Uint8Array, hit: AskedHit): Required<Hit>['fromSender'] | null;
}

/** A hit and the address that it came from; null: unknown. */
export interface AskedHit extends Pick<Hit, 'client' | 'neighbourhood' | 'headers'> {
  address: string | null;
}

const DAY_MS = 24 * 3_600_000;
const REMEMBERED_MAILBOXES = 10_000;
/** Office, home, train, telephone: each twice, since its hash changes at midnight. */
const REMEMBERED_CALLERS = 16;

/** A pane that shows a mail says so every 15 s: who asked just before is where the sender is now. */
const JUST_BEFORE_MS = 2 * 60_000;

interface Caller {
  client: string;
  neighbourhood: string;
  family: string;
  isIpv6: boolean;
  at: number;
}

/** Remembers callers for this process. `now` in milliseconds since 1970. */
export function createOwnCallers(
  { masters, frontDoorId }: Pick<Config, 'masters' | 'frontDoorId'>,
  now: () => number,
): OwnCallers {
  const known = new BoundedMap<string, readonly Caller[]>(REMEMBERED_MAILBOXES);
  const secret = visitorSecret(masters);

  return {
    note: (mailboxId, headers) => {
      const address = findClientAddress(headers, frontDoorId);
      if (address === null) return;
      const at = now();
      const family = familyOf(keepHeaders(headers));
      const callers = [at, at + DAY_MS].map((day) => ({
        ...hashVisitor(address, { secret, mailboxId, at: day }),
        family,
        isIpv6: address.includes(':'),
        at,
      }));
      const key = encodeHex(mailboxId);
      const others = (known.get(key) ?? []).filter((each) => !callers.some((caller) => isSameCaller(each, caller)));
      known.set(key, [...others, ...callers].slice(-REMEMBERED_CALLERS));
    },

    compare: (mailboxId, hit) => {
      // Who tries this out on one machine is sender and recipient.
      if (hit.address === null || isThisMachine(hit.address)) return null;
      const at = now();
      const callers = (known.get(encodeHex(mailboxId)) ?? []).filter((each) => at - each.at < DAY_MS);
      const here = callers.filter(({ client }) => client === hit.client);
      if (here.length === 0) return isElsewhere(hit, callers, at) ? 'elsewhere' : null;
      const family = familyOf(hit.headers);
      return here.some((caller) => caller.family === family) ? 'same-program' : 'other-program';
    },
  };
}

/**
 * Whether the sender asked just before, and never from near this address. Of an address of the other kind (IPv6 beside
 * IPv4) nobody can tell: one machine has both.
 */
function isElsewhere({ neighbourhood, address }: AskedHit, callers: readonly Caller[], at: number): boolean {
  const alike = callers.filter(({ isIpv6 }) => isIpv6 === address?.includes(':'));
  return (
    alike.some((caller) => at - caller.at < JUST_BEFORE_MS) &&
    alike.length === callers.length &&
    callers.every((caller) => caller.neighbourhood !== neighbourhood)
  );
}

/** Programs of one name are one family: their versions differ between a window and the pictures in it. */
function familyOf(headers: Readonly<Record<string, string>>): string {
  const { kind, name } = describeClient(headers);
  return `${kind}:${name ?? ''}`;
}

function isSameCaller(one: Caller, other: Caller): boolean {
  return one.client === other.client && one.family === other.family;
}

function isThisMachine(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
