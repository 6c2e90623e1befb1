import { gzipSync } from 'node:zlib';
import { localisePage } from './local-pages.ts';

const page =
  '<!doctype html><html><head><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head></html>';

function answerOf(body: Uint8Array, headers: Record<string, string>) {
  return { status: 200, headers, body };
}

function textOf(answer: { body: Uint8Array }): string {
  return new TextDecoder().decode(answer.body);
}

describe('localisePage', () => {
  it.each(['/local/office-js/office.js', '/simulator/office.js'] as const)('takes Office.js from %s', (officeJs) => {
    const made = localisePage(
      answerOf(new TextEncoder().encode(page), { 'content-type': 'text/html; charset=utf-8' }),
      officeJs,
    );
    expect(textOf(made)).toContain(`<script src="${officeJs}">`);
    expect(textOf(made)).toContain('<head>\n<meta name="readback-sign-in" content="local">');
    expect(textOf(made)).not.toContain('appsforoffice');
  });

  it('says who works at a page that has no Office.js', () => {
    const made = localisePage(
      answerOf(new TextEncoder().encode('<html><head></head><body><div id="pane"></div></body></html>'), {
        'content-type': 'text/html',
      }),
      '/local/office-js/office.js',
    );
    expect(textOf(made)).toContain('<meta name="readback-account" content="robin.reed@contoso.example">');
    expect(textOf(made)).not.toContain('office.js');
  });

  it('reads a compressed page', () => {
    const headers = { 'content-type': 'text/html', 'content-encoding': 'gzip' };
    const made = localisePage(answerOf(gzipSync(page), headers), '/simulator/office.js');
    expect(textOf(made)).toContain('/simulator/office.js');
    expect(made.headers).toEqual({ 'content-type': 'text/html' });
  });

  it.each([
    ['text/javascript', page],
    ['text/html', '<p>no Office here</p>'],
  ])('leaves %s %s alone', (type, body) => {
    const answer = answerOf(new TextEncoder().encode(body), { 'content-type': type });
    expect(localisePage(answer, '/simulator/office.js')).toBe(answer);
  });
});
