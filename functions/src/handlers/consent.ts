import type { HttpHandler } from '@azure/functions';
import { fill, renderPage } from '../pages/page.ts';
import { PAGE_TEXTS } from '../pages/page-texts.ts';
import { pickLanguage } from '../pages/language.ts';

/** `GET /consent.html`: where Entra sends an admin back after the consent (outlook-cases.md C). */
export function createConsent(): HttpHandler {
  return (request) => {
    const language = pickLanguage(request.headers.get('accept-language'));
    const texts = PAGE_TEXTS[language];
    const { searchParams } = new URL(request.url);
    const error = searchParams.get('error');
    return renderPage({
      status: 200,
      language,
      title: texts.productTitle,
      paragraphs: [
        error === null ? fill(texts.consentGiven, {}) : fill(texts.consentMissing, { code: error.slice(0, 60) }),
      ],
    });
  };
}
