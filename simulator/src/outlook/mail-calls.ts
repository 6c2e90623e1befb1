import { toMarkup, toPlainText } from './body-engine.ts';
import type { MailCall } from './host-calls.ts';

type Run = (call: MailCall) => unknown;

/** Characters after which a phone cuts the body of a read mail (office-js-docs-pr#794). */
const MAX_PHONE_BODY = 47_000;

/** Calls on a message that is read. */
export const MAIL_CALLS: Readonly<Record<string, Run>> = {
  'Body.getAsync': ({ mail, args, world }) => {
    const body =
      args[0] === mail.format ? mail.body : args[0] === 'html' ? toMarkup(mail.body) : toPlainText(mail.body);
    return world.quirks.plays('read-body-cut') ? body.slice(0, MAX_PHONE_BODY) : body;
  },
  'Item.loadCustomPropertiesAsync': ({ mail }) => mail.customProperties ?? {},
  'CustomProperties.saveAsync': ({ mail, args, world }) => {
    const customProperties = typeof args[0] === 'object' && args[0] !== null ? { ...args[0] } : {};
    world.store.put({ ...mail, customProperties });
  },
  'MessageRead.getAllInternetHeadersAsync': ({ mail, world }) => {
    if (mail.folder === 'sent' && world.quirks.plays('headers-empty-when-sent')) return '';
    return `Message-ID: ${mail.internetMessageId ?? ''}\r\nSubject: ${mail.subject}\r\n`;
  },
  'NotificationMessages.getAllAsync': () => [],
};
