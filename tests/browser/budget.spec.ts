import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { bringAllAlive } from './figureDriver.ts';
import { inPage } from './inPage.ts';
import { saveData } from './labDriver.ts';

/**
 * What a reader waits for, and what has come by the time every figure has been passed: about 12 kB
 * for each of the twenty, with their guesses, challenges and questions, what the page tells of fourteen
 * losses, and what makes it of use with a keyboard, read aloud, translated and offline.
 */
const BUDGET = { onLoad: 60_000, scrolled: 261_000 };

/**
 * The page itself: bytes of HTML, gzipped, its elements, and the boxes that a browser lays out of them
 * while the window stands at the top.
 */
const PAGE_BUDGET = { html: 254_000, elements: 26_500, boxes: 2_000 };

/** Collects every script the page fetches, gzipped as a server would send it. */
function watchScripts(page: Page) {
  const scripts: Promise<{ url: string; text: string }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.text().then((text) => ({ url: response.url(), text })));
  });
  return async () => {
    const fetched = await Promise.all(scripts);
    const inline = await inPage(
      page,
      'script:not([src], [type="text/html"], :empty)',
    ).allTextContents();
    const texts = [...fetched.map(({ text }) => text), ...inline];
    return {
      bytes: texts.reduce((sum, text) => sum + gzipSync(text).length, 0),
      texts,
    };
  };
}

test('the article loads at most 60 kB of script, and 261 kB once every figure has been passed', async ({
  page,
}) => {
  // What trains is got ready beside the page, and not for everyone: it has tests of its own.
  await saveData(page);
  const measure = watchScripts(page);
  await page.goto('/', { waitUntil: 'networkidle' });
  const onLoad = await measure();
  for (const section of await inPage(page, 'section[id]').all())
    await section.scrollIntoViewIfNeeded();
  await bringAllAlive(page);
  await page.waitForLoadState('networkidle');
  const afterScrolling = await measure();
  console.log(`script on load ${onLoad.bytes} B gz, after scrolling ${afterScrolling.bytes} B gz`);
  expect(onLoad.bytes).toBeLessThanOrEqual(BUDGET.onLoad);
  expect(afterScrolling.bytes).toBeLessThanOrEqual(BUDGET.scrolled);
  for (const text of afterScrolling.texts) expect(text).not.toMatch(/tensorflow|katex-html/i);
});

for (const width of [390, 1280])
  test(`at ${width} px the article opens with at most 254 kB of HTML and 2,000 boxes`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    const response = await page.goto('/', { waitUntil: 'networkidle' });
    // What is near the window is known, and laid out, once a frame has been drawn.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const { metrics } = await client.send('Performance.getMetrics');
    const boxes = metrics.find(({ name }) => name === 'LayoutObjects')!.value;
    const html = gzipSync(await response!.body()).length;
    const elements = await inPage(page, '*').count();
    console.log(`at ${width} px HTML ${html} B gz, ${elements} elements, ${boxes} boxes`);
    expect(html).toBeLessThanOrEqual(PAGE_BUDGET.html);
    expect(elements).toBeLessThanOrEqual(PAGE_BUDGET.elements);
    expect(boxes).toBeLessThanOrEqual(PAGE_BUDGET.boxes);
  });

test('nowhere does Chromium parse more than 80 kB of the page in one task', async ({ request }) => {
  const html = await (await request.get('/')).text();
  // Behind a script that would be run, and an empty one, it soon goes on in another.
  const stretches = html
    .slice(html.indexOf('<article'))
    .replace(/<script type="text\/html".*?<\/script>/gs, '')
    .split(/<script>.*?<\/script>/s);
  expect(stretches.length).toBeGreaterThan(50);
  expect(Math.max(...stretches.map(({ length }) => length))).toBeLessThanOrEqual(80_000);
});
