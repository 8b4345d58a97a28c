/** A figure that comes alive takes the room that its still took: nothing moves away under a finger. */
import { expect, type Page, test } from '@playwright/test';
import { bringAllAlive, layOutAll } from './figureDriver.ts';
import { holdBack } from './holdBack.ts';
import { saveData } from './labDriver.ts';

const heights = (page: Page) =>
  page
    .locator('[data-figure]')
    .evaluateAll((figures) =>
      figures.map((figure): [string, number] => [
        figure.id,
        Math.round(figure.getBoundingClientRect().height),
      ]),
    );

/** Every figure as the page came. Returns how to let its scripts come. */
async function openStills(page: Page): Promise<() => void> {
  const letCome = await holdBack(page, /\/_astro\/.*\.js$/);
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('#later-fonts[media="all"]').waitFor({ state: 'attached' });
  await page.locator('.references').waitFor({ state: 'attached' });
  await layOutAll(page);
  await heights(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return letCome;
}

for (const width of [390, 1280])
  test(`at ${width} px no figure changes its height as it comes alive`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    await saveData(page);
    const letCome = await openStills(page);
    const stills = await heights(page);
    letCome();
    await bringAllAlive(page);
    expect(await heights(page)).toEqual(stills);
  });
