/**
 * `npm run pdf`: prints the built site to the PDF that the page links to, with every figure alive, as a
 * reader's browser would print it. The next build takes it along.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { PDF_NAME } from '#components/pdfName.ts';
import { withServer } from './bench/site.ts';
import { findBrowser } from './findBrowser.ts';

const path = fileURLToPath(new URL(`../public/${PDF_NAME}`, import.meta.url));

/** Has every figure come to life, and every picture arrive. */
async function bringAllToLife(page: Page): Promise<void> {
  for (const figure of await page.locator('[data-figure]').all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.and(page.locator('[data-ready="true"]')).waitFor({ state: 'attached' });
  }
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 0)));
}

if (!existsSync('dist/index.html'))
  throw new Error('There is no built site to print: run “npm run build” first.');
await withServer('dist', async (url) => {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    // Letters where the fonts place them: the headless shell moves them to whole pixels by itself.
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await bringAllToLife(page);
  await page.pdf({
    path,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  await browser.close();
});
