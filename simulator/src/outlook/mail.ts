/** Somebody a mail comes from or goes to. */
export interface Person {
  name: string;
  address: string;
}

/** A file at a mail. */
export interface Attachment {
  id: string;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** Shown inside the body through `cid:` and its content id. */
  isInline: boolean;
  contentId: string | null;
  /** A link to OneDrive or SharePoint that stands among the attachments. */
  isCloud: boolean;
}

/** A sensitivity label as far as the simulator knows it. */
export interface Label {
  id: string;
  name: string;
  encrypts: boolean;
}

/** What the sender sees and edits. */
export interface MailContent {
  from: Person;
  to: readonly Person[];
  cc: readonly Person[];
  bcc: readonly Person[];
  subject: string;
  format: 'html' | 'text';
  /** Markup for `html`, plain text for `text`. */
  body: string;
  attachments: readonly Attachment[];
  label: Label | null;
  /** Milliseconds since 1970; null: at once. */
  deliverAfter: number | null;
}

/** Where a mail lies. */
export type FolderName = 'inbox' | 'drafts' | 'sent';

/** A mail as it lies in a folder. */
export interface Mail extends MailContent {
  id: string;
  folder: FolderName;
  conversationId: string;
  /** Null in drafts. */
  internetMessageId: string | null;
  createdAt: number;
  /** When it left or arrived; null in drafts. */
  sentAt: number | null;
  /** The add-in's custom properties on this copy; null: it has none. */
  customProperties: Readonly<Record<string, unknown>> | null;
}

/** What leaves the mailbox: what the recipient's server is handed. */
export interface OutgoingMail extends MailContent {
  internetMessageId: string;
  conversationId: string;
  sentAt: number;
}
