import type { DraftCall } from './host-calls.ts';
import { HostFailure } from './host-failure.ts';
import type { LiveDraft } from './live-draft.ts';
import type { Person } from './mail.ts';
import { readNotification } from './notifications.ts';
import { saveDraft } from './saving.ts';
import { HOST_ERRORS } from './host-errors.ts';

type Run = (call: DraftCall) => unknown;

/** How long a draft's session data is empty where it comes late (office-js#5951). */
const SESSION_DATA_DELAY_MS = 2_000;

const asEmailAddress = ({ name, address }: Person): Record<string, string> => ({
  displayName: name,
  emailAddress: address,
  recipientType: 'externalUser',
});

const fieldOf = (value: unknown): 'to' | 'cc' | 'bcc' => (value === 'cc' || value === 'bcc' ? value : 'to');

/** Office.js takes addresses as texts and as objects. */
function readPeople(value: unknown): Person[] {
  if (!Array.isArray(value)) throw new HostFailure(HOST_ERRORS.internalFormat);
  return value.map((entry: unknown) => {
    if (typeof entry === 'string') return { name: entry, address: entry };
    const address = property(entry, 'emailAddress');
    return { name: property(entry, 'displayName') || address, address };
  });
}

function property(value: unknown, name: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : '';
}

function setPeople({ draft, args, world, session }: DraftCall, add: boolean): void {
  const field = fieldOf(args[0]);
  const people = readPeople(args[1]);
  draft.edit({ [field]: add ? [...draft.content[field], ...people] : people });
  for (const other of world.sessions) {
    if (other !== session && other.target !== null && 'draft' in other.target && other.target.draft === draft) {
      other.tell({ type: 'recipients-changed', fields: { [field]: true } });
    }
  }
}

function isSessionDataLate({ draft, world }: DraftCall): boolean {
  return world.quirks.plays('session-data-late') && world.clock.now() < draft.openedAt + SESSION_DATA_DELAY_MS;
}

function readSessionData(call: DraftCall): ReadonlyMap<string, string> {
  return isSessionDataLate(call) ? new Map() : call.draft.sessionData;
}

function setSessionData({ draft, args, world }: DraftCall): void {
  const [name, value] = args.map(String);
  const next = new Map(draft.sessionData).set(name ?? '', value ?? '');
  const size = [...next].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  if (size > world.facts.sessionDataLimit) throw new HostFailure(HOST_ERRORS.sessionDataFull);
  draft.sessionData = next;
}

function composeType({ draft, world }: DraftCall): Record<string, string> {
  const { kind } = draft;
  const answers = kind === 'reply' || kind === 'replyAll';
  const composeType = answers ? 'reply' : kind === 'forward' ? 'forward' : 'newMail';
  return {
    composeType: world.quirks.plays('compose-type-wrong') && answers ? 'newMail' : composeType,
    coercionType: draft.content.format,
  };
}

function isShared({ draft, world }: DraftCall): boolean {
  return draft.content.from.address !== world.profile.user.address;
}

function loadProperties(call: DraftCall): Readonly<Record<string, unknown>> {
  if (call.world.quirks.plays('property-fails-in-shared') && isShared(call))
    throw new HostFailure(HOST_ERRORS.response);
  return call.draft.customProperties ?? {};
}

function saveProperties({ draft, args }: DraftCall): void {
  draft.customProperties = typeof args[0] === 'object' && args[0] !== null ? { ...args[0] } : {};
}

function notify(call: DraftCall, replaces: boolean): void {
  const { draft, args, world } = call;
  const notification = readNotification(String(args[0]), args[1]);
  const others = draft.notifications.filter(({ key }) => key !== notification.key);
  const exists = others.length < draft.notifications.length;
  if (exists && !replaces) throw new HostFailure(HOST_ERRORS.duplicateNotification);
  const limit = world.facts.notificationLimit;
  // A phone shows one, and the next takes its place (docs/outlook/notifications.md).
  if (!exists && others.length >= limit && limit > 1) throw new HostFailure(HOST_ERRORS.tooManyNotifications);
  setNotifications(call, limit === 1 ? [notification] : [...others, notification]);
}

function setNotifications({ draft, world }: DraftCall, notifications: LiveDraft['notifications']): void {
  draft.notifications = notifications;
  world.changed();
}

/** Calls on a message in compose, beside those on its body. */
export const DRAFT_CALLS: Readonly<Record<string, Run>> = {
  'Recipients.getAsync': ({ draft, args }) => draft.content[fieldOf(args[0])].map(asEmailAddress),
  'Recipients.setAsync': (call) => setPeople(call, false),
  'Recipients.addAsync': (call) => setPeople(call, true),
  'Subject.getAsync': ({ draft }) => draft.content.subject,
  'Subject.setAsync': ({ draft, args }) => draft.edit({ subject: String(args[0]) }),
  'From.getAsync': ({ draft }) => asEmailAddress(draft.content.from),
  'DelayDeliveryTime.getAsync': ({ draft }) => draft.content.deliverAfter,
  'DelayDeliveryTime.setAsync': ({ draft, args }) => draft.edit({ deliverAfter: Number(args[0]) }),
  'SensitivityLabel.getAsync': ({ draft }) => draft.content.label?.id ?? null,
  'SensitivityLabelsCatalog.getIsEnabledAsync': ({ world }) => world.profile.labels.length > 0,
  'SensitivityLabelsCatalog.getAsync': ({ world }) =>
    world.profile.labels.map(({ id, name }) => ({ id, name, children: [] })),
  'SessionData.getAsync': (call) => {
    const value = readSessionData(call).get(String(call.args[0]));
    if (value === undefined) throw new HostFailure(HOST_ERRORS.keyMissing);
    return value;
  },
  'SessionData.getAllAsync': (call) => Object.fromEntries(readSessionData(call)),
  'SessionData.setAsync': setSessionData,
  'SessionData.removeAsync': ({ draft, args }) => {
    if (!draft.sessionData.delete(String(args[0]))) throw new HostFailure(HOST_ERRORS.keyMissing);
  },
  'SessionData.clearAsync': ({ draft }) => draft.sessionData.clear(),
  'NotificationMessages.addAsync': (call) => notify(call, false),
  'NotificationMessages.replaceAsync': (call) => notify(call, true),
  'NotificationMessages.removeAsync': (call) => {
    const rest = call.draft.notifications.filter(({ key }) => key !== call.args[0]);
    if (rest.length === call.draft.notifications.length) throw new HostFailure(HOST_ERRORS.notificationMissing);
    setNotifications(call, rest);
  },
  'NotificationMessages.getAllAsync': ({ draft }) => draft.notifications.map((one) => ({ ...one })),
  'MessageCompose.getAttachmentsAsync': ({ draft }) =>
    draft.content.attachments.map(({ isCloud, ...rest }) => ({ ...rest, attachmentType: isCloud ? 'cloud' : 'file' })),
  'MessageCompose.getComposeTypeAsync': composeType,
  'MessageCompose.getItemIdAsync': ({ draft }) => {
    if (draft.mailId === null) throw new HostFailure(HOST_ERRORS.itemNotSaved);
    return draft.mailId;
  },
  'MessageCompose.saveAsync': ({ draft, world }) => saveDraft(world, draft).id,
  'Item.loadCustomPropertiesAsync': loadProperties,
  'CustomProperties.saveAsync': saveProperties,
};
