/** What lights up in formula and drawing, and when it stops. */
import { expect, type Locator, test } from '@playwright/test';
import { plane } from '#islands/TripletForces/definition.ts';
import { drag, onScreen, openFigure, pointMark, pointOf, swipe } from './figureDriver.ts';

const NAME = 'TripletForces';
const lit = (figure: Locator) => figure.locator('[data-lit]');

test('a point that was dragged lights nothing any more when the pointer has left it', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  await drag(page, figure, plane, 'negative', { x: 0.5, y: -0.8 });
  await expect(lit(figure)).not.toHaveCount(0);
  const corner = await onScreen(figure, plane, { x: -1.4, y: 1.4 });
  await page.mouse.move(corner.x, corner.y);
  await expect(lit(figure)).toHaveCount(0);
});

test('a point that a key moves lights what it means, whoever gave it the focus', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  await drag(page, figure, plane, 'negative', { x: 0.5, y: -0.8 });
  const corner = await onScreen(figure, plane, { x: -1.4, y: 1.4 });
  await page.mouse.move(corner.x, corner.y);
  await expect(lit(figure)).toHaveCount(0);
  await page.keyboard.press('ArrowUp');
  await expect(pointMark(figure, 'negative')).toHaveAttribute('data-lit');
});

test.describe('under a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a term stays lit after a tap, until another place is tapped', async ({ page }) => {
    const figure = await openFigure(page, NAME);
    await figure.locator('[data-when="squared"] .katex-html [data-term="ap"]').first().tap();
    await expect(figure.locator('circle.zone-hard')).toHaveAttribute('data-lit');
    const corner = await onScreen(figure, plane, { x: -1.4, y: 1.4 });
    await page.touchscreen.tap(corner.x, corner.y);
    await expect(lit(figure)).toHaveCount(0);
  });

  test('a point that was dragged lights nothing any more when the finger is lifted', async ({
    page,
  }) => {
    const figure = await openFigure(page, NAME);
    const from = await onScreen(figure, plane, await pointOf(figure, 'negative'));
    await swipe(page, from, { x: from.x - 60, y: from.y + 20 });
    await expect(lit(figure)).toHaveCount(0);
  });
});
