import type { PictureStore } from './picture-store.ts';

/** Whether pictures are fetched from the internet. Those that came with the mail are always shown. */
export type RemotePictures = 'blocked' | 'loaded';

/** Holds the real source of a picture that is shown from elsewhere. */
const SOURCE = 'data-simulator-src';

/** What a mail looks like before its own styles. */
const SHEET = `
  html { color: #1b1f24; height: 100%; }
  body { margin: 0; padding: 16px 20px; font: 15px/1.5 'Segoe UI', 'Open Sans', system-ui, sans-serif; overflow-wrap: anywhere; }
  :focus { outline: none; }
  :link { color: #1f5fd0; }
  img { max-width: 100%; }
  pre { font: inherit; white-space: pre-wrap; margin: 0; }
`;
/** In the dark, ink becomes light, but pictures stay. A frame of another colour scheme than its page would be opaque. */
const DARK_SHEET = `
  html { color-scheme: dark; filter: invert(0.92) hue-rotate(180deg); }
  img { filter: invert(1) hue-rotate(180deg); }
`;

/** The styles around a mail's own. */
export function sheetFor(theme: 'light' | 'dark'): string {
  return theme === 'dark' ? SHEET + DARK_SHEET : SHEET;
}

/** What a frame with mail in it may load: nothing but pictures, and those from the internet only when asked. */
export function policyFor(pictures: RemotePictures): string {
  const sources = pictures === 'loaded' ? 'data: http: https:' : 'data:';
  return `default-src 'none'; style-src 'unsafe-inline'; img-src ${sources}`;
}

/** Parses a body without loading anything, its own pictures in place. */
export function parseForShow(html: string, pictures: PictureStore): Document {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const image of parsed.querySelectorAll<HTMLImageElement>('img[src^="cid:" i]')) {
    const source = image.getAttribute('src') ?? '';
    const picture = pictures.find(source.slice('cid:'.length));
    if (picture === null) continue;
    image.setAttribute(SOURCE, source);
    image.setAttribute('src', picture);
  }
  return parsed;
}

/** The markup of a document that `parseForShow` made, as its author means it. */
export function readMarkup(document: Document): string {
  const copy = document.documentElement.cloneNode(true);
  if (!isElement(copy)) throw new Error('A copy of an element is an element.');
  for (const image of copy.querySelectorAll(`img[${SOURCE}]`)) {
    image.setAttribute('src', image.getAttribute(SOURCE) ?? '');
    image.removeAttribute(SOURCE);
  }
  return copy.outerHTML;
}

// Not `instanceof`: the document is another frame's.
function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
