import { hmacSha256 } from './hmac.ts';
import { decodeHex } from './hex.ts';
import { encodeUtf8 } from './utf8.ts';

/** Bytes of a mailbox id. */
export const MAILBOX_ID_LENGTH = 8;

const MAILBOX_LABEL = encodeUtf8('readback/mailbox');
const OWNER_LABEL = encodeUtf8('readback/owner');

/**
 * The id of a person's mailbox, 8 bytes: what URLs and partitions carry in place of an address. `idSecret` never rotates,
 * else every partition would be orphaned. `tid` and `oid` are the GUIDs of the access token's claims; null where one isn't.
 */
export function mailboxIdOf(idSecret: Uint8Array, tid: string, oid: string): Uint8Array | null {
  const owner = ownerMac(idSecret, MAILBOX_LABEL, { tid, oid });
  return owner && owner.slice(0, MAILBOX_ID_LENGTH);
}

/**
 * 32 bytes that tell whose mailbox it is: kept in the ledger's `head`, so that two people whose mailbox ids are the same by
 * chance never read each other. Null where `tid` or `oid` isn't a GUID.
 */
export function ownerHashOf(idSecret: Uint8Array, tid: string, oid: string): Uint8Array | null {
  return ownerMac(idSecret, OWNER_LABEL, { tid, oid });
}

function ownerMac(idSecret: Uint8Array, label: Uint8Array, owner: { tid: string; oid: string }): Uint8Array | null {
  const tid = guidBytes(owner.tid);
  const oid = guidBytes(owner.oid);
  return tid && oid && hmacSha256(idSecret, [label, tid, oid]);
}

const GUID_GROUPS = [8, 4, 4, 4, 12];

/** The 16 bytes of a GUID in the order in which they are written (RFC 9562 §4), whatever its case. */
function guidBytes(guid: string): Uint8Array | null {
  const groups = guid.split('-');
  const wellFormed =
    groups.length === GUID_GROUPS.length && groups.every((group, at) => group.length === GUID_GROUPS[at]);
  return wellFormed ? decodeHex(groups.join('').toLowerCase()) : null;
}
