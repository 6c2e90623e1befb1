/** A member of Office.js that Readback uses, and whether this Outlook has it. */
export interface ProbedMember {
  /** As in the typings, `Body.setAsync`. */
  name: string;
  /** The Mailbox set that brought it. */
  since: string;
  present: boolean;
  /** Whether Outlook says that it has the set. */
  promised: boolean;
}

/** A requirement set and its highest version here; null: none. */
export interface ProbedSet {
  name: string;
  version: string | null;
}

/**
 * Members of a message in compose that Readback uses: name in the typings, path below `Office.context`, Mailbox set.
 * A test holds the sets against the typings.
 */
export const PROBED_MEMBERS: readonly (readonly [name: string, path: string, since: string])[] = [
  ['Body.getAsync', 'mailbox.item.body.getAsync', '1.3'],
  ['Body.setAsync', 'mailbox.item.body.setAsync', '1.3'],
  ['Body.getTypeAsync', 'mailbox.item.body.getTypeAsync', '1.1'],
  ['Body.prependAsync', 'mailbox.item.body.prependAsync', '1.1'],
  ['Body.appendOnSendAsync', 'mailbox.item.body.appendOnSendAsync', '1.9'],
  ['Body.prependOnSendAsync', 'mailbox.item.body.prependOnSendAsync', '1.13'],
  ['Subject.getAsync', 'mailbox.item.subject.getAsync', '1.1'],
  ['Recipients.getAsync', 'mailbox.item.to.getAsync', '1.1'],
  ['From.getAsync', 'mailbox.item.from.getAsync', '1.7'],
  ['MessageCompose.getAttachmentsAsync', 'mailbox.item.getAttachmentsAsync', '1.8'],
  ['MessageCompose.getComposeTypeAsync', 'mailbox.item.getComposeTypeAsync', '1.10'],
  ['MessageCompose.loadCustomPropertiesAsync', 'mailbox.item.loadCustomPropertiesAsync', '1.1'],
  ['SessionData.getAllAsync', 'mailbox.item.sessionData.getAllAsync', '1.11'],
  ['SessionData.setAsync', 'mailbox.item.sessionData.setAsync', '1.11'],
  ['DelayDeliveryTime.getAsync', 'mailbox.item.delayDeliveryTime.getAsync', '1.13'],
  ['SensitivityLabel.getAsync', 'mailbox.item.sensitivityLabel.getAsync', '1.13'],
  ['SensitivityLabelsCatalog.getIsEnabledAsync', 'sensitivityLabelsCatalog.getIsEnabledAsync', '1.13'],
  ['NotificationMessages.replaceAsync', 'mailbox.item.notificationMessages.replaceAsync', '1.3'],
  ['RoamingSettings.saveAsync', 'roamingSettings.saveAsync', '1.1'],
  ['Mailbox.addHandlerAsync', 'mailbox.addHandlerAsync', '1.5'],
];

const SETS: readonly (readonly [name: string, versions: readonly string[]])[] = [
  ['Mailbox', Array.from({ length: 20 }, (_, index) => `1.${index + 1}`)],
  ['IdentityAPI', ['1.1', '1.2', '1.3']],
  ['NestedAppAuth', ['1.1']],
  ['DialogApi', ['1.1', '1.2']],
];

/** Looks for each of the members in the item that is open. */
export function probeMembers(): ProbedMember[] {
  return PROBED_MEMBERS.map(([name, path, since]) => ({
    name,
    since,
    present: isPresent(path),
    promised: Office.context.requirements.isSetSupported('Mailbox', since),
  }));
}

/** Asks for the highest version of each set that matters here. */
export function probeSets(): ProbedSet[] {
  return SETS.map(([name, versions]) => {
    const supported = versions.filter((version) => Office.context.requirements.isSetSupported(name, version));
    return { name, version: supported.length === 0 ? null : (supported[supported.length - 1] ?? null) };
  });
}

/** Where the probe runs: what tells one build of Outlook from another. */
export function describeHost(): { hostName: string; platform: string; version: string } {
  const { platform, version } = Office.context.diagnostics;
  return { hostName: Office.context.mailbox.diagnostics.hostName, platform: String(platform), version };
}

/** One character more than `Body.setAsync` takes. */
const TOO_LONG = 1_000_001;

/**
 * Hands a body to Outlook that is longer than it takes. `threw`: the call itself threw (docs/outlook-quirks.md#too-long-throws).
 * `asked`: it was taken, and the answer is to come; what becomes of the body then nobody knows.
 */
export function writeTooLong(): 'threw' | 'asked' {
  const item: Office.MessageCompose | null | undefined = Office.context.mailbox.item;
  try {
    item?.body.setAsync('x'.repeat(TOO_LONG), { coercionType: 'html' });
    return 'asked';
  } catch {
    return 'threw';
  }
}

function isPresent(path: string): boolean {
  let place: unknown = Office.context;
  for (const name of path.split('.')) {
    if (typeof place !== 'object' || place === null) return false;
    try {
      place = Reflect.get(place, name);
    } catch {
      // A getter may refuse (permissions); there is something, but nothing to call.
      return false;
    }
  }
  return typeof place === 'function';
}
