import { prependToBody, toMarkup, toPlainText } from './body-engine.ts';
import { beginBody, beginText } from './draft-body.ts';
import type { BodyParts } from './draft-body.ts';
import type { Attachment, Mail, MailContent } from './mail.ts';
import type { Draft, Notification } from './outlook.ts';
import type { World } from './world.ts';

/** Content that Outlook will put into the body when Send is pressed. */
export interface Scheduled {
  content: string;
  format: 'html' | 'text';
}

/** A draft with what only Outlook itself sees. */
export interface LiveDraft extends Draft {
  kind: Draft['kind'];
  content: MailContent;
  mailId: string | null;
  state: Draft['state'];
  notifications: readonly Notification[];
  conversationId: string | null;
  readonly openedAt: number;
  sessionData: Map<string, string>;
  customProperties: Readonly<Record<string, unknown>> | null;
  /** Custom properties as they were before the send handler ran. */
  propertiesBeforeSend: Readonly<Record<string, unknown>> | null;
  append: Scheduled | null;
  prepend: Scheduled | null;
  /** What was appended at the last Send. */
  appended: string | null;
  /** Why the upload of this mail will fail; null: it won't. */
  uploadFailure: string | null;
  wasUndone: boolean;
  sends: number;
  /** Reads of the body by the send handler that is running. */
  readsAtSend: number;
  /** Replaces the body as Outlook or an add-in does, and tells the page. */
  setBody(body: string): void;
}

const EMPTY: Omit<MailContent, 'from'> = {
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  format: 'html',
  body: '',
  attachments: [],
  label: null,
  deliverAfter: null,
};

/** How a draft begins. */
export interface DraftStart {
  kind: Draft['kind'];
  /** The mail it answers or forwards, or the stored draft that is opened again. */
  original: Mail | null;
  change: Partial<MailContent>;
}

/** A draft whose window has just opened. */
export function createLiveDraft(world: World, start: DraftStart): LiveDraft {
  const reopened = start.kind === 'reopened' ? start.original : null;
  const parts = beginParts(world, start);
  const content = beginContent(world, start, parts);
  const draft: LiveDraft = {
    number: world.nextNumber(),
    kind: start.kind,
    content,
    mailId: reopened?.id ?? null,
    state: 'open',
    notifications: [],
    conversationId: start.original?.conversationId ?? null,
    openedAt: world.clock.now(),
    sessionData: new Map(),
    customProperties: beginProperties(world, start),
    propertiesBeforeSend: null,
    append: null,
    prepend: null,
    appended: null,
    uploadFailure: null,
    wasUndone: false,
    sends: 0,
    readsAtSend: 0,
    ...editing(world, parts, () => draft),
  };
  return draft;
}

type Editing = Pick<LiveDraft, 'edit' | 'write' | 'attach' | 'setFormat' | 'setBody'>;

function editing(world: World, parts: BodyParts, self: () => LiveDraft): Editing {
  const edit = (change: Partial<MailContent>): void => {
    const draft = self();
    draft.content = { ...draft.content, ...change };
    world.changed();
  };
  let author = parts.author;
  return {
    edit,
    setBody: (body) => edit({ body }),
    write: (text) => {
      const { body } = self().content;
      const place = body.indexOf(parts.lead + author);
      const start = place + parts.lead.length;
      const end = start + author.length;
      author = text;
      edit({ body: place < 0 ? prependToBody(body, text) : body.slice(0, start) + text + body.slice(end) });
    },
    attach: (given) => {
      const attachment = completeAttachment(given, world.store.nextId('attachment'));
      edit({ attachments: [...self().content.attachments, attachment] });
      return attachment;
    },
    setFormat: (format) => {
      const { content } = self();
      if (content.format === format) return;
      edit({ format, body: format === 'text' ? toPlainText(content.body) : toMarkup(content.body) });
    },
  };
}

function beginParts(world: World, { kind, original, change }: DraftStart): BodyParts {
  const quoted = kind === 'new' || kind === 'reopened' ? null : original;
  const format = change.format ?? original?.format ?? 'html';
  return format === 'text' ? beginText(quoted) : beginBody(world.client, world.profile.signature, quoted);
}

function beginContent(world: World, { kind, original, change }: DraftStart, parts: BodyParts): MailContent {
  const body = parts.lead + parts.author + parts.tail;
  const base: MailContent = { ...EMPTY, from: world.profile.user, body };
  if (original === null) return { ...base, ...change };
  if (kind === 'reopened') return { ...contentOf(original), ...change };
  const others = original.to.concat(original.cc).filter(({ address }) => address !== world.profile.user.address);
  return {
    ...base,
    format: original.format,
    subject: `${kind === 'forward' ? 'FW' : 'RE'}: ${original.subject.replace(/^(RE|FW): /, '')}`,
    to: kind === 'forward' ? [] : [answersTo(world, original)],
    cc: kind === 'replyAll' ? others.filter(({ address }) => address !== answersTo(world, original).address) : [],
    attachments: kind === 'forward' ? original.attachments : original.attachments.filter(({ isInline }) => isInline),
    label: original.label,
    ...change,
  };
}

/** A reply to an own mail goes to whom that mail went. */
function answersTo(world: World, original: Mail): MailContent['from'] {
  const [first] = original.to;
  return original.from.address === world.profile.user.address && first !== undefined ? first : original.from;
}

function beginProperties(world: World, { kind, original }: DraftStart): LiveDraft['customProperties'] {
  const inherits = kind === 'reopened' || (kind === 'forward' && world.quirks.plays('forward-inherits-properties'));
  return inherits ? (original?.customProperties ?? null) : null;
}

/** The part of a stored mail that its writer sees. */
export function contentOf(mail: MailContent): MailContent {
  const { from, to, cc, bcc, subject, format, body, attachments, label, deliverAfter } = mail;
  return { from, to, cc, bcc, subject, format, body, attachments, label, deliverAfter };
}

/** An attachment with all its particulars. */
export function completeAttachment(given: Partial<Attachment> & { name: string }, id: string): Attachment {
  return {
    id,
    contentType: 'application/octet-stream',
    size: 1_024,
    isInline: false,
    contentId: null,
    isCloud: false,
    ...given,
  };
}
