import { Parser } from 'htmlparser2';
import { escapeHtml, rewriteTags, writeTag } from './rewrite-tags.ts';

const REMOTE = /^https?:\/\//i;

/** Puts content at the end of a body: behind everything that is shown. */
export function appendToBody(html: string, content: string): string {
  const end = html.search(/<\/body\s*>(?![\s\S]*<\/body\s*>)/i);
  return end < 0 ? html + content : html.slice(0, end) + content + html.slice(end);
}

/** Puts content before everything that is shown. */
export function prependToBody(html: string, content: string): string {
  const body = /<body\b[^>]*>/i.exec(html);
  if (body === null) return content + html;
  const start = body.index + body[0].length;
  return html.slice(0, start) + content + html.slice(start);
}

/** Takes the last occurrence of a piece out again. */
export function removeFromBody(html: string, content: string): string {
  const start = html.lastIndexOf(content);
  return start < 0 ? html : html.slice(0, start) + html.slice(start + content.length);
}

const BREAKING = new Set([
  'p',
  'div',
  'tr',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'table',
  'blockquote',
  'hr',
  'ul',
  'ol',
  'pre',
]);
const HIDDEN = new Set(['style', 'script', 'title', 'head', 'xml']);

/** The plain text of a body, as a switch to plain text leaves it: a link keeps its target in angle brackets. */
export function toPlainText(html: string): string {
  let text = '';
  let hidden = 0;
  const targets: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (HIDDEN.has(name)) hidden += 1;
      if (name === 'br' || BREAKING.has(name)) text += '\n';
      if (name === 'a') targets.push(attributes['href'] ?? '');
    },
    ontext: (part) => {
      if (hidden === 0) text += part.replace(/\s+/g, ' ');
    },
    onclosetag: (name) => {
      if (HIDDEN.has(name)) hidden -= 1;
      const target = name === 'a' ? targets.pop() : undefined;
      if (target !== undefined && REMOTE.test(target)) text += `<${target}>`;
      if (name === 'p') text += '\n';
    },
  });
  parser.end(html);
  return text
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The markup of a plain text, as a switch to HTML makes it. */
export function toMarkup(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => `<div>${line === '' ? '<br>' : escapeHtml(line)}</div>`);
  return lines.join('\n');
}

/** How Word writes a body that passed through it (office-js#1660): other quotes, classes, ids and line breaks, the same content. */
export function writeLikeWord(html: string): string {
  let picture = 1024;
  return rewriteTags(html, {
    tag: ({ name, attributes }) => {
      const kept = Object.fromEntries(Object.entries(attributes).filter(([key]) => !key.startsWith('data-')));
      if (name === 'p' && kept['class'] === undefined) return writeTag(name, { class: 'MsoNormal', ...kept }, true);
      if (name === 'img' && kept['id'] === undefined) {
        picture += 1;
        return writeTag(name, { ...kept, id: `_x0000_i${picture}` }, true);
      }
      return writeTag(name, kept, true);
    },
    text: (raw) => raw.replace(/(\S{1,12} (?:\S+ ){9}\S+) /g, '$1\r\n'),
  });
}

/** What Outlook on the web leaves out when a body is read in compose (office-js#5296). */
export function dropClassAndData(html: string): string {
  return rewriteTags(html, {
    tag: ({ name, attributes, raw }) => {
      const dropped = Object.keys(attributes).filter((key) => key === 'class' || key.startsWith('data-'));
      if (dropped.length === 0) return raw;
      return writeTag(name, Object.fromEntries(Object.entries(attributes).filter(([key]) => !dropped.includes(key))));
    },
  });
}

/** Sources of the pictures in live markup; an absent `src` is an empty text. */
export function pictureSources(html: string): string[] {
  const sources: string[] = [];
  rewriteTags(html, {
    tag: ({ name, attributes, raw }) => {
      if (name === 'img') sources.push(attributes['src'] ?? '');
      return raw;
    },
  });
  return sources;
}

/** Gives each picture the source that `change` says; null takes the `src` away. */
export function changePictures(html: string, change: (source: string, index: number) => string | null): string {
  let index = -1;
  return rewriteTags(html, {
    tag: ({ name, attributes, raw }) => {
      if (name !== 'img') return raw;
      index += 1;
      const source = attributes['src'] ?? '';
      const changed = change(source, index);
      if (changed === source) return raw;
      const others = Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== 'src'));
      return writeTag(name, changed === null ? others : { ...others, src: changed });
    },
  });
}

export function isRemote(source: string): boolean {
  return REMOTE.test(source);
}
