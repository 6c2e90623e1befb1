import { isSpace } from './attributes.ts';
import type { Edit } from './edits.ts';
import type { MailPicture } from './read-mail.ts';

interface PictureWork {
  isOwnPicture: (source: string) => boolean;
  /** The picture that may stay; null: none may. */
  pixelUrl: string | null;
}

/** Removes all tracking pictures except one of this message, if that stands there undisguised. */
export function editPictures(
  html: string,
  pictures: readonly MailPicture[],
  { isOwnPicture, pixelUrl }: PictureWork,
): { edits: readonly Edit[]; hasPixel: boolean } {
  const kept = pictures.find(({ source }) => source === pixelUrl);
  const removed = pictures.filter((picture) => picture !== kept && isOwnPicture(picture.source));
  const edits: Edit[] = [];
  let next = { start: -1, joinsAt: -1 };
  for (const { start, end, isFirstInPre } of removed.reverse()) {
    // Behind a picture that stands directly behind this one.
    const joinsAt = next.start === end ? next.joinsAt : end;
    const fuses = wouldFuse(html, start, joinsAt) || (isFirstInPre && isBreak(html.charAt(joinsAt)));
    edits.push({ start, end, text: fuses ? EMPTY_COMMENT : '' });
    next = { start, joinsAt: fuses ? start : joinsAt };
  }
  return { edits: edits.reverse(), hasPixel: kept !== undefined };
}

/** Put in place of a removed picture whose neighbours would otherwise fuse. */
const EMPTY_COMMENT = '<!---->';

/** Longer than any character reference that a name makes. */
const REFERENCE_LIMIT = 40;

/** Whether what stands on both sides would become a tag, a character reference or a single line break. */
function wouldFuse(html: string, left: number, right: number): boolean {
  const before = html.charAt(left - 1);
  const after = html.charAt(right);
  if (before === '<') return after !== '' && after !== '<' && after !== '>' && !isSpace(after.charCodeAt(0));
  if (before === '\r') return after === '\n';
  if (!isInReference(after) && after !== ';') return false;
  let at = left - 1;
  while (left - at < REFERENCE_LIMIT && isInReference(html.charAt(at))) at--;
  return html.charAt(at) === '&';
}

function isInReference(character: string): boolean {
  return (
    (character >= '0' && character <= '9') ||
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    character === '#'
  );
}

function isBreak(character: string): boolean {
  return character === '\n' || character === '\r';
}
