import { loadPart, PaneOutdated } from './load-part.ts';
import type { LoadedPage } from './load-part.ts';

const PROGRAM = '/assets/main-OLD.js';
const GONE = new TypeError('Failed to fetch dynamically imported module');

function pageOf(markup: string | null, program: string | null = PROGRAM): LoadedPage {
  return { program, fetchMarkup: () => Promise.resolve(markup) };
}

const gone = (): Promise<never> => Promise.reject(GONE);

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
    ['the server can’t be reached', { program: PROGRAM, fetchMarkup: gone }],
    ['this page names no program', pageOf('<script type="module" src="/assets/main-NEW.js"></script>', null)],
  ])('fails as it did where %s', async (_, page) => {
    await expect(loadPart(gone, page)).rejects.toBe(GONE);
  });
});
