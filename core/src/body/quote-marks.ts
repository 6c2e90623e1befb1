import { isSpace } from './attributes.ts';
import type { Token } from './scanner.ts';

/**
 * What markup says about the text in it.
 * `quote`: the element holds quoted history. `reply-quote`: the same, but where a blockquote stands directly in it, only up to
 * the end of that: the author may answer below. `rest`: from here on everything is. `lead-in`: belongs to the history if nothing
 * but blanks stand between. `text-lead-in`: the same, and holds text (who wrote when). `header-rule`: history if bold text
 * comes first in it. `signature`: the element is one. `signature-start`: everything from here on. `auto-signature`: as far as
 * the elements that carry its bookmark.
 */
export type Mark =
  | 'quote'
  | 'reply-quote'
  | 'rest'
  | 'lead-in'
  | 'text-lead-in'
  | 'header-rule'
  | 'signature'
  | 'signature-start'
  | 'auto-signature'
  | 'auto-signature-part';

interface MarkRow {
  mark: Mark;
  /** How one of the attribute's words ends: on the way ids and classes get prefixes (`x_`, `gmail-m_123`, `ydp1a2b`). */
  ends: string;
  /** The only element that counts; absent: any. */
  tag?: string;
}

/** Where each comes from: seen in mail of that program, in the public archives that deliverability.md names, unless said. */
const MARKS: ReadonlyMap<string, readonly MarkRow[]> = new Map<string, readonly MarkRow[]>([
  [
    'id',
    [
      { mark: 'rest', ends: 'divrplyfwdmsg' }, // Outlook on the web, new Outlook, mobile
      { mark: 'lead-in', ends: 'appendonsend' }, // the same; seen above the author's own text too, so no start by itself
      { mark: 'quote', ends: 'mail-editor-reference-message-container' }, // new Outlook and mobile, since 2022
      { mark: 'lead-in', ends: 'ms-outlook-mobile-body-separator-line' }, // Outlook mobile
      { mark: 'rest', ends: 'olk_src_body_section' }, // Outlook for Mac 2011
      { mark: 'rest', ends: 'stopspelling' }, // Hotmail, Windows Live Mail
      { mark: 'rest', ends: 'zwchr' }, // Zimbra
      { mark: 'quote', ends: 'ntes-flashmail-quote' }, // NetEase
      { mark: 'quote', ends: 'ntes-pcmail-quote' },
      { mark: 'quote', ends: 'isreplycontent' },
      { mark: 'text-lead-in', ends: 'reply-intro' }, // Roundcube
      { mark: 'signature-start', ends: 'linebreakatbeginningofsignature' }, // Apple Mail on iOS
      { mark: 'signature', ends: 'signature' }, // Outlook on the web and its x_ copies (office-js#1893), mobile, Apple, NetEase
    ],
  ],
  [
    'class',
    [
      { mark: 'reply-quote', ends: 'gmail_quote' }, // Gmail, and the many that copy it
      { mark: 'rest', ends: 'outlookmessageheader' }, // Outlook 2003
      { mark: 'quote', ends: 'ms-outlook-mobile-reference-message' }, // Outlook mobile
      { mark: 'text-lead-in', ends: 'moz-cite-prefix' }, // Thunderbird
      { mark: 'quote', ends: 'moz-forward-container' },
      { mark: 'quote', ends: 'yahoo_quoted' }, // Yahoo
      { mark: 'quote', ends: 'protonmail_quote' }, // Proton
      { mark: 'quote', ends: 'tutanota_quote' }, // Tuta
      { mark: 'quote', ends: 'zmail_extra' }, // Zoho
      { mark: 'text-lead-in', ends: 'j-reply' }, // NetEase
      { mark: 'rest', ends: 'xm_mail_oringinal_describe' }, // QQ
      { mark: 'signature', ends: 'signature' }, // gmail_signature, moz-signature, ydp…signature
      { mark: 'signature', ends: 'protonmail_signature_block' },
    ],
  ],
  [
    'name',
    [
      { mark: 'rest', ends: '_mailoriginal', tag: 'a' }, // Outlook for Windows: the bookmark around the header
      { mark: 'rest', ends: '_____replyseparator', tag: 'a' }, // the same, where Word wrote it again
      { mark: 'auto-signature', ends: '_mailautosig', tag: 'a' },
      { mark: 'quote', ends: 'quote', tag: 'div' }, // GMX, WEB.DE
      { mark: 'quote', ends: 'messagereplysection' }, // Spark
      { mark: 'signature', ends: 'messagesignaturesection' },
    ],
  ],
  ['type', [{ mark: 'quote', ends: 'cite', tag: 'blockquote' }]], // Apple Mail, Thunderbird
  ['tabindex', [{ mark: 'rest', ends: '-1', tag: 'hr' }]], // Outlook on the web, mobile, Outlook 2003
  ['data-marker', [{ mark: 'signature', ends: '__sig_pre__' }]], // Zimbra
  ['data-history-content-modified', [{ mark: 'quote', ends: '', tag: 'blockquote' }]], // HCL Verse
]);

/** What the attributes of a start tag say, in the order of the attributes. */
export function marksOf(html: string, tag: Token): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { name, start, end } of tag.attributes) {
    const rows = MARKS.get(name);
    if (rows) addMarks(marks, rows, { tag: tag.name, value: html.slice(start, end).toLowerCase() });
    else if (name === 'style') addStyleMarks(marks, tag.name, html.slice(start, end).toLowerCase());
  }
  if (marks.length === 0 && tag.name === 'hr') marks.push('lead-in');
  if (tag.name === 'includetail') marks.push('quote'); // QQ
  return marks;
}

function addMarks(marks: Mark[], rows: readonly MarkRow[], { tag, value }: { tag: string; value: string }): void {
  for (const word of wordsOf(value)) {
    for (const row of rows) {
      if (word.endsWith(row.ends) && (row.tag ?? tag) === tag) marks.push(row.mark);
    }
  }
}

function addStyleMarks(marks: Mark[], tag: string, style: string): void {
  if (style.includes('mso-bookmark:_mailautosig')) marks.push('auto-signature-part');
  if (tag === 'div') {
    // Outlook for Windows and Mac write border-top:solid #E1E1E1 1.0pt (#B5C4DF, windowtext) above From, Sent, To; other
    // programs put it as border-top:1pt solid rgb(225,225,225).
    const top = valueOf(style, 'border-top');
    if (top.includes('solid') && (top.includes('1.0pt') || top.includes('1pt'))) marks.push('header-rule');
    // "Prefix or indent original message text": a blue line at the left of all of it.
    if (valueOf(style, 'border-left').includes('solid blue 1.5pt')) marks.push('lead-in');
    // Outlook Express and Windows Mail write this property, which doesn't exist, above From, To, Sent.
    if (valueOf(style, 'font-color') !== '') marks.push('rest');
  }
  // Outlook on the web's line above the header, which stays when ids are lost.
  const isLine = tag === 'hr' && valueOf(style, 'display').includes('inline-block');
  if (isLine && valueOf(style, 'width').includes('98%')) marks.push('rest');
}

function wordsOf(value: string): readonly string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= value.length; at++) {
    if (at < value.length && !isSpace(value.charCodeAt(at))) continue;
    words.push(value.slice(start, at));
    start = at + 1;
  }
  return words;
}

/** The value of a property in the text of a style attribute, all in lower case; empty where it isn't set. */
export function valueOf(style: string, property: string): string {
  for (let at = style.indexOf(property); at >= 0; at = style.indexOf(property, at + 1)) {
    const isName = at === 0 || style.charAt(at - 1) === ';' || isSpace(style.charCodeAt(at - 1));
    let colon = at + property.length;
    while (isSpace(style.charCodeAt(colon))) colon++;
    if (isName && style.charAt(colon) === ':') {
      const end = style.indexOf(';', colon);
      return style.slice(colon + 1, end < 0 ? style.length : end);
    }
  }
  return '';
}
