import { decodeAttribute, hasUnknownReference } from './body/character-references.ts';
import { applyEdits, escapeAttribute } from './body/edits.ts';
import type { Edit } from './body/edits.ts';
import { createLinkRules } from './body/link-rules.ts';
import type { LinkRules, UntrackedReason } from './body/link-rules.ts';
import { editPictures } from './body/own-pictures.ts';
import { cleanUrl, recogniseOwnUrls } from './body/own-urls.ts';
import type { OwnUrls } from './body/own-urls.ts';
import { readMail } from './body/read-mail.ts';
import type { Mail, MailLink } from './body/read-mail.ts';
import { pixelMarkup } from './pixel-markup.ts';

/** What is to be done to a body. */
export interface BodyPlan {
  /** Origins on which links and pictures of ours may live: these are unwrapped and removed wherever they stand. */
  ownOrigins: readonly string[];
  /** Address of this message's picture; null: none is placed, and one that stands there is removed. */
  pixelUrl: string | null;
  /**
   * Makes the address that tracks a link, which is the same whenever destination and position are; null: links are only
   * listed and unwrapped. A link for which it throws is left alone.
   */
  linkUrl: ((destination: string, position: number) => string) | null;
  /** Each has its default. */
  rules?: Partial<LinkRules>;
}

/** A link of the body. */
export interface BodyLink {
  /** Its number among all of the body in document order, from 0; quotes and signature count too. */
  position: number;
  /** Where it goes: the href as a browser reads it, not normalised, unwrapped where it was one of our own links. */
  destination: string;
  /** What a reader sees of it: text and alternative texts, at most 1,000 characters. */
  text: string;
  /** Why it isn't tracked; where several reasons hold, the first of `UntrackedReason`. Null: it is. */
  untracked: UntrackedReason | null;
}

/** A body that is ready to be sent. */
export interface PreparedBody {
  /** Outside of changed href values, removed own pictures and the one placed not a byte differs from what came in. */
  html: string;
  /** `none`: not asked for, or no place is safe. */
  pixel: 'placed' | 'already-there' | 'none';
  /** All links, tracked or not. */
  links: readonly BodyLink[];
}

/** Longer addresses are cut or refused on the way: Outlook's limit is 2,048 characters after Safe Links wrapped them. */
const LONGEST_URL = 1000;

/**
 * Makes a body ready to be sent: removes what older tracking left in it, wraps the author's links, places the picture. Never
 * throws, takes time linear in the length, and is idempotent: a second run with the same plan changes nothing.
 */
export function prepareBody(html: string, plan: BodyPlan): PreparedBody {
  const own = recogniseOwnUrls(plan.ownOrigins);
  const isOwnPicture = (source: string): boolean => source === plan.pixelUrl || own.isPixel(source);
  const mail = readMail(html, isOwnPicture);
  const pictures = editPictures(html, mail.pictures, { isOwnPicture, pixelUrl: plan.pixelUrl });
  const edits: Edit[] = [...pictures.edits];
  const links = editLinks(html, mail, { plan, own, edits });
  const pixel = pictures.hasPixel ? 'already-there' : placePixel(mail, plan.pixelUrl, edits);
  // An insertion stands before a removal at the same offset.
  edits.sort((left, right) => left.start - right.start || left.end - right.end);
  return { html: applyEdits(html, edits), pixel, links };
}

function placePixel(mail: Mail, url: string | null, edits: Edit[]): PreparedBody['pixel'] {
  if (url === null || mail.picturePlace < 0) return 'none';
  const at = mail.picturePlace;
  edits.push({ start: at, end: at, text: pixelMarkup(escapeAttribute(url, '"')) });
  return 'placed';
}

interface LinkWork {
  plan: BodyPlan;
  own: OwnUrls;
  edits: Edit[];
}

function editLinks(html: string, mail: Mail, { plan, own, edits }: LinkWork): BodyLink[] {
  const whyUntracked = createLinkRules(plan.rules ?? {});
  return mail.links.map((link, position) => {
    const source = html.slice(link.href.start, link.href.end);
    const written = cleanUrl(decodeAttribute(source));
    const { destination, isUnreadable } = own.unwrap(written);
    const { text } = link;
    const untracked = whyUntracked({
      destination,
      text,
      isOff: plan.linkUrl === null,
      hasBaseHref: mail.hasBaseHref,
      isUnreadable,
      hasUnknownReference: hasUnknownReference(source),
      isQuoted: link.isQuoted,
      isInSignature: link.isInSignature,
    });
    const wrapped = untracked === null ? wrap(plan, destination, position) : { url: destination, untracked };
    if (wrapped.url !== written) edits.push(editHref(html, link, wrapped.url));
    return { position, destination, text, untracked: wrapped.untracked };
  });
}

/** The address that a link gets; its destination where there is none that tracks. */
function wrap(
  plan: BodyPlan,
  destination: string,
  position: number,
): { url: string; untracked: UntrackedReason | null } {
  const url = tryLinkUrl(plan, destination, position);
  if (url === null) return { url: destination, untracked: 'off' };
  return url.length > LONGEST_URL ? { url: destination, untracked: 'too-long' } : { url, untracked: null };
}

function tryLinkUrl(plan: BodyPlan, destination: string, position: number): string | null {
  try {
    return plan.linkUrl === null ? null : plan.linkUrl(destination, position);
  } catch {
    // The wire format numbers 65,536 links; of those beyond it nobody makes an address (docs/decisions/0013).
    return null;
  }
}

function editHref(html: string, { href }: MailLink, url: string): Edit {
  const before = html.charAt(href.start - 1);
  const quote = before === '"' || before === "'" ? before : '';
  return { start: href.start, end: href.end, text: escapeAttribute(url, quote) };
}
