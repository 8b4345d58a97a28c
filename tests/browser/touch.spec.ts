/** Pinch and scroll stay the page's, wherever on a figure a gesture begins. */
import { expect, type Page, test } from '@playwright/test';
import { bringIntoView, figureOn, pinch, swipe } from './figureDriver.ts';
import { labButton, openLab, PATIENCE, SMALL } from './labDriver.ts';

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
  const figure = figureOn(page, name);
  await bringIntoView(figure);
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

test('a finger that moves sideways turns a cloud in space, and one that moves up scrolls', async ({
  page,
}) => {
  const figure = await openLab(page, `${SMALL}&TrainingLab.dims=3`);
  await labButton(page, 'One step').click();
  const cloud = figure.locator('.lab-labels[data-space="true"]');
  await expect(cloud).toBeVisible(PATIENCE);
  await cloud.evaluate((element) =>
    element.scrollIntoView({ block: 'center', behavior: 'instant' }),
  );
  const box = (await cloud.boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const turn = await cloud.getAttribute('data-turn');
  const scrolled = await page.evaluate(() => scrollY);
  await swipe(page, middle, { x: middle.x + 90, y: middle.y + 4 });
  await expect(cloud).not.toHaveAttribute('data-turn', turn!);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  const turned = await cloud.getAttribute('data-turn');
  await swipe(page, middle, { x: middle.x, y: middle.y - 150 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 60);
  await expect(cloud).toHaveAttribute('data-turn', turned!);
});

test('a cloud in space is turned by a tap as well', async ({ page }) => {
  const figure = await openLab(page, `${SMALL}&TrainingLab.dims=3`);
  await labButton(page, 'One step').click();
  const cloud = figure.locator('.lab-labels[data-space="true"]');
  await expect(cloud).toBeVisible(PATIENCE);
  const turn = Number(await cloud.getAttribute('data-turn'));
  await labButton(page, 'Turn to the right').tap();
  await expect
    .poll(async () => Number(await cloud.getAttribute('data-turn')))
    .toBeGreaterThan(turn);
  await labButton(page, 'Turn to the left').tap();
  await expect.poll(async () => Number(await cloud.getAttribute('data-turn'))).toBeCloseTo(turn);
});
