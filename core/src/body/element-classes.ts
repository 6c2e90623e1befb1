/**
 * What the tree construction rules ask of an element (WHATWG HTML §13.2.4.2), one bit each. For all but the last two the
 * nearest open element of the class is kept with every open element, so that no rule has to search the stack.
 */
export const CLASS = {
  /** "Special": ends the search of an end tag for its element. */
  special: 1,
  /** Special, and not address, div or p: ends the search for a list item to close. */
  itemBoundary: 2,
  /** Bounds what is "in scope". */
  scope: 4,
  listScope: 8,
  buttonScope: 16,
  tableScope: 32,
  /** All but option and optgroup. */
  selectScope: 64,
  /** Decides the insertion mode when that is reset. */
  mode: 128,
  html: 256,
  /** Closed silently by "generate implied end tags". */
  impliedEnd: 512,
  /** … and by the thorough variant. */
  impliedEndThoroughly: 1024,
} as const;

/** The classes whose nearest member is kept, in the order of `OpenElement.nearest`. */
export const KEPT_CLASSES: readonly number[] = [
  CLASS.special,
  CLASS.itemBoundary,
  CLASS.scope,
  CLASS.listScope,
  CLASS.buttonScope,
  CLASS.tableScope,
  CLASS.selectScope,
  CLASS.mode,
  CLASS.html,
];

/** `svg` and `math` stand for their namespaces. */
export type Space = 'html' | 'svg' | 'math';

const SCOPES = CLASS.scope | CLASS.listScope | CLASS.buttonScope;
const FOREIGN_BOUNDARY = SCOPES | CLASS.special | CLASS.itemBoundary | CLASS.selectScope;

const HTML_CLASSES = mapClasses([
  [
    CLASS.special | CLASS.itemBoundary,
    'applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details ' +
      'dir dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr ' +
      'html iframe img input li link listing main marquee menu meta nav noembed noframes noscript object ol param ' +
      'plaintext pre script section select source style summary table tbody td template textarea tfoot th thead title ' +
      'tr track ul wbr xmp',
  ],
  [CLASS.special, 'address div p'],
  [SCOPES, 'applet caption html table td th marquee object template'],
  [CLASS.listScope, 'ol ul'],
  [CLASS.buttonScope, 'button'],
  [CLASS.tableScope, 'html table template'],
  [CLASS.mode, 'html body frameset table caption colgroup tbody tfoot thead tr td th select template'],
  [CLASS.impliedEnd | CLASS.impliedEndThoroughly, 'dd dt li optgroup option p rb rp rt rtc'],
  [CLASS.impliedEndThoroughly, 'caption colgroup tbody td tfoot th thead tr'],
]);

const FOREIGN_CLASSES: Readonly<Record<'svg' | 'math', ReadonlyMap<string, number>>> = {
  svg: mapClasses([[FOREIGN_BOUNDARY, 'foreignobject desc title']]),
  math: mapClasses([[FOREIGN_BOUNDARY, 'mi mo mn ms mtext annotation-xml']]),
};

/** The classes of an element, as a sum of `CLASS`. */
export function classesOf(name: string, space: Space): number {
  if (space !== 'html') return FOREIGN_CLASSES[space].get(name) ?? CLASS.selectScope;
  const isOption = name === 'option' || name === 'optgroup';
  return (HTML_CLASSES.get(name) ?? 0) | CLASS.html | (isOption ? 0 : CLASS.selectScope);
}

function mapClasses(rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  for (const [bits, names] of rows) {
    for (const name of names.split(' ')) classes.set(name, (classes.get(name) ?? 0) | bits);
  }
  return classes;
}
