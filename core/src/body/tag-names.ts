import { toAsciiLowerCase } from './attributes.ts';

/** Classes of elements in the rules of tree construction (WHATWG HTML §13.2.4.2), and in those for mails, as bits. */
export const CLASS = {
  /** "Special": ends the search of an end tag for its element. */
  special: 1,
  /** Special, and not address, div or p: ends the search for a list item to close. */
  itemBoundary: 1 << 1,
  /** Bounds what is "in scope", in list item scope, in button scope. */
  scope: 1 << 2,
  listScope: 1 << 3,
  buttonScope: 1 << 4,
  /** Bounds what is "in table scope". */
  tableScope: 1 << 5,
  /** Decides the insertion mode when that is reset. */
  mode: 1 << 6,
  /** Closed silently by "generate implied end tags". */
  impliedEnd: 1 << 7,
  /** Begins a line of its own when the mail is shown. */
  line: 1 << 8,
  /** What stands in it may not be shown, or belongs to a control. */
  hiding: 1 << 9,
  /** Before its tags is where to look for a place for a picture: it begins a line, hides, is a link, or may swallow the rest. */
  place: 1 << 10,
  /** A part of a table: caption, col, colgroup, tbody, td, tfoot, th, thead, tr. */
  part: 1 << 11,
  /** td or th. */
  cell: 1 << 12,
  /** tbody, tfoot or thead. */
  rows: 1 << 13,
  /** May say something by its attributes, or by itself, besides being open. */
  telling: 1 << 14,
  /** Its end does more than closing it. */
  endsMore: 1 << 15,
  /** No frameset takes the place of a body that holds it ("set the frameset-ok flag to not ok"). */
  solid: 1 << 16,
} as const;

/** `svg` and `math` stand for their namespaces. */
export type Space = 'html' | 'svg' | 'math';

/** The name of a tag. */
export interface TagName {
  /** In lower case. */
  name: string;
  /** Its number, the same for every tag of that name in a mail. */
  id: number;
  /** Sum of the bits of its classes in HTML. */
  tagClasses: number;
  /** Where else it bounds scopes: in SVG or in MathML; null: nowhere. */
  foreignBoundary: Space | null;
}

/** The bits of an element of SVG or MathML that bounds scopes. */
export const FOREIGN_BOUNDARY = CLASS.special | CLASS.itemBoundary | CLASS.scope | CLASS.listScope | CLASS.buttonScope;

const ITEM_BOUNDARY = CLASS.special | CLASS.itemBoundary;
const SCOPES = CLASS.scope | CLASS.listScope | CLASS.buttonScope;

const KNOWN = new Map<string, TagName>();
const NO_TAGS: readonly TagName[] = [];

/** The known ones by `lookOf`. Filled from the start: engines keep an array with wide gaps as a slow table. */
const BY_LOOK = new Array<readonly TagName[]>(32 * 32).fill(NO_TAGS);

addClass(
  ITEM_BOUNDARY,
  'applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir ' +
    'dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe ' +
    'img input li link listing main marquee menu meta nav noembed noframes noscript object ol param plaintext pre script ' +
    'section select source style summary table tbody td textarea tfoot th thead title tr track ul wbr xmp',
);
addClass(CLASS.special, 'address div p');
addClass(SCOPES, 'applet caption html table td th marquee object');
addClass(CLASS.listScope, 'ol ul');
addClass(CLASS.buttonScope, 'button');
addClass(CLASS.tableScope, 'html table');
addClass(CLASS.mode, 'html body frameset table caption colgroup tbody tfoot thead tr td th select');
addClass(CLASS.impliedEnd, 'dd dt li optgroup option p rb rp rt rtc');
addClass(
  CLASS.line | CLASS.place,
  'address article blockquote body br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr html li ol p pre section ' +
    'table td th tr ul',
);
addClass(
  CLASS.hiding | CLASS.place | CLASS.telling,
  'applet audio button canvas datalist details dialog map object picture plaintext rp select video',
);
addClass(CLASS.place, 'a iframe math noembed noframes noscript script style svg template textarea title xmp');
addClass(CLASS.telling, 'a area base blockquote br div hr image img listing p pre section');
addClass(CLASS.endsMore, 'applet body br form html marquee object table template');
addClass(CLASS.part | CLASS.endsMore, 'caption col colgroup tbody td tfoot th thead tr');
addClass(
  CLASS.solid,
  'applet area body br button dd dt embed hr iframe image img input keygen li listing marquee object pre select table ' +
    'template textarea wbr xmp',
);
addClass(CLASS.cell, 'td th');
addClass(CLASS.rows, 'tbody tfoot thead');
// No rule asks for these; they are among the most frequent, so a number is kept for them.
addClass(0, 'font i o:p span u');
for (const name of ['foreignobject', 'desc', 'title']) knownTag(name).foreignBoundary = 'svg';
for (const name of 'mi mo mn ms mtext annotation-xml'.split(' ')) knownTag(name).foreignBoundary = 'math';

/** Tags that rules name. */
export const TAG = {
  a: knownTag('a'),
  b: knownTag('b'),
  body: knownTag('body'),
  br: knownTag('br'),
  button: knownTag('button'),
  caption: knownTag('caption'),
  colgroup: knownTag('colgroup'),
  dd: knownTag('dd'),
  dt: knownTag('dt'),
  form: knownTag('form'),
  frameset: knownTag('frameset'),
  html: knownTag('html'),
  li: knownTag('li'),
  nobr: knownTag('nobr'),
  optgroup: knownTag('optgroup'),
  option: knownTag('option'),
  p: knownTag('p'),
  rtc: knownTag('rtc'),
  ruby: knownTag('ruby'),
  select: knownTag('select'),
  strong: knownTag('strong'),
  table: knownTag('table'),
  tbody: knownTag('tbody'),
  td: knownTag('td'),
  tfoot: knownTag('tfoot'),
  th: knownTag('th'),
  thead: knownTag('thead'),
  tr: knownTag('tr'),
} as const;

/** h1 to h6. */
export const HEADINGS: readonly TagName[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(knownTag);

/** No tag at all: the name of what isn't one. */
export const NO_TAG: TagName = { name: '', id: 0, tagClasses: 0, foreignBoundary: null };

/** A name that some rule asks for; to be called before any mail is read. */
export function knownTag(name: string): TagName {
  const known = KNOWN.get(name);
  if (known) return known;
  const tag = { name, id: KNOWN.size + 1, tagClasses: 0, foreignBoundary: null };
  const look = lookOf(name, 0, name.length);
  KNOWN.set(name, tag);
  BY_LOOK[look] = [...(BY_LOOK[look] ?? NO_TAGS), tag];
  return tag;
}

/** A number that few names have in common: from the first and the last letter. */
function lookOf(text: string, start: number, end: number): number {
  return (text.charCodeAt(start) & 31) * 32 + (text.charCodeAt(end - 1) & 31);
}

function addClass(bits: number, names: string): void {
  for (const name of names.split(' ')) knownTag(name).tagClasses |= bits;
}

/** The names of the tags of one mail. */
export class TagNames {
  private readonly further = new Map<string, TagName>();

  /** By a name as it stands in the source. */
  of(html: string, start: number, end: number): TagName {
    // Most names are known and in lower case: these need no copy.
    const tags = BY_LOOK[lookOf(html, start, end)] ?? NO_TAGS;
    for (let at = 0; at < tags.length; at++) {
      const tag = tags[at] ?? NO_TAG;
      const { length } = tag.name;
      if (length === end - start && (length === 1 || html.startsWith(tag.name, start))) return tag;
    }
    const written = html.slice(start, end);
    return KNOWN.get(written) ?? this.further.get(written) ?? this.add(written);
  }

  private add(written: string): TagName {
    const name = toAsciiLowerCase(written);
    const id = KNOWN.size + this.further.size + 1;
    const tag = KNOWN.get(name) ?? this.further.get(name) ?? { name, id, tagClasses: 0, foreignBoundary: null };
    this.further.set(name, tag);
    this.further.set(written, tag);
    return tag;
  }
}
