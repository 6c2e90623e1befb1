import type { HttpHandler } from '@azure/functions';
import type { App } from '../app.ts';
import { pickLanguage } from '../pages/language.ts';
import { PAGE_TEXTS } from '../pages/page-texts.ts';
import { fill, renderPage } from '../pages/page.ts';

/** `GET /support.html`: the manifest's SupportUrl; says what this is and whom to ask. */
export function createSupport(app: App): HttpHandler {
  const { contact } = app.config;
  return (request) => {
    const language = pickLanguage(request.headers.get('accept-language'));
    const texts = PAGE_TEXTS[language];
    return renderPage({
      status: 200,
      language,
      title: texts.productTitle,
      paragraphs: [fill(texts.productIntro, {}), ...(contact === null ? [] : [fill(texts.contact, { contact })])],
    });
  };
}
