import { HOST_ERRORS } from '../outlook/host-errors.ts';
import { argumentError, nullArgument, outOfRange, parameterCount, wrongType } from './thrown-errors.ts';
import type { HostError } from '../outlook/host-link.ts';
import type { QuirkId } from '../outlook/quirks.ts';

/** What stands after a call's own arguments: options and callback, as `parseCommonArgs.ts` of Office.js takes them apart. */
export interface CommonArguments {
  callback: ((result: AsyncResult) => void) | null;
  options: Readonly<Record<string, unknown>>;
}

/** `Office.AsyncResult`. */
export interface AsyncResult {
  status: 'succeeded' | 'failed';
  value: unknown;
  error: HostError | null;
  asyncContext: unknown;
}

/** How Office.js takes one asynchronous call, before the host sees it. */
export interface CallRow {
  /** How many arguments stand before options and callback. */
  own: number;
  /** Office.js throws when a needed callback is missing. */
  needsCallback: boolean;
  /** `(callback, userContext)` is allowed too. */
  legacy?: boolean;
  /** Throws what Office.js throws at once; `plays` tells which quirks do. */
  check?: (own: readonly unknown[], plays: (quirk: QuirkId) => boolean) => void;
  /** What is sent to the host; default: the own arguments. An error ends the call without asking the host. */
  send?: (own: readonly unknown[], common: CommonArguments) => readonly unknown[] | HostError;
  /** What the callback gets for the host's answer; default: the answer itself. */
  receive?: (value: unknown) => unknown;
}

/** `validateBodyParameters.ts` of Office.js: 1,000,000 characters, and it throws (office-js#6263). */
const BODY_LIMIT = 1_000_000;
/** The same file: `maxAppendOnSendLength`. */
const APPEND_LIMIT = 5_000;
/** Documented limit; Office.js itself only throws beyond 120,000. */
const SIGNATURE_LIMIT = 30_000;

function isFunction(value: unknown): value is (result: AsyncResult) => void {
  return typeof value === 'function';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Takes `[options][, callback]` apart; throws as Office.js throws. */
export function readCommonArguments(args: readonly unknown[], row: CallRow): CommonArguments {
  const [first, second] = args;
  if (row.legacy === true && isFunction(first)) return { callback: first, options: { asyncContext: second } };
  if (args.length > 2) throw parameterCount();
  if (args.length === 2) return readBoth(first, second);
  if (args.length === 1 && !isFunction(first) && typeof first !== 'object') throw wrongType();
  const callback = isFunction(first) ? first : null;
  if (callback === null && row.needsCallback) throw nullArgument('callback');
  return { callback, options: isRecord(first) ? first : {} };
}

function readBoth(options: unknown, callback: unknown): CommonArguments {
  if (typeof options !== 'object') throw argumentError('options');
  if (!isFunction(callback)) throw argumentError('callback');
  return { callback, options: isRecord(options) ? options : {} };
}

function checkText(name: string, value: unknown, limit: number): void {
  if (typeof value !== 'string') throw wrongType(name, typeof value, 'string');
  if (value.length > limit) throw outOfRange(name, value.length);
}

function checkName(name: string, value: unknown): void {
  if (value === null || value === undefined || value === '') throw nullArgument(name);
  if (typeof value !== 'string') throw wrongType(name, typeof value, 'string');
}

/** Office.js: no coercion type means text; another word is error 1000. */
function sendBody(own: readonly unknown[], common: CommonArguments): readonly unknown[] | HostError {
  const type = common.options['coercionType'] ?? 'text';
  return type === 'html' || type === 'text' ? [own[0] ?? '', type] : HOST_ERRORS.coercion;
}

const write = (limit: number, clears: boolean): CallRow => ({
  own: 1,
  needsCallback: false,
  check: ([data], plays) => {
    if (clears && (data === null || data === undefined)) return;
    checkText('data', data, plays('write-beyond-limit-throws') ? limit : Infinity);
    if (plays('write-throws-on-bad-source')) checkSources(String(data));
  },
  send: (own, common) => (String(own[0]).length > limit ? HOST_ERRORS.tooLong : sendBody(own, common)),
});

/** office-js#5146: each source is decoded, and `decodeURIComponent` throws. */
function checkSources(html: string): void {
  for (const [, source] of html.matchAll(/\ssrc\s*=\s*["']?([^"'\s>]+)/gi)) decodeURIComponent(source ?? '');
}

const read: CallRow = { own: 0, needsCallback: true };
const setOne: CallRow = { own: 1, needsCallback: false };

const notification: CallRow = {
  own: 2,
  needsCallback: false,
  check: ([key, details]) => {
    checkNotificationKey(key);
    checkNotification(details);
  },
};

function checkNotificationKey(key: unknown): void {
  checkName('key', key);
  checkText('key', key, 32);
}

/** `validateNotificationMessages.ts` of Office.js. */
function checkNotification(details: unknown): void {
  if (!isRecord(details)) throw nullArgument('type');
  checkName('type', details['type']);
  const informational = details['type'] === 'informationalMessage';
  if (informational || details['type'] === 'insightMessage') {
    checkName('icon', details['icon']);
    checkText('icon', details['icon'], 32);
  } else if (details['icon'] !== undefined && details['icon'] !== null) throw argumentError('icon');
  if (informational && typeof details['persistent'] !== 'boolean') throw nullArgument('persistent');
  if (!informational && details['persistent'] !== undefined && details['persistent'] !== null)
    throw argumentError('persistent');
  checkName('message', details['message']);
  checkText('message', details['message'], 150);
}

/** The asynchronous calls that the simulator plays. */
export const CALLS: Readonly<Record<string, CallRow>> = {
  'Body.appendOnSendAsync': write(APPEND_LIMIT, true),
  'Body.prependOnSendAsync': write(APPEND_LIMIT, true),
  'Body.prependAsync': write(BODY_LIMIT, false),
  'Body.setAsync': write(BODY_LIMIT, false),
  'Body.setSignatureAsync': write(SIGNATURE_LIMIT, true),
  'Body.getTypeAsync': read,
  'Body.getAsync': {
    own: 1,
    needsCallback: true,
    check: ([type]) => {
      if (type !== 'html' && type !== 'text') throw argumentError('coercionType');
    },
    send: ([type], common) => [type, common.options['bodyMode'] ?? null],
  },
  'Recipients.getAsync': read,
  'Recipients.setAsync': setOne,
  'Recipients.addAsync': setOne,
  'Subject.getAsync': read,
  'Subject.setAsync': setOne,
  'From.getAsync': read,
  // 0 where the mail isn't delayed (Office.DelayDeliveryTime).
  'DelayDeliveryTime.getAsync': { ...read, receive: (time) => (typeof time === 'number' ? new Date(time) : 0) },
  'DelayDeliveryTime.setAsync': { ...setOne, send: ([time]) => [time instanceof Date ? time.getTime() : time] },
  'SensitivityLabel.getAsync': read,
  'SensitivityLabelsCatalog.getIsEnabledAsync': read,
  'SensitivityLabelsCatalog.getAsync': read,
  'SessionData.getAsync': { own: 1, needsCallback: true, check: ([name]) => checkName('name', name) },
  'SessionData.getAllAsync': read,
  'SessionData.clearAsync': { own: 0, needsCallback: false },
  'SessionData.removeAsync': { own: 1, needsCallback: false, check: ([name]) => checkName('name', name) },
  'SessionData.setAsync': {
    own: 2,
    needsCallback: false,
    check: ([name, value]) => {
      checkName('name', name);
      if (value === null || value === undefined) throw nullArgument('value');
      if (typeof value !== 'string') throw wrongType('value', typeof value, 'string');
    },
  },
  'NotificationMessages.addAsync': notification,
  'NotificationMessages.replaceAsync': notification,
  'NotificationMessages.removeAsync': { own: 1, needsCallback: false, check: ([key]) => checkNotificationKey(key) },
  'NotificationMessages.getAllAsync': read,
  'MessageCompose.getAttachmentsAsync': read,
  'MessageCompose.getComposeTypeAsync': read,
  'MessageCompose.getItemIdAsync': read,
  'MessageCompose.saveAsync': read,
  'MessageRead.getAllInternetHeadersAsync': read,
};
