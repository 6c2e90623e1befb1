import { ask, createSurface } from './surface.ts';
import type { SurfaceContext } from './surface.ts';
import { createCustomProperties } from './bags.ts';
import { readCommonArguments } from './calls.ts';
import { createHandlerMembers } from './handlers.ts';
import type { HandlerRegistry } from './handlers.ts';
import type { ItemFace } from '../outlook/host-link.ts';
import type { Attachment, Person } from '../outlook/mail.ts';

/** `Office.context.mailbox.item`: a message being written or read. */
export function createItem(face: ItemFace, context: SurfaceContext, handlers: HandlerRegistry): object {
  const part = (interfaceName: string, prefix: readonly unknown[] = []): object =>
    createSurface(interfaceName, context, { prefix });
  const shared = {
    itemType: 'message',
    conversationId: face.conversationId,
    body: part('Body'),
    notificationMessages: part('NotificationMessages'),
    delayDeliveryTime: part('DelayDeliveryTime'),
    loadCustomPropertiesAsync: createLoad(context),
    ...createHandlerMembers(handlers, ['olkRecipientsChanged'], context),
  };
  return face.mode === 'compose'
    ? createSurface('MessageCompose', context, { values: { ...shared, ...composeValues(part) } })
    : createSurface('MessageRead', context, { values: { ...shared, ...readValues(face) } });
}

function composeValues(part: (interfaceName: string, prefix?: readonly unknown[]) => object): Record<string, unknown> {
  return {
    to: part('Recipients', ['to']),
    cc: part('Recipients', ['cc']),
    bcc: part('Recipients', ['bcc']),
    subject: part('Subject'),
    from: part('From'),
    sessionData: part('SessionData'),
    sensitivityLabel: part('SensitivityLabel'),
    seriesId: null,
  };
}

function readValues(face: ItemFace): Record<string, unknown> {
  const from = face.from === null ? undefined : asEmailAddress(face.from);
  return {
    itemId: face.itemId,
    itemClass: 'IPM.Note',
    subject: face.subject,
    normalizedSubject: face.subject.replace(/^((RE|FW|AW|WG):\s*)+/i, ''),
    from,
    sender: from,
    to: face.to.map(asEmailAddress),
    cc: face.cc.map(asEmailAddress),
    attachments: face.attachments.map(asAttachment),
    internetMessageId: face.internetMessageId,
    dateTimeCreated: new Date(face.createdAt),
    dateTimeModified: new Date(face.createdAt),
    seriesId: null,
  };
}

const asEmailAddress = (person: Person): Record<string, unknown> => ({
  displayName: person.name,
  emailAddress: person.address,
  recipientType: 'externalUser',
});

const asAttachment = (attachment: Attachment): Record<string, unknown> => ({
  id: attachment.id,
  name: attachment.name,
  size: attachment.size,
  attachmentType: attachment.isCloud ? 'cloud' : 'file',
  contentType: attachment.contentType,
  isInline: attachment.isInline,
});

/** The bag is handed over once; get and set work on the copy, and `saveAsync` sends all of it back. */
function createLoad(context: SurfaceContext) {
  return (...args: readonly unknown[]): void => {
    const common = readCommonArguments(args, { own: 0, needsCallback: true, legacy: true });
    const callback = common.callback;
    ask(
      'Item.loadCustomPropertiesAsync',
      [],
      {
        ...common,
        callback: (result) =>
          callback?.(
            result.status === 'failed' ? result : { ...result, value: createCustomProperties(result.value, context) },
          ),
      },
      context,
    );
  };
}
