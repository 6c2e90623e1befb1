import { ATTRIBUTE_NUMBERS, isSpace, toAsciiLowerCase } from './attributes.ts';
import type { Token } from './scanner.ts';

/**
 * What an attribute says about the text in or behind its element.
 * `quote`: the element holds quoted history. `reply-quote`: the same, but where a blockquote stands directly in it, only up to
 * the end of that: the author may answer below. `rest`: from here on everything is. `lead-in`: belongs to the history if nothing
 * but blanks stand between. `text-lead-in`: the same, and holds text (who wrote when). `signature`: the element is one,
 * or, where it can hold nothing, everything from here on. `auto-signature`: as far as the elements that carry its bookmark.
 */
export type Mark = 'quote' | 'reply-quote' | 'rest' | 'lead-in' | 'text-lead-in' | 'signature' | 'auto-signature';

/**
 * A mark, an attribute, how one of the words of its value ends (ids and classes get prefixes on the way: `x_`, `gmail-m_123`,
 * `ydp1a2b`), and the only element for which it counts; without one, any.
 */
type MarkRow = readonly [mark: Mark, attribute: string, ends: string, tag?: string];

/** One row a rule. Seen in mail of the program that is named, in the public archives of deliverability.md, unless said. */
const ROWS: readonly MarkRow[] = [
  ['rest', 'id', 'divrplyfwdmsg'], // Outlook on the web, new Outlook, mobile
  ['rest', 'tabindex', '-1', 'hr'], // the same, and Outlook 2003
  ['lead-in', 'id', 'appendonsend'], // the same; seen above the author's own text too, so no start by itself
  ['lead-in', 'id', 'mail-editor-reference-message-container'], // new Outlook and mobile, since 2022; the author may write in it
  ['quote', 'class', 'ms-outlook-mobile-reference-message'], // mobile
  ['lead-in', 'id', 'ms-outlook-mobile-body-separator-line'],
  ['rest', 'name', '_mailoriginal', 'a'], // Outlook for Windows: the bookmark around the header
  ['rest', 'name', '_____replyseparator', 'a'], // the same, where Word wrote it again
  ['rest', 'class', 'outlookmessageheader'], // Outlook 2003
  ['rest', 'id', 'stopspelling'], // Hotmail, Windows Live Mail
  ['reply-quote', 'class', 'gmail_quote'], // Gmail, and the many that copy it
  ['quote', 'type', 'cite', 'blockquote'], // Apple Mail, Thunderbird
  ['text-lead-in', 'class', 'moz-cite-prefix'], // Thunderbird
  ['quote', 'class', 'moz-forward-container'],
  ['quote', 'class', 'yahoo_quoted'], // Yahoo
  ['quote', 'class', 'protonmail_quote'], // Proton
  ['quote', 'class', 'tutanota_quote'], // Tuta
  ['quote', 'class', 'zmail_extra'], // Zoho
  ['rest', 'id', 'zwchr'], // Zimbra
  ['quote', 'id', 'ntes-flashmail-quote'], // NetEase
  ['quote', 'id', 'ntes-pcmail-quote'],
  ['quote', 'id', 'isreplycontent'],
  ['quote', 'class', 'ntes-mailmaster-quote'],
  ['text-lead-in', 'class', 'j-reply'],
  ['rest', 'class', 'xm_mail_oringinal_describe'], // QQ
  ['quote', 'name', 'quote', 'div'], // GMX, WEB.DE
  ['quote', 'name', 'messagereplysection'], // Spark
  ['text-lead-in', 'id', 'reply-intro'], // Roundcube
  ['quote', 'data-history-content-modified', '', 'blockquote'], // HCL Verse
  ['auto-signature', 'name', '_mailautosig', 'a'], // Outlook for Windows
  ['signature', 'id', 'signature'], // Outlook on the web and its x_ copies (office-js#1893), mobile, NetEase, Apple (on iOS a <br>)
  ['signature', 'class', 'signature'], // gmail_signature, moz-signature, ydp…signature
  ['signature', 'class', 'protonmail_signature_block'], // Proton
  ['signature', 'name', 'messagesignaturesection'], // Spark
  ['signature', 'data-marker', '__sig_pre__'], // Zimbra
];

/**
 * By the look of the attribute, then by the last letter of a word, so that nearly everything is dismissed at one look. Filled from
 * the start: engines keep an array with wide gaps as a slow table.
 */
const ROWS_BY_LOOK = new Array<readonly (readonly MarkRow[])[]>(32 * 32).fill([]);
const NO_ROWS: readonly MarkRow[] = [];

for (const row of ROWS) {
  const [, attribute, ends] = row;
  const look = lookOf(attribute.length, attribute.charCodeAt(0));
  const known = ROWS_BY_LOOK[look] ?? [];
  const rows = known.length > 0 ? known.slice() : new Array<readonly MarkRow[]>(32).fill(NO_ROWS);
  const last = ends === '' ? 0 : ends.charCodeAt(ends.length - 1) & 31;
  rows[last] = [...(rows[last] ?? NO_ROWS), row];
  ROWS_BY_LOOK[look] = rows;
}

/** A number that few attributes have in common, whatever their case. */
function lookOf(length: number, first: number): number {
  return (length & 31) * 32 + (first & 31);
}

const NO_MARKS: readonly Mark[] = [];

/** What the attributes of a start tag say, but for its style. */
export function marksOf(tag: Token): readonly Mark[] {
  const { html, offsets, offsetCount } = tag;
  let marks = NO_MARKS;
  for (let at = 0; at < offsetCount; at += ATTRIBUTE_NUMBERS) {
    const start = offsets[at] ?? 0;
    const end = offsets[at + 1] ?? 0;
    const rows = ROWS_BY_LOOK[lookOf(end - start, html.charCodeAt(start))] ?? [];
    if (rows.length > 0) marks = marksOfWords(tag, at, rows, marks);
  }
  return marks;
}

function marksOfWords(
  { html, name, offsets }: Token,
  at: number,
  rows: readonly (readonly MarkRow[])[],
  before: readonly Mark[],
): readonly Mark[] {
  let marks = before;
  const end = offsets[at + 3] ?? 0;
  let start = offsets[at + 2] ?? 0;
  for (let next = start; next <= end; next++) {
    if (next < end && !isSpace(html.charCodeAt(next))) continue;
    const last = next > start ? html.charCodeAt(next - 1) & 31 : 0;
    for (const [mark, attribute, ends, only] of rows[last] ?? NO_ROWS) {
      const isThere = html.slice(start, next).toLowerCase().endsWith(ends) && (!only || only === name);
      if (isThere && toAsciiLowerCase(html.slice(offsets[at], offsets[at + 1])) === attribute)
        marks = marks.concat(mark);
    }
    start = next + 1;
  }
  return marks;
}

/**
 * What the style of a `<div>`, `<hr>` or `<blockquote>`, in lower case, says; null for other elements. `header-rule`: history begins if bold
 * text that looks like a header comes first in it, as Outlook for Windows and Mac write From, Sent, To: border-top:solid #E1E1E1 1.0pt (#B5C4DF,
 * windowtext), or from other hands 1pt solid rgb(225,225,225).
 */
export function markOfStyle(tag: string, style: string): Mark | 'header-rule' | null {
  if (tag === 'hr') {
    // Outlook on the web's line above the header, which stays when ids are lost.
    return valueOf(style, 'display') === 'inline-block' && valueOf(style, 'width') === '98%' ? 'rest' : null;
  }
  if (tag === 'blockquote') {
    // Gmail's, where its class is lost; the line at the left of Outlook's own button for quotes is thicker.
    return valueOf(style, 'padding-left') === '1ex' && style.includes('1px') ? 'quote' : null;
  }
  if (tag !== 'div') return null;
  if (hasThinTop(style)) return 'header-rule';
  // "Prefix or indent original message text": a blue line at the left of all of it.
  if (valueOf(style, 'border-left') === 'solid blue 1.5pt') return 'lead-in';
  // Outlook Express and Windows Mail write this property, which doesn't exist, above From, To, Sent.
  return valueOf(style, 'font-color') === '' ? null : 'rest';
}

function hasThinTop(style: string): boolean {
  const top = valueOf(style, 'border-top');
  if (top.includes('solid')) return top.includes('1.0pt') || top.includes('1pt');
  // As browsers and Apple Mail write it again: border-style: solid none none; border-top-width: 1pt.
  const width = valueOf(style, 'border-top-width') || valueOf(style, 'border-width');
  return (
    valueOf(style, 'border-style').startsWith('solid none') && (width.startsWith('1pt') || width.startsWith('1.0pt'))
  );
}

/** Whether a style, in lower case, makes text bold. */
export function isBoldStyle(style: string): boolean {
  const weight = valueOf(style, 'font-weight');
  return weight === 'bold' || weight === '700';
}

/** The value of a property in the text of a style attribute, all in lower case; empty where it isn't set. */
function valueOf(style: string, property: string): string {
  for (let at = style.indexOf(property); at >= 0; at = style.indexOf(property, at + 1)) {
    const isName = at === 0 || style.charAt(at - 1) === ';' || isSpace(style.charCodeAt(at - 1));
    let colon = at + property.length;
    while (isSpace(style.charCodeAt(colon))) colon++;
    if (isName && style.charAt(colon) === ':') {
      const end = style.indexOf(';', colon);
      return style.slice(colon + 1, end < 0 ? style.length : end).trim();
    }
  }
  return '';
}
