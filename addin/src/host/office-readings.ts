import type { Recipient } from '@readback/core';
import { memberOf, textOf } from '@readback/core/records';
import type { Attachment } from './compose-item.ts';
import { fail, succeed } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Whether this Outlook has that requirement set (https://learn.microsoft.com/javascript/api/requirement-sets/outlook). */
function hasMailboxSet(version: string): boolean {
  try {
    return Office.context.requirements.isSetSupported('Mailbox', version);
  } catch {
    // Without an answer the call is tried: its failure is an answer too.
    return true;
  }
}

/** Asks only where the requirement set is there: elsewhere a call may throw, fail or be missing. */
export function since<T>(version: string, ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return hasMailboxSet(version) ? ask() : Promise.resolve(fail('unsupported', version));
}

/** Parses an answer; one that can't be read (null) counts as a failed call. */
export function readAs<T, U>(outcome: Outcome<T>, read: (value: T) => U | null): Outcome<U> {
  const reading = mapAnswer(outcome, read);
  if (!reading.ok) return reading;
  return reading.value === null ? UNREADABLE : succeed(reading.value);
}

/** Converts an answer. Where it isn't what the typings promise and `map` throws, it counts as a failed call. */
export function mapAnswer<T, U>(outcome: Outcome<T>, map: (value: T) => U): Outcome<U> {
  if (!outcome.ok) return outcome;
  try {
    return succeed(map(outcome.value));
  } catch {
    return UNREADABLE;
  }
}

const UNREADABLE = fail('failed', 'unreadable');

export function readFormat(value: unknown): 'html' | 'text' | null {
  return value === 'html' || value === 'text' ? value : null;
}

export function readComposeType(value: unknown): 'new' | 'reply' | 'forward' | null {
  const type = memberOf(value, 'composeType');
  if (type === 'newMail') return 'new';
  return type === 'reply' || type === 'forward' ? type : null;
}

export function readAddress({ emailAddress }: Office.EmailAddressDetails): string | null {
  return textOf(emailAddress);
}

export function readAttachments(attachments: readonly Office.AttachmentDetailsCompose[]): Attachment[] {
  return attachments.map(({ isInline, attachmentType }) => ({ inline: isInline, cloud: attachmentType === 'cloud' }));
}

export function readRecipients(people: readonly Office.EmailAddressDetails[]): Recipient[] {
  return people
    .filter((person) => typeof person.emailAddress === 'string' && person.emailAddress !== '')
    .map((person) => ({ address: person.emailAddress, name: person.displayName || null }));
}
