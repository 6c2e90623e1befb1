import { useMemo } from 'react';
import { escapeHtml } from '../outlook/rewrite-tags.ts';
import { parseForShow, policyFor, sheetFor } from './frame-document.ts';
import type { RemotePictures } from './frame-document.ts';
import type { PictureStore } from './picture-store.ts';

/** A mail to read. */
export interface MailFrameProps {
  mail: { format: 'html' | 'text'; body: string };
  pictures: PictureStore;
  remote: RemotePictures;
  theme: 'light' | 'dark';
  title: string;
  /** Links lead nowhere: what follows them isn't this browser. */
  isInert?: boolean;
}

/**
 * A received body in a frame without scripts and without an origin. Its links open in a tab of their own, which is a page
 * like any other.
 */
export function MailFrame({ mail, pictures, remote, theme, title, isInert = false }: MailFrameProps) {
  const { format, body } = mail;
  const source = useMemo(
    () => writeFrame(format === 'html' ? body : markUpText(body), { pictures, remote, theme }),
    [format, body, pictures, remote, theme],
  );
  return (
    <iframe
      className="mail-frame"
      title={title}
      sandbox={isInert ? '' : 'allow-popups allow-popups-to-escape-sandbox'}
      srcDoc={source}
      key={remote}
    />
  );
}

function writeFrame(
  html: string,
  { pictures, remote, theme }: Pick<MailFrameProps, 'pictures' | 'remote' | 'theme'>,
): string {
  const page = parseForShow(html, pictures);
  const sheet = page.createElement('style');
  sheet.textContent = sheetFor(theme);
  const base = page.createElement('base');
  base.target = '_blank';
  const metas = [
    createMeta(page, { httpEquiv: 'Content-Security-Policy', content: policyFor(remote) }),
    createMeta(page, { name: 'referrer', content: 'no-referrer' }),
  ];
  page.head.prepend(...metas, base, sheet);
  return page.documentElement.outerHTML;
}

function createMeta(page: Document, given: { httpEquiv?: string; name?: string; content: string }): HTMLMetaElement {
  return Object.assign(page.createElement('meta'), given);
}

/** Plain text with its addresses as links, as mail programs show it. */
function markUpText(text: string): string {
  const marked = escapeHtml(text).replace(
    /\bhttps?:\/\/[^\s<>]+?(?=[.,;:!?)]*(?:\s|&gt;|$))/g,
    (url) => `<a href="${url}">${url}</a>`,
  );
  return `<pre>${marked}</pre>`;
}
