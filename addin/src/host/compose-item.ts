import type { Recipient } from '@readback/core';
import type { Outcome } from './outcome.ts';

/** The message that is being written. Every promise resolves within a fixed time and never rejects. */
export interface ComposeItem {
  readFormat(): Promise<Outcome<'html' | 'text'>>;
  /** The whole body as HTML, quoted mails included. */
  readBody(): Promise<Outcome<string>>;
  /** Replaces the whole body. After `timeout` nobody knows whether it happened. */
  writeBody(html: string): Promise<Outcome<null>>;
  /** Puts HTML at the start of the body. */
  prependToBody(html: string): Promise<Outcome<null>>;
  /**
   * Hands HTML to Outlook, which puts it at the end of the body when Send is pressed; null takes it back. Without
   * effect inside the send handler (docs/outlook-quirks.md#append-too-late).
   */
  appendOnSend(html: string | null): Promise<Outcome<null>>;
  readSubject(): Promise<Outcome<string>>;
  /** To, Cc and Bcc. */
  readRecipients(): Promise<Outcome<readonly Recipient[]>>;
  /** The address that the mail will come from. */
  readSender(): Promise<Outcome<string>>;
  readAttachments(): Promise<Outcome<readonly Attachment[]>>;
  /** Not to be relied on: classic and Mac call replies new (docs/outlook-quirks.md#compose-type). */
  readComposeType(): Promise<Outcome<'new' | 'reply' | 'forward'>>;
  /** The id of the sensitivity label; null where there is none or the company uses none. */
  readLabel(): Promise<Outcome<string | null>>;
  /** When a mail that is sent later goes out, milliseconds since 1970; null: at once. */
  readDeliveryTime(): Promise<Outcome<number | null>>;
  /** The conversation the mail belongs to; null for a new mail that wasn't saved yet. */
  conversationId(): string | null;
  /** What this add-in kept for the time of writing; null where nothing is. */
  readSession(name: string): Promise<Outcome<string | null>>;
  writeSession(name: string, value: string): Promise<Outcome<null>>;
  /** What this add-in kept on the item itself; a forward may have inherited it from the forwarded mail. */
  readProperty(name: string): Promise<Outcome<string | null>>;
  writeProperty(name: string, value: string): Promise<Outcome<null>>;
  /** Shows one line above the mail, at most 150 characters; a second call replaces it, null takes it away. */
  notify(text: string | null): Promise<Outcome<null>>;
}

export interface Attachment {
  /** Stands in the body as a picture. */
  inline: boolean;
  /** A link to a file in OneDrive or SharePoint. */
  cloud: boolean;
}
