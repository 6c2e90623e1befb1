import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';

/** What axe finds wrong with a page, or with nothing but the frame of it that is named. Empty: nothing. */
export async function faultsOf(page: Page, frame?: string): Promise<string[]> {
  // What fades in has too little contrast meanwhile.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime));
    return Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const builder = new AxeBuilder({ page });
  // Without frames there is nothing to gather from several, for which axe would open another page each time.
  const scope = frame === undefined ? builder.setLegacyMode() : builder.include({ fromFrames: [frame, 'html'] });
  const { violations } = await scope.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** What doesn't fit into a page, given its `html`: that it scrolls sideways, and texts that lost their end. Empty: all fits. */
export async function misfitsOf(html: Locator): Promise<string[]> {
  return html.evaluate((page) => {
    const sideways = page.scrollWidth - page.clientWidth;
    const cut = [...page.querySelectorAll<HTMLElement>('body *')].filter((each) => {
      const { overflowX, visibility } = getComputedStyle(each);
      // One point wide: for those who listen.
      const isSeen = each.clientWidth > 1 && visibility === 'visible';
      return isSeen && overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1;
    });
    return [...(sideways > 0 ? [`${sideways} px sideways`] : []), ...cut.map((each) => `cut: ${each.innerText}`)];
  });
}
