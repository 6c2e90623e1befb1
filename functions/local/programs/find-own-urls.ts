import { findTrackingPath, peekDestination } from '@readback/core';
import { Parser } from 'htmlparser2';

/** Our own addresses in a mail: all that a program played here ever asks for. */
export interface OwnUrls {
  /** Each once, as programs load a picture once that stands in two places. */
  pictures: readonly string[];
  /** In the mail's order. */
  links: readonly OwnLink[];
}

/** A tracked link of a mail. */
export interface OwnLink {
  url: string;
  /** What stands under it. */
  text: string;
  /** Where it leads in the end; null where its token doesn't say. */
  destination: string | null;
}

/** Finds pictures and links on the tracking origin in live markup; what comments hide isn't there for a program either. */
export function findOwnUrls(html: string, trackingOrigin: string): OwnUrls {
  const pictures = new Set<string>();
  const links: { url: string; text: string; destination: string | null }[] = [];
  let open: { text: string } | null = null;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'img' && isOwn(attributes['src'] ?? '', 'open', trackingOrigin))
        pictures.add(attributes['src'] ?? '');
      if (name !== 'a' && name !== 'area') return;
      const url = attributes['href'] ?? '';
      open = null;
      if (!isOwn(url, 'click', trackingOrigin)) return;
      const link = { url, text: attributes['alt'] ?? '', destination: peekDestination(url) };
      links.push(link);
      if (name === 'a') open = link;
    },
    ontext: (text) => {
      if (open !== null) open.text += text;
    },
    onclosetag: (name) => {
      if (name === 'a') open = null;
    },
  });
  parser.end(html);
  return {
    pictures: [...pictures],
    links: links.map((link) => ({ ...link, text: link.text.replace(/\s+/g, ' ').trim() })),
  };
}

/** On the origin itself: an address that has ours behind its `#` is another server's, which would be asked in our place. */
function isOwn(url: string, kind: 'open' | 'click', origin: string): boolean {
  return findTrackingPath(url.replace(/#.*$/s, ''), [origin])?.kind === kind;
}
