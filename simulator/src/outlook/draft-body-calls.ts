import {
  changePictures,
  dropClassAndData,
  isRemote,
  pictureSources,
  prependToBody,
  toMarkup,
  toPlainText,
  writeLikeWord,
} from './body-engine.ts';
import type { DraftCall } from './host-calls.ts';
import { HostFailure } from './host-failure.ts';
import { completeAttachment } from './live-draft.ts';
import { HOST_ERRORS } from './host-errors.ts';

type Run = (call: DraftCall) => unknown;

/** Milliseconds after which Outlook on the web uploads inline attachments again (office-js#6792). */
const LATE_UPLOAD_MS = 500;
const WRS = '~WRS%7b5C6F1C6E-2B1F-4E47-9D5B-0A7B1F9D7C11%7d.fld/image';
/** What stands above the quoted mail in Outlook on the web. */
const THREAD = '<div id="appendonsend">';

const isSending = ({ session }: DraftCall): boolean => session.eventType === 'OnMessageSend';

function getBody(call: DraftCall): string {
  const { draft, args, world } = call;
  const body = draft.content.body;
  const read = args[0] === draft.content.format ? body : args[0] === 'html' ? toMarkup(body) : toPlainText(body);
  const shown = args[0] === 'html' && draft.content.format === 'html' ? asRead(call, read) : read;
  if (isSending(call)) writeBetween(call);
  const wantsReply = args[1] === 1 && world.client === 'web';
  const wholeThread = isSending(call) && world.quirks.plays('body-mode-ignored');
  const place = shown.indexOf(THREAD);
  return wantsReply && !wholeThread && place >= 0 ? shown.slice(0, place) : shown;
}

/** What the client's engine makes of the body when it is read. */
function asRead({ draft, world }: DraftCall, html: string): string {
  const { quirks } = world;
  let read = html;
  if (quirks.plays('word-writes-again')) read = writeLikeWord(read);
  if (quirks.plays('class-and-data-dropped')) read = dropClassAndData(read);
  if (quirks.plays('wrs-pictures')) {
    read = changePictures(read, (source, index) =>
      isRemote(source) ? source : `${WRS}${String(index + 1).padStart(3, '0')}.png`,
    );
  }
  if (quirks.plays('picture-source-missing', draft.number)) {
    read = changePictures(read, (source) => (isRemote(source) ? source : null));
  }
  return read;
}

/** Other add-ins write when this one's handler has read for the first time. */
function writeBetween({ draft, world }: DraftCall): void {
  draft.readsAtSend += 1;
  if (draft.readsAtSend !== 1) return;
  for (const addin of world.otherAddinsFor(draft)) {
    if (addin.when === 'between') world.clock.after(1, () => draft.setBody(addin.write(draft.content.body)));
  }
}

function setBody(call: DraftCall): void {
  const { draft, args, world } = call;
  checkFormat(call);
  const data = String(args[0]);
  const html = args[1] === 'html';
  if (draft.content.format === 'html') writeHtml(call, html ? data : toMarkup(data));
  else draft.setBody(data);
  if (world.quirks.plays('word-writes-again') && draft.content.format === 'html')
    draft.setBody(writeLikeWord(draft.content.body));
}

/** Office.js: HTML into a plain text body is InvalidFormatError. */
function checkFormat({ draft, args }: DraftCall): void {
  if (draft.content.format === 'text' && args[1] === 'html') throw new HostFailure(HOST_ERRORS.invalidFormat);
}

/** A write of a whole body, with what the client's engine does to its pictures. */
function writeHtml(call: DraftCall, html: string): void {
  const { draft, world } = call;
  const { quirks } = world;
  if (attaches(call, html)) {
    draft.setBody(attachRemotePictures(call, html));
    return;
  }
  const loses = isSending(call) && quirks.plays('write-loses-inline-pictures');
  draft.setBody(
    changePictures(html, (source) => (source.startsWith('~WRS') || (loses && !isRemote(source)) ? '' : source)),
  );
  const ownPictures = pictureSources(html).some((source) => !isRemote(source));
  if (isSending(call) && ownPictures && quirks.plays('write-uploads-again-late')) {
    draft.uploadFailure = UPLOAD_FAILURE;
    world.clock.after(LATE_UPLOAD_MS, () => draft.setBody(`${draft.content.body}<!-- uploaded again -->`));
  }
}

const UPLOAD_FAILURE = 'Attachments failed to upload.';

/** Whether remote pictures of what is written at send become attachments, whose upload then fails. */
function attaches(call: DraftCall, html: string): boolean {
  const plays = isSending(call) && call.world.quirks.plays('write-attaches-pictures');
  if (!plays || !pictureSources(html).some(isRemote)) return false;
  call.draft.uploadFailure = UPLOAD_FAILURE;
  return true;
}

/** Remote pictures become inline attachments, shown through `cid:`. */
export function attachRemotePictures({ draft, world }: Pick<DraftCall, 'draft' | 'world'>, html: string): string {
  return changePictures(html, (source) => {
    if (!isRemote(source)) return source;
    const contentId = `${world.store.nextId('picture')}@simulator`;
    const given = { name: 'image.gif', contentType: 'image/gif', size: 42, isInline: true, contentId };
    draft.edit({
      attachments: [...draft.content.attachments, completeAttachment(given, world.store.nextId('attachment'))],
    });
    return `cid:${contentId}`;
  });
}

function prepend(call: DraftCall): void {
  const { draft, args, world } = call;
  checkFormat(call);
  if (isSending(call) && world.quirks.plays('prepend-fails')) throw new HostFailure(HOST_ERRORS.internal);
  const data = String(args[0]);
  const prepended = prependToBody(draft.content.body, args[1] === 'html' ? data : toMarkup(data));
  if (draft.content.format === 'text') draft.setBody(data + draft.content.body);
  // The reports of broken ~WRS pictures are of bodies that were set back (office-js#402, #1666, #5430); Mac inserts on its own.
  else if (world.client === 'mac') draft.setBody(prepended);
  else writeHtml(call, prepended);
}

/** Append- and prepend-on-send: an empty text takes back what was scheduled. */
function schedule(call: DraftCall, place: 'append' | 'prepend'): void {
  const { draft, args, world } = call;
  const { quirks, manifest } = world;
  if (manifest?.extendedPermissions.includes('AppendOnSend') !== true)
    throw new HostFailure(HOST_ERRORS.extendedPermission);
  const content = String(args[0]);
  if (isSending(call)) {
    const isLost = quirks.plays('append-in-handler-lost');
    if (isLost && draft.sends < 2) return;
    if (isLost || quirks.plays('append-in-handler-refused')) throw new HostFailure(HOST_ERRORS.extensionPoint);
  }
  if (content !== '') checkFormat(call);
  draft[place] = content === '' ? null : { content, format: args[1] === 'html' ? 'html' : 'text' };
}

/** Calls on the body of a message in compose. */
export const DRAFT_BODY_CALLS: Readonly<Record<string, Run>> = {
  'Body.getAsync': getBody,
  'Body.getTypeAsync': ({ draft }) => draft.content.format,
  'Body.setAsync': setBody,
  'Body.prependAsync': prepend,
  'Body.appendOnSendAsync': (call) => schedule(call, 'append'),
  'Body.prependOnSendAsync': (call) => schedule(call, 'prepend'),
  'Body.setSignatureAsync': (call) => {
    checkFormat(call);
    call.draft.setBody(`${call.draft.content.body}${String(call.args[0])}`);
  },
};
