/**
 * `npm run heights`: measures how high each chapter of the built site is. A chapter that is far from
 * the reader's window is not laid out, and keeps as much room free.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { WINDOWS } from '#components/chapterHeights.ts';
import { withServer } from './bench/site.ts';
import { findBrowser } from './findBrowser.ts';

/** The height of each chapter in a window of this width, to the nearest ten pixels. */
async function measure(browser: Browser, url: string, width: number): Promise<[string, number][]> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    serviceWorkers: 'block',
  });
  // On a busy machine the network may be idle before the last chapter has been read.
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  const heights = await page.evaluate(async () => {
    const chapters = [...document.querySelectorAll<HTMLElement>('.article > section')];
    for (const { style } of chapters) style.contentVisibility = 'visible';
    const measured = () =>
      chapters.map((chapter): [string, number] => [chapter.id, chapter.offsetHeight]);
    // The fonts of formulas are asked for as these are laid out.
    measured();
    await document.fonts.ready;
    return measured();
  });
  await page.close();
  return heights.map(([id, height]) => [id, Math.round(height / 10) * 10]);
}

if (!existsSync('dist/index.html'))
  throw new Error('There is no built site to measure: run “npm run build” first.');
await withServer('dist', async (url) => {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  const heights: Record<string, Record<string, number>> = {};
  for (const [window, width] of Object.entries(WINDOWS))
    for (const [id, height] of await measure(browser, url, width))
      heights[id] = { ...heights[id], [window]: height };
  await browser.close();
  const path = new URL('../src/components/chapterHeights.json', import.meta.url);
  writeFileSync(path, `${JSON.stringify(heights, null, 2)}\n`);
});
