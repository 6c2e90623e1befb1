import type { Recipient } from '@readback/core';
import { textOf } from '@readback/core/records';
import type { ComposeItem } from './compose-item.ts';
import { createItemStore } from './item-store.ts';
import { createOfficeQuestions } from './office-questions.ts';
import type { HostPatience, OfficeQuestions } from './office-questions.ts';
import {
  mapAnswer,
  readAddress,
  readAttachments,
  readComposeType,
  readFormat,
  readRecipients,
  since,
} from './office-readings.ts';
import { succeed } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Passing null takes back what was handed over, says the page of `appendOnSendAsync`; the typings leave it out. */
interface AppendingBody {
  appendOnSendAsync(
    data: string | null,
    options: { coercionType: string },
    callback: (result: Office.AsyncResult<void>) => void,
  ): void;
}

const HTML = { coercionType: 'html' };
const NOTICE_KEY = 'readback';
/** Longest text of a notification (Office.NotificationMessageDetails). */
const NOTICE_LENGTH = 150;
/** Id of an image in the manifest's resources. */
const NOTICE_ICON = 'Icon.readback.16';

/** The message that Outlook has open for writing; null while there is none. */
export function openComposeItem(patience: HostPatience): ComposeItem | null {
  const item: Office.MessageCompose | null | undefined = Office.context.mailbox.item;
  if (!item || typeof item.subject !== 'object') return null;
  const questions = createOfficeQuestions(patience);
  return {
    ...createBodyAccess(item.body, questions),
    ...createFacts(item, questions),
    ...createItemStore(item, questions),
    notify: (text) => questions.order((callback) => showNotice(item, text, callback)),
  };
}

type BodyAccess = Pick<ComposeItem, 'readFormat' | 'readBody' | 'writeBody' | 'prependToBody' | 'appendOnSend'>;

function createBodyAccess(body: Office.Body, { read, order }: OfficeQuestions): BodyAccess {
  const appending: AppendingBody = body;
  return {
    readFormat: () => read((callback) => body.getTypeAsync(callback), readFormat),
    readBody: () => read((callback) => body.getAsync('html', callback), textOf),
    writeBody: (html) => order((callback) => body.setAsync(html, HTML, callback)),
    prependToBody: (html) => order((callback) => body.prependAsync(html, HTML, callback)),
    appendOnSend: (html) => since('1.9', () => order((callback) => appending.appendOnSendAsync(html, HTML, callback))),
  };
}

type ItemFacts = Omit<ComposeItem, keyof BodyAccess | keyof ReturnType<typeof createItemStore> | 'notify'>;

function createFacts(item: Office.MessageCompose, questions: OfficeQuestions): ItemFacts {
  const { read } = questions;
  return {
    readSubject: () => read((callback) => item.subject.getAsync(callback), textOf),
    readRecipients: () => readAllRecipients(item, questions),
    readSender: () => since('1.7', () => read((callback) => item.from.getAsync(callback), readAddress)),
    readAttachments: () => since('1.8', () => read((callback) => item.getAttachmentsAsync(callback), readAttachments)),
    readComposeType: () => since('1.10', () => read((callback) => item.getComposeTypeAsync(callback), readComposeType)),
    readLabel: () => since('1.13', () => readLabel(item, questions)),
    readDeliveryTime: () => since('1.13', () => readDeliveryTime(item, questions)),
    conversationId: () => item.conversationId || null,
  };
}

async function readAllRecipients(
  item: Office.MessageCompose,
  { read }: OfficeQuestions,
): Promise<Outcome<Recipient[]>> {
  const fields = await Promise.all(
    [item.to, item.cc, item.bcc].map((field) => read((callback) => field.getAsync(callback), readRecipients)),
  );
  const people: Recipient[] = [];
  for (const field of fields) {
    if (!field.ok) return field;
    people.push(...field.value);
  }
  return succeed(people);
}

/** Where the company uses no labels the label itself fails, so the catalogue is asked first (docs/outlook-quirks.md#labels). */
async function readLabel(item: Office.MessageCompose, { ask }: OfficeQuestions): Promise<Outcome<string | null>> {
  const enabled = await ask<unknown>((callback) => Office.context.sensitivityLabelsCatalog.getIsEnabledAsync(callback));
  // An Outlook that answers "no" to the question itself has no labels; one that doesn't answer may have.
  if (!enabled.ok) return enabled.failure === 'failed' ? succeed(null) : enabled;
  if (enabled.value === false) return succeed(null);
  const label = await ask<string | null>((callback) => item.sensitivityLabel.getAsync(callback));
  return mapAnswer(label, (id) => textOf(id) || null);
}

async function readDeliveryTime(
  item: Office.MessageCompose,
  { ask }: OfficeQuestions,
): Promise<Outcome<number | null>> {
  const time = await ask<Date | 0>((callback) => item.delayDeliveryTime.getAsync(callback));
  // 0, or a date that is none, is no delay.
  return mapAnswer(time, (date) => (Number(date) > 0 ? Number(date) : null));
}

function showNotice(
  item: Office.MessageCompose,
  text: string | null,
  callback: (result: Office.AsyncResult<void>) => void,
): void {
  if (text === null) return item.notificationMessages.removeAsync(NOTICE_KEY, callback);
  const message = text.slice(0, NOTICE_LENGTH);
  const notice = { type: 'informationalMessage', message, icon: NOTICE_ICON, persistent: false };
  item.notificationMessages.replaceAsync(NOTICE_KEY, notice, callback);
}
