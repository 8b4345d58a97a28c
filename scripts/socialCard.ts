/** Draws public/social-card.png from the built page's own title: `node scripts/socialCard.ts` after a build. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from './findBrowser.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
const page = await browser.newPage({
  viewport: { width: 1200, height: 630 },
  bypassCSP: true,
});
await page.route('http://page/**', async (route) => {
  const { pathname } = new URL(route.request().url());
  const path = pathname === '/' ? '/index.html' : pathname;
  const contentType = TYPES[extname(path)];
  if (contentType) await route.fulfill({ body: readFileSync(`dist${path}`), contentType });
  else await route.abort();
});
await page.goto('http://page/');
await page.addStyleTag({
  content: `
    .page { display: block; padding: 0 72px; }
    .title-block { height: 630px; }
    .article, .contents-margin { display: none; }
  `,
});
await page.screenshot({ path: 'public/social-card.png' });
await browser.close();
