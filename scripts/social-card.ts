/**
 * `npm run card`: draws public/social-card.png, what a link to the article shows elsewhere: its
 * title beside the end of the opening figure's recording.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { article } from '#components/article.ts';
import { readRecording } from '#data/recordings/readRecording.ts';
import { drawStill, SIDE } from '#islands/Overture/still.ts';
import { findBrowser } from './findBrowser.ts';

const WIDTH = 1200;
const HEIGHT = 630;

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
const path = fileURLToPath(new URL('../public/social-card.png', import.meta.url));
await page.screenshot({ path });
await browser.close();
