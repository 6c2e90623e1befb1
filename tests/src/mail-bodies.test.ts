import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBody } from '@readback/core';
import type { BodyPlan, PreparedBody } from '@readback/core';
import * as fc from 'fast-check';
import { parse } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { HAND_WRITTEN_MAILS } from './hand-written-mails.fixture.ts';

type Node = DefaultTreeAdapterMap['node'];

const ORIGIN = 'https://track.example';
const PIXEL = `${ORIGIN}/o/${'E'.repeat(52)}`;
const IMG = `<img src="${PIXEL}" width="1" height="1" border="0" alt="">`;

/** Stands for the signer: a URL from which the destination can be told. */
const WRAPPED = 'https://wrapped.example/';
const wrap = (destination: string, position: number) =>
  `${WRAPPED}${position}/${Buffer.from(destination).toString('base64url').slice(0, 900)}`;

const plan = (linksOn: boolean): BodyPlan => ({
  ownOrigins: [ORIGIN],
  pixelUrl: PIXEL,
  linkUrl: linksOn ? wrap : null,
});

/** As browsers read an href: references decoded by parse5, tabs and line ends dropped, ends trimmed. */
const tidy = (value: string) => value.replace(/[\t\n\r]/g, '').replace(/^[\0-\x20]+|[\0-\x20]+$/g, '');

interface Seen {
  tree: string;
  links: readonly string[];
  pixels: number;
}

/** What a browser makes of a mail: its tree as text without our picture, and what its links lead to. */
function look(html: string, readHref: (value: string) => string): Seen {
  const starts = new Map<number, string>();
  let pixels = 0;
  const write = (node: Node): string => {
    if ('value' in node) return `T${node.value}`;
    if ('data' in node) return `<!--${node.data}-->`;
    if ('publicId' in node) return `<!${node.name}|${node.publicId}|${node.systemId}>`;
    const attributes = 'attrs' in node ? node.attrs : [];
    const tag = 'tagName' in node ? node.tagName : node.nodeName;
    if (tag === 'img' && attributes.some(({ name, value }) => name === 'src' && value === PIXEL)) {
      pixels += 1;
      return '';
    }
    const isLink = tag === 'a' || tag === 'area';
    const written = attributes.map(({ name, prefix, value }) => {
      const isHref = isLink && name === 'href' && prefix === undefined;
      const at = 'sourceCodeLocation' in node ? node.sourceCodeLocation?.startOffset : undefined;
      if (isHref && at !== undefined) starts.set(at, tidy(value));
      return `${prefix ?? ''}:${name}=${JSON.stringify(isHref ? readHref(tidy(value)) : value)}`;
    });
    const children: readonly Node[] = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : [];
    return `<${tag} ${written.join(' ')}>${joinTexts(children.map(write))}</>`;
  };
  const tree = write(parse(html, { sourceCodeLocationInfo: true }));
  return { tree, pixels, links: [...starts].sort(([a], [b]) => a - b).map(([, value]) => value) };
}

/** Text on both sides of our picture is one text without it. */
function joinTexts(parts: readonly string[]): string {
  let joined = '';
  let wasText = false;
  for (const part of parts.filter((text) => text !== '')) {
    const isText = part.startsWith('T');
    joined += isText && wasText ? part.slice(1) : part;
    wasText = isText;
  }
  return joined;
}

/** Takes our changes out again by their bytes: the wrapped values and the one picture. */
function withoutOurs(prepared: PreparedBody): string {
  const bare = prepared.pixel === 'placed' ? prepared.html.replace(IMG, '') : prepared.html;
  return bare.replace(/https:\/\/wrapped\.example\/\d+\/[\w-]*/g, '§');
}

/** The original with the same places marked, found by what stands around them in the result. */
function matchesBytes(original: string, marked: string): boolean {
  const pieces = marked.split('§');
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const found = index === 0 ? (original.startsWith(piece) ? 0 : -1) : original.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return pieces.length === 1 ? original === marked : original.endsWith(pieces.at(-1) ?? '');
}

/** Everything that must hold of any mail, links on or off; the problems found. */
function problemsOf(html: string, linksOn: boolean): readonly string[] {
  const prepared = prepareBody(html, plan(linksOn));
  const destinations = new Map(prepared.links.map((link) => [wrap(link.destination, link.position), link.destination]));
  const before = look(html, (value) => value);
  const after = look(prepared.html, (value) => destinations.get(value) ?? value);
  const again = prepareBody(prepared.html, {
    ...plan(linksOn),
    linkUrl: linksOn ? (to, at) => (to.startsWith(WRAPPED) ? to : wrap(to, at)) : null,
  });
  return [
    ...(before.tree === after.tree ? [] : ['the tree differs']),
    ...(JSON.stringify(before.links) === JSON.stringify(prepared.links.map(({ destination }) => destination))
      ? []
      : ['links are missed']),
    ...(after.pixels === (prepared.pixel === 'none' ? 0 : 1) ? [] : [`${after.pixels} pictures`]),
    ...(again.html === prepared.html ? [] : ['a second run changes it']),
    ...(matchesBytes(html, withoutOurs(prepared)) ? [] : ['bytes differ']),
  ];
}

describe.each(HAND_WRITTEN_MAILS.map(({ flavour, html }) => [flavour, html] as const))(
  'a mail of %s',
  (_flavour, html) => {
    it.each([
      ['on', true],
      ['off', false],
    ])('comes out as promised with links %s', (_state, linksOn) => {
      expect(problemsOf(html, linksOn)).toEqual([]);
    });
  },
);

describe('the hand-written mails', () => {
  it.each(HAND_WRITTEN_MAILS)(
    'of $flavour track their own links, and nothing else',
    ({ html, tracked, untouched, pixelBefore }) => {
      const prepared = prepareBody(html, plan(true));
      expect(
        prepared.links.filter(({ untracked }) => untracked === null).map(({ destination }) => destination),
      ).toEqual(tracked);
      expect(
        prepared.links.flatMap(({ destination, untracked }) => (untracked === null ? [] : [[destination, untracked]])),
      ).toEqual(untouched);
      expect(prepared.html.includes(`${IMG}${pixelBefore}`)).toBe(true);
    },
  );
});

describe('any markup', () => {
  const piece = fc.constantFrom(
    '<p>', '</p>', '<div>', '</div>', '<b>', '</b>', '<table>', '<tr>', '<td>', '</td>', '</tr>', '</table>', '<ul><li>', '</ul>', '<a href="https://a.example/?x=1&amp;y=2">', "<a href='https://b.example/&copy=1'>",
    '<a href=https://c.example/z>', '<A HREF = "http://d.example/">', '</a>', '<area href="https://e.example/">', '<br>', '<img src="https://i.example/p.png" alt="x.example">', '<!-- <a href="https://no.example"> -->',
    '<!--[if mso]><a href="https://no.example">x</a><![endif]-->', '<style>a{}</style>', '<textarea><a href="https://no.example"></textarea>', '<svg><a href="https://s.example/"></svg>', '<title>x</title>', '</body>', '</html>',
    '<a href="mailto:x@y.example">', '<a href>', '<a b="c"d href="https://f.example/">', 'text', ' ', '&amp;', '<', '\0', '<select><option>', '</select>', '<font>', '</font>', '<!>', '<?x>', '<button>', '</button>',
  ); // prettier-ignore

  it('comes out as promised', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), fc.boolean(), (pieces, linksOn) => {
        expect(problemsOf(pieces.join(''), linksOn).filter((problem) => problem !== 'bytes differ')).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  it.each([
    '<',
    '<a ',
    '<a href="',
    '<!--',
    '<div>',
    '</',
    '<table><tr><td>',
    '<b><p>',
    '&',
    '"',
    '<a href=x>',
    '<svg>',
    '\ud800',
  ])('of 20,000 times %j is answered', (text) => {
    expect(typeof prepareBody(text.repeat(20_000), plan(true)).html).toBe('string');
  });
});

const CORPUS = join(__dirname, '../../../shared/email-corpus');
if (existsSync(CORPUS)) {
  describe('mails that nobody here wrote', () => {
    it.each(readdirSync(CORPUS).filter((name) => name.endsWith('.html')))('%s comes out as promised', (name) => {
      const html = readFileSync(join(CORPUS, name), 'utf8');
      expect([problemsOf(html, true), problemsOf(html, false)]).toEqual([[], []]);
    });
  });
} else {
  console.log('Left out: the collection of real mails does not lie beside the project.');
}
