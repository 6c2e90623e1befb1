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

/** The page that is open, and how to get it from the server as it is there now. */
export interface LoadedPage {
  /** Address of the page's program as its markup names it: each version has another. Null where it names none. */
  program: string | null;
  /** The markup that the server has now; null where it gives none. */
  fetchMarkup(): Promise<string | null>;
}

/**
 * Loads code that isn't needed from the start. Rejects with PaneOutdated where the server has a newer version instead, else as
 * `load` did. `page`: the one that is open.
 */
export async function loadPart<T>(load: () => Promise<T>, page?: LoadedPage): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (await isOutdated(page ?? readPage())) throw new PaneOutdated(error);
    throw error;
  }
}

async function isOutdated({ program, fetchMarkup }: LoadedPage): Promise<boolean> {
  if (program === null) return false;
  try {
    const markup = await fetchMarkup();
    return markup !== null && !markup.includes(program);
  } catch {
    // Out of reach: then that is why nothing was loaded.
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
