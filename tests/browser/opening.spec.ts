import { expect, type Page, test } from '@playwright/test';
import { definition, plane } from '#islands/Opening/definition.ts';
import { initialState } from '#kit/figure/urlState.ts';
import type { TripletState } from '#kit/plane/triplet.ts';
import { drag, figureOn, numberOf, onScreen, pointMark, pointOf, swipe } from './figureDriver.ts';
import { inPage } from './inPage.ts';

const start = initialState<TripletState>(definition.settings);
const OUTSIDE = { x: 1.2, y: -0.3 };

/** The opening comes alive by itself, where the page begins. */
async function openPage(page: Page) {
  await page.goto('/');
  const opening = figureOn(page, 'Opening');
  await expect(opening).toHaveAttribute('data-ready', 'true');
  await expect(opening).toBeInViewport({ ratio: 0.9 });
  return opening;
}

test('the opening is a triplet to drag: n out of the ring ends the loss, and nothing moves', async ({
  page,
}) => {
  const opening = await openPage(page);
  expect(await numberOf(opening, 'loss')).toBe(definition.measure(start).loss);
  const height = () => opening.evaluate((figure) => figure.getBoundingClientRect().height);
  const before = await height();
  await drag(page, opening, plane, 'negative', { x: 0.3, y: 0.1 });
  const { x, y } = await pointOf(opening, 'negative');
  expect(await numberOf(opening, 'loss')).toBe(
    definition.measure({ ...start, negative: { x, y } }).loss,
  );
  await drag(page, opening, plane, 'negative', OUTSIDE);
  expect(await numberOf(opening, 'loss')).toBe(0);
  await expect(opening.getByText('the margin holds: no force')).toBeVisible();
  expect(await height()).toBe(before);
});

test('the keys move its points, and Home puts them back', async ({ page }) => {
  const opening = await openPage(page);
  await pointMark(opening, 'negative').focus();
  await page.keyboard.press('ArrowLeft');
  expect((await pointOf(opening, 'negative')).x).toBeLessThan(start.negative.x);
  await page.keyboard.press('Home');
  expect(await pointOf(opening, 'negative')).toEqual(start.negative);
});

test('the title does not wait for its drawing to find its place', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const opening = await openPage(page);
  const top = () => inPage(page, 'h1').evaluate((title) => title.getBoundingClientRect().top);
  const before = await top();
  await opening.evaluate((figure) => figure.remove());
  expect(await top()).toBe(before);
});

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const)
  test(`at ${width} px the first figure begins within a screen and a half`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openPage(page);
    const { y } = (await figureOn(page, 'Overture').boundingBox())!;
    expect(y).toBeLessThan(1.5 * height);
  });

test.describe('under a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('n is dragged, and the page stays', async ({ page }) => {
    const opening = await openPage(page);
    await swipe(
      page,
      await onScreen(opening, plane, start.negative),
      await onScreen(opening, plane, OUTSIDE),
    );
    expect(await numberOf(opening, 'loss')).toBe(0);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the opening is a still with its loss, and asks for no dragging', async ({ page }) => {
    await page.goto('/');
    const opening = figureOn(page, 'Opening');
    await expect(opening.locator('svg')).toBeVisible();
    expect(await numberOf(opening, 'loss')).toBe(definition.measure(start).loss);
    await expect(opening.getByText('drag')).toBeHidden();
  });
});
