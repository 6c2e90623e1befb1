import rows from '../host-contract.json';
import { CLIENTS, isAtLeast } from '../outlook/client-profile.ts';
import type { ClientName } from '../outlook/client-profile.ts';

/** Whether and how a client offers a member. */
export type Offer =
  /** Office.js has no such member there: it is undefined. */
  | 'absent'
  /** It is there and throws for want of permission, as `checkPermissionsAndThrow` of Office.js does. */
  | 'denied'
  | 'offered';

/** Where a member is asked for. */
export interface OfferContext {
  client: ClientName;
  mode: 'compose' | 'read';
  /** The manifest's `<Permissions>`. */
  permission: string;
}

interface ContractRow {
  set: string | null;
  webSet?: string;
  modes: readonly string[] | null;
  permission: string | null;
}

const CONTRACT: Readonly<Record<string, ContractRow>> = rows;

const LEVELS: Readonly<Record<string, number>> = {
  restricted: 0,
  'read item': 1,
  'read/write item': 2,
  'read/write mailbox': 3,
  Restricted: 0,
  ReadItem: 1,
  ReadWriteItem: 2,
  ReadWriteMailbox: 3,
};

/** These carry their mode in their name; the typings' own mode tags of some of their members are slips (`MessageRead.dateTimeModified`). */
const ONE_MODE = /^(Message|Appointment)(Compose|Read)$/;

/** Interface → its members. */
const MEMBERS = new Map<string, string[]>();
for (const name of Object.keys(CONTRACT)) {
  const dot = name.indexOf('.');
  const interfaceName = name.slice(0, dot);
  MEMBERS.set(interfaceName, [...(MEMBERS.get(interfaceName) ?? []), name.slice(dot + 1)]);
}

/** All members of one interface that the typings name. */
export function membersOf(interfaceName: string): readonly string[] {
  return MEMBERS.get(interfaceName) ?? [];
}

/** What the real client does about `member` (`Body.setAsync`): has it, lacks it, or refuses it. */
export function offer(member: string, context: OfferContext): Offer {
  const row = CONTRACT[member];
  if (row === undefined || !hasMember(member, row, context.client) || !hasMode(member, row, context.mode))
    return 'absent';
  const needed = LEVELS[row.permission ?? 'restricted'] ?? 0;
  return (LEVELS[context.permission] ?? 0) >= needed ? 'offered' : 'denied';
}

function hasMember(member: string, row: ContractRow, client: ClientName): boolean {
  const profile = CLIENTS[client];
  if (profile.extraMembers.includes(member)) return true;
  if (profile.missingMembers.includes(member)) return false;
  const set = client === 'web' ? (row.webSet ?? row.set) : row.set;
  return set === null || isAtLeast(profile.sets['Mailbox'] ?? '0.0', set);
}

function hasMode(member: string, row: ContractRow, mode: OfferContext['mode']): boolean {
  const wanted = mode === 'compose' ? 'Compose' : 'Read';
  const interfaceName = member.slice(0, member.indexOf('.'));
  const inName = ONE_MODE.exec(interfaceName);
  if (inName !== null) return inName[2] === wanted;
  return row.modes === null || row.modes.some((name) => name === wanted || name === `Message ${wanted}`);
}

/**
 * Calls that event handlers can't use (docs/develop/event-based-activation.md, "Unsupported APIs"). What they answer isn't documented;
 * 9032 is what Outlook reports for a call that an extension point doesn't support (office-js#6908).
 */
export const BLOCKED_IN_EVENTS: readonly string[] = [
  'UI.displayDialogAsync',
  'UI.messageParent',
  'Mailbox.displayAppointmentForm',
  'Mailbox.displayAppointmentFormAsync',
  'Mailbox.displayMessageForm',
  'Mailbox.displayMessageFormAsync',
  'Mailbox.displayNewAppointmentForm',
  'Mailbox.displayNewAppointmentFormAsync',
  'Mailbox.displayNewMessageForm',
  'Mailbox.displayNewMessageFormAsync',
  'MessageCompose.close',
  'MessageCompose.closeAsync',
  'MessageCompose.sendAsync',
  'Mailbox.loadItemByIdAsync',
  'Auth.getAccessToken',
];
