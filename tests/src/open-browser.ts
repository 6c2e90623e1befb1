import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Browsers that may be installed already, the best first. */
const INSTALLED = ['chrome', 'msedge', 'chromium'] as const;

/**
 * A browser for journeys: one that is installed, else the one that comes with the project for Linux on x64.
 * Rejects, and says what to install, where there is neither.
 */
export async function openBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const channel of INSTALLED) {
    const browser = await tryToOpen(() => chromium.launch({ channel }), failures);
    if (browser !== null) return browser;
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const browser = await tryToOpen(openBundled, failures);
    if (browser !== null) return browser;
  }
  throw new Error(
    `Browser tests need Google Chrome or Microsoft Edge: install one of them and run the tests again.\n${failures.join('\n')}`,
  );
}

/**
 * Without a sandbox of its own, since many machines that build have none to give; it sees nothing but pages of this project.
 * The package's own arguments aren't taken over: they are for a cloud function, and switch off what is to be tested (CORS).
 */
async function openBundled(): Promise<Browser> {
  return await chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'] });
}

async function tryToOpen(open: () => Promise<Browser>, failures: string[]): Promise<Browser | null> {
  try {
    return await open();
  } catch (error) {
    const [firstLine = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    failures.push(firstLine);
    return null;
  }
}
