import { createHash } from 'node:crypto';
import type { HttpResponseInit } from '@azure/functions';
import type { Language } from './language.ts';

/** A piece of a page that is safe to put into it; made only by `html`. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Builds HTML from a literal; whatever is put in is escaped unless it is HTML itself. */
export function html(literals: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  const pieces = values.map((value) =>
    typeof value === 'string'
      ? escape(value)
      : value instanceof Html
        ? value.text
        : value.map((each) => each.text).join(''),
  );
  return new Html(literals.reduce((whole, literal, index) => whole + (pieces[index - 1] ?? '') + literal));
}

/** A sentence with its `{name}` places filled. */
export function fill(sentence: string, values: Readonly<Record<string, string | Html>>): Html {
  const parts = sentence.split(/\{(\w+)\}/);
  return html`${parts.map((part, index) => (index % 2 === 0 ? html`${part}` : html`${values[part] ?? ''}`))}`;
}

/** What a page says. */
export interface PageContent {
  status: number;
  language: Language;
  title: string;
  paragraphs: readonly Html[];
  /** Small print below the paragraphs. */
  notes?: readonly Html[];
}

const STYLE =
  'body{margin:0;background:#f5f5f5;color:#242424;font:16px/1.5 "Segoe UI",system-ui,sans-serif}' +
  'main{box-sizing:border-box;max-width:40rem;margin:10vh auto;padding:2rem;background:#fff;border-radius:8px;overflow-wrap:anywhere}' +
  'h1{margin:0 0 1rem;font-size:1.5rem;line-height:1.3}p{margin:0 0 1rem}p:last-child{margin:0}a{color:#0f6cbd}' +
  '.note{margin:0;font-size:.875rem;color:#616161}:not(.note)+.note{margin-top:1.5rem}' +
  '@media(prefers-color-scheme:dark){body{background:#1f1f1f;color:#fff}main{background:#292929}a{color:#479ef5}.note{color:#adadad}}';

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Apart from the page's literal: a line break inside the element would be hashed too, and browsers drop the style then. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/** An answer whose headers are a plain record. */
export type PageAnswer = Omit<HttpResponseInit, 'headers'> & { headers: Record<string, string> };

/** A small page that needs nothing else: no script, no form, no picture, and its policy forbids them. */
export function renderPage({ status, language, title, paragraphs, notes = [] }: PageContent): PageAnswer {
  const body = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${paragraphs.map((paragraph) => html`<p>${paragraph}</p> `)}
          ${notes.map((note) => html`<p class="note">${note}</p> `)}
        </main>
      </body>
    </html> `;
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    },
    body: body.text,
  };
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
