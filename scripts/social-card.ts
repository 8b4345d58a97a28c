/**
 * `npm run card`: draws public/social-card.png, what a link to the article shows elsewhere: its
 * title beside the end of the opening figure's recording. And the icons of devices that keep it, of
 * public/favicon.svg: with its own edge, and with room for a device to cut a circle out of it.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { article } from '#components/article.ts';
import { PAPER } from '#components/paper.ts';
import { readRecording } from '#data/recordings/readRecording.ts';
import { drawStill, SIDE } from '#islands/Overture/still.ts';
import { findBrowser } from './findBrowser.ts';

const WIDTH = 1200;
const HEIGHT = 630;

/** Name, side in pixels, and the drawing's share of it. */
const ICONS = [
  ['icon-180.png', 180, 0.9],
  ['icon-192.png', 192, 0.9],
  ['icon-512.png', 512, 0.9],
  ['icon-512-maskable.png', 512, 0.7],
] as const;

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url));
const font = read(
  'node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
).toString('base64');

const html = `<!doctype html>
<style>
${read('src/styles/tokens.css')}
@font-face { font-family: Card; src: url(data:font/woff2;base64,${font}); font-weight: 200 900; }
body { margin: 0; display: flex; width: ${WIDTH}px; height: ${HEIGHT}px; background: var(--paper); color: var(--ink); font-family: Card; }
div { width: 480px; margin: auto 0 auto 64px; }
h1 { margin: 0; font-size: 68px; font-weight: 380; line-height: 1.03; letter-spacing: -0.022em; }
p { margin: 28px 0 0; font-size: 27px; line-height: 1.4; color: var(--muted); }
svg { width: ${HEIGHT}px; height: ${HEIGHT}px; margin-left: auto; }
.still-grid { display: none; }
.still-dots { fill: none; stroke: var(--digit); stroke-width: 6.5px; stroke-linecap: round; }
.class-label { font: 650 32px Card; text-anchor: middle; dominant-baseline: central; paint-order: stroke; stroke: var(--paper); stroke-width: 6px; stroke-linejoin: round; }
${Array.from({ length: 10 }, (_, digit) => `[data-digit="${digit}"] { --digit: var(--digit-${digit}); }`).join('\n')}
</style>
<div><h1>${article.title}</h1><p>An interactive article: drag points, watch losses, train a network.</p></div>
<svg viewBox="0 0 ${SIDE} ${SIDE}">${drawStill(readRecording('overture'), 1)}</svg>`;

const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
await page.setContent(html);
await page.evaluate(() => document.fonts.ready);
const inPublic = (name: string) => fileURLToPath(new URL(`../public/${name}`, import.meta.url));
await page.screenshot({ path: inPublic('social-card.png') });

const drawing = read('public/favicon.svg').toString('base64');
for (const [name, size, share] of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<!doctype html>
<style>
body { margin: 0; display: grid; place-items: center; height: 100vh; background: ${PAPER.light}; }
img { width: ${100 * share}%; }
</style>
<img src="data:image/svg+xml;base64,${drawing}" alt="">`);
  await page.screenshot({ path: inPublic(name) });
}
await browser.close();
