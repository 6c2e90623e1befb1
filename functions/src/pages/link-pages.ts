import type { HttpResponseInit } from '@azure/functions';
import type { Language } from './language.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { fill, html, renderPage } from './page.ts';
import type { Html } from './page.ts';

/** Who reads a page, and whom it names. */
export interface Reader {
  language: Language;
  /** Null: nobody was set. */
  contact: string | null;
}

/** Shows where a verified link goes: the recipient asked for it, or the key that made it was withdrawn. */
export function renderDestination(destination: URL, why: 'asked' | 'revoked', reader: Reader): HttpResponseInit {
  const texts = PAGE_TEXTS[reader.language];
  const host = html`<strong>${destination.host}</strong>`;
  return renderPage({
    status: 200,
    language: reader.language,
    title: texts.showTitle,
    paragraphs: [
      fill(why === 'asked' ? texts.showIntro : texts.revokedIntro, { host }),
      html`<a href="${destination.href}" rel="noreferrer">${destination.href}</a>`,
      fill(texts.showGoOn, {}),
    ],
    notes: sayWho(reader),
  });
}

/** What can be said about a link that isn't verified: its host in words, never a way to go there. */
export interface UnverifiedLink {
  /** The address looks as if it was written in small letters on the way. */
  caseLost: boolean;
  /** Where it claims to go; null where that isn't http(s) or can't be read. */
  claimed: URL | null;
}

/** Says that a link is broken. */
export function renderBroken(link: UnverifiedLink, reader: Reader): HttpResponseInit {
  const texts = PAGE_TEXTS[reader.language];
  return renderPage({
    status: 400,
    language: reader.language,
    title: texts.brokenTitle,
    paragraphs: [
      fill(link.caseLost ? texts.caseLostIntro : texts.brokenIntro, {}),
      ...sayClaim(link.claimed, reader),
      fill(texts.brokenAdvice, {}),
    ],
    notes: sayWho(reader),
  });
}

/** Says that links can't be verified at all, since the app has no valid master. */
export function renderUnavailable(claimed: URL | null, reader: Reader): HttpResponseInit {
  const texts = PAGE_TEXTS[reader.language];
  const page = renderPage({
    status: 503,
    language: reader.language,
    title: texts.unavailableTitle,
    paragraphs: [fill(texts.unavailableIntro, {}), ...sayClaim(claimed, reader), fill(texts.unavailableAdvice, {})],
    notes: sayWho(reader),
  });
  return { ...page, headers: { ...page.headers, 'Retry-After': '600' } };
}

function sayClaim(claimed: URL | null, reader: Reader): Html[] {
  return claimed === null ? [] : [fill(PAGE_TEXTS[reader.language].claimedHost, { host: claimed.host })];
}

function sayWho(reader: Reader): Html[] {
  const texts = PAGE_TEXTS[reader.language];
  const whatThisIs = fill(texts.whatThisIs, {});
  return reader.contact === null ? [whatThisIs] : [whatThisIs, fill(texts.contact, { contact: reader.contact })];
}
