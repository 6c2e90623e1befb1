import type { Recipient } from '@readback/core';
import { plainText } from './plain-text.ts';

/** RFC 5321 §4.5.3.1: 64 characters before the @, 255 after it. */
const MAX_ADDRESS = 320;
const MAX_NAME = 128;

/** The first of a mail's recipients, in bounded words, for rows that hold a message in short. */
export function shortRecipients(recipients: readonly Recipient[], most: number): readonly Recipient[] {
  return recipients.slice(0, most).map(({ address, name }) => ({
    address: plainText(address, MAX_ADDRESS),
    name: name === null ? null : plainText(name, MAX_NAME),
  }));
}
