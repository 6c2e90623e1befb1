import sparticuz from '@sparticuz/chromium';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { BUTTON_ICON_SIZES, iconPath, LIST_ICON_SIZES, PAGE_ICON_SIZES } from './manifest/icon-files.ts';
import type { IconName } from './manifest/icon-files.ts';

const addin = join(dirname(dirname(fileURLToPath(import.meta.url))), 'addin');

/** Up to this edge the drawing with fewer parts is taken, whose lines lie on a grid of 16 pixels. */
const LAST_SMALL_SIZE = 32;

const SIZES: Readonly<Record<IconName, readonly number[]>> = {
  readback: [...new Set([...BUTTON_ICON_SIZES.readback, ...Object.values(LIST_ICON_SIZES), ...PAGE_ICON_SIZES])],
  switch: BUTTON_ICON_SIZES.switch,
};

async function draw(page: Page, name: IconName, size: number): Promise<void> {
  const source = size <= LAST_SMALL_SIZE ? `${name}-small.svg` : `${name}.svg`;
  const svg = await readFile(join(addin, 'icons', source));
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg.toString('base64')}">`,
  );
  await writeFile(join(addin, iconPath(name, size)), await page.screenshot({ omitBackground: true }));
}

const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: sparticuz.args });
try {
  const page = await browser.newPage();
  for (const size of SIZES.readback) await draw(page, 'readback', size);
  for (const size of SIZES.switch) await draw(page, 'switch', size);
} finally {
  await browser.close();
}
