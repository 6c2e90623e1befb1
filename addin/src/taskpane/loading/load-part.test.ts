import { isPageThere, loadPart, PaneOutdated, PartUnreachable } from './load-part.ts';
import type { LoadedPage } from './load-part.ts';

const PROGRAM = '/assets/main-OLD.js';
const GONE = new TypeError('Failed to fetch dynamically imported module');

function pageOf(markup: string | null, program: string | null = PROGRAM): LoadedPage {
  return { program, fetchMarkup: () => Promise.resolve(markup) };
}

const gone = (): Promise<never> => Promise.reject(GONE);

describe('asking whether the page can be loaded anew', () => {
  it.each([
    ['the server gives it', pageOf('<html>'), true],
    ['the server gives none', pageOf(null), false],
    ['the server can’t be reached', { program: PROGRAM, fetchMarkup: gone }, false],
  ])('is answered where %s', async (_, page, isThere) => {
    expect(await isPageThere(page)).toBe(isThere);
  });
});

describe('loading a part of the pane', () => {
  it('gives what was loaded, and asks the server for nothing else', async () => {
    const page: LoadedPage = { program: PROGRAM, fetchMarkup: () => Promise.reject(new Error('was asked')) };
    await expect(loadPart(() => Promise.resolve('view'), page)).resolves.toBe('view');
  });

  it('says that the pane is outdated when the server’s page names another program', async () => {
    const page = pageOf('<script type="module" src="/assets/main-NEW.js"></script>');
    const failure = loadPart(gone, page);
    await expect(failure).rejects.toThrow(PaneOutdated);
    await expect(failure).rejects.toMatchObject({ cause: GONE });
  });

  it.each([
    ['the server’s page is this one', pageOf(`<script type="module" src="${PROGRAM}"></script>`)],
    ['the server gives no page', pageOf(null)],
    ['this page names no program', pageOf('<script type="module" src="/assets/main-NEW.js"></script>', null)],
  ])('fails as it did where %s', async (_, page) => {
    await expect(loadPart(gone, page)).rejects.toBe(GONE);
  });

  it('says so where the server can’t be reached', async () => {
    const failure = loadPart(gone, { program: PROGRAM, fetchMarkup: () => Promise.reject(new TypeError('offline')) });
    await expect(failure).rejects.toThrow(PartUnreachable);
    await expect(failure).rejects.toMatchObject({ cause: GONE });
  });
});
