/**
 * A part of the pane can't be loaded because the server has a newer version by now, and with it other files. Only loading the
 * page again helps.
 */
export class PaneOutdated extends Error {
  constructor(cause: unknown) {
    super('The server has a newer version of the pane', { cause });
    this.name = 'PaneOutdated';
  }
}

/** A part of the pane can't be loaded because the server can't be reached. */
export class PartUnreachable extends Error {
  constructor(cause: unknown) {
    super('The server that holds a part of the pane can’t be reached', { cause });
    this.name = 'PartUnreachable';
  }
}

/** The page that is open, and how to get it from the server as it is there now. */
export interface LoadedPage {
  /** Address of the page's program as its markup names it: each version has another. Null where it names none. */
  program: string | null;
  /** The markup that the server has now; null where it gives none. Rejects where it can't be reached. */
  fetchMarkup(): Promise<string | null>;
}

/**
 * Loads code that isn't needed from the start. Rejects with PaneOutdated where the server has a newer version instead, with
 * PartUnreachable where it can't be reached, else as `load` did. `page`: the one that is open.
 */
export async function loadPart<T>(load: () => Promise<T>, page?: LoadedPage): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { program, fetchMarkup } = page ?? readPage();
    const markup = await fetchMarkup().catch(() => {
      throw new PartUnreachable(error);
    });
    const isOutdated = program !== null && markup !== null && !markup.includes(program);
    throw isOutdated ? new PaneOutdated(error) : error;
  }
}

/** Whether the server gives this page now: loading it anew while it doesn't would leave nothing of the pane. */
export async function isPageThere({ fetchMarkup }: LoadedPage = readPage()): Promise<boolean> {
  try {
    return (await fetchMarkup()) !== null;
  } catch {
    return false;
  }
}

function readPage(): LoadedPage {
  return {
    program: document.querySelector('script[type="module"]')?.getAttribute('src') ?? null,
    fetchMarkup: async () => {
      const answer = await fetch(location.pathname, { cache: 'no-store' });
      return answer.ok ? answer.text() : null;
    },
  };
}
