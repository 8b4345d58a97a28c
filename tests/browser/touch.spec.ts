/** Pinch and scroll stay the page's, wherever on a figure a gesture begins. */
import { expect, type Page, test } from '@playwright/test';
import { pinch, swipe } from './figureDriver.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const FIGURES = [
  'Overture',
  'PairForces',
  'PairCrowd',
  'TripletForces',
  'CollapseDuel',
  'TripletSorter',
  'BatchMiner',
  'TrainingLab',
] as const;

/** The middle of a figure's first drawing, and a corner of it where no point stands. */
async function placesOn(page: Page, name: string) {
  const figure = page.locator(`[data-figure="${name}"]`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-ready', 'true');
  const drawing = figure.locator('.figure-plane svg').first();
  await drawing.evaluate((element) =>
    element.scrollIntoView({ block: 'center', behavior: 'instant' }),
  );
  const box = (await drawing.boundingBox())!;
  return {
    middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    corner: { x: box.x + 12, y: box.y + box.height - 12 },
  };
}

test('a finger that starts on an empty part of a figure scrolls the page', async ({ page }) => {
  await page.goto('/');
  for (const name of FIGURES) {
    const { corner } = await placesOn(page, name);
    const before = await page.evaluate(() => scrollY);
    await swipe(page, corner, { x: corner.x, y: corner.y - 200 });
    await expect.poll(() => page.evaluate(() => scrollY), name).toBeGreaterThan(before + 100);
  }
});

test('two fingers on a figure zoom the page', async ({ page }) => {
  await page.goto('/');
  const client = await page.context().newCDPSession(page);
  const zoom = () => page.evaluate(() => visualViewport!.scale);
  for (const name of FIGURES) {
    const { middle } = await placesOn(page, name);
    await pinch(page, middle, 40, 90);
    await expect.poll(zoom, name).toBeGreaterThan(1.2);
    await client.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
  }
});
