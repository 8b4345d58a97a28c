/** The menu at each figure's corner: at hand, and never in the way. */
import { expect, type Page, test } from '@playwright/test';
import { bringIntoView, button, chooseInMenu, openFigure, quantity } from './figureDriver.ts';
import { inPage } from './inPage.ts';

const NAME = 'PairForces';

async function aliveFigures(page: Page) {
  await page.goto('/');
  const figures = await inPage(page, 'article [data-figure]').all();
  expect(figures.length).toBeGreaterThan(10);
  for (const figure of figures) {
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-ready', 'true');
  }
  return figures;
}

test('Enter opens the menu, Tab goes through it, Escape closes it and gives the focus back', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  const menu = button(figure, 'Figure menu');
  await expect(button(figure, 'Reset')).toBeHidden();
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(button(figure, 'Reset')).toBeVisible();
  for (const name of ['Reset', 'Copy link', 'Enlarge', 'Save SVG', 'Save PNG']) {
    await page.keyboard.press('Tab');
    await expect(button(figure, name)).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(button(figure, 'Reset')).toBeHidden();
  await expect(menu).toBeFocused();
});

test('a choice closes the menu and gives the focus back, a press elsewhere closes it too', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  await figure.getByRole('slider', { name: 'margin' }).fill('0.35');
  await button(figure, 'Figure menu').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(quantity(figure, 'margin').first()).toHaveAttribute('data-value', '1');
  await expect(button(figure, 'Reset')).toBeHidden();
  await expect(button(figure, 'Figure menu')).toBeFocused();

  await button(figure, 'Figure menu').click();
  await expect(button(figure, 'Reset')).toBeVisible();
  await figure.locator('figcaption').click();
  await expect(button(figure, 'Reset')).toBeHidden();
});

test('the list hangs at its button, also far down the page', async ({ page }) => {
  const figure = await openFigure(page, 'StrategyRace');
  await button(figure, 'Figure menu').click();
  const at = (await button(figure, 'Figure menu').boundingBox())!;
  const list = (await figure.locator('.menu-list').boundingBox())!;
  expect(Math.abs(list.y - at.y - at.height)).toBeLessThan(2);
  expect(Math.abs(list.x + list.width - at.x - at.width)).toBeLessThan(2);
});

test('what came of a choice is told beside the closed menu', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openFigure(page, NAME);
  await chooseInMenu(figure, 'Copy link');
  await expect(figure.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
  await page.route('**/savePicture*', (route) => route.abort());
  await chooseInMenu(figure, 'Save SVG');
  await expect(
    figure.getByRole('status').filter({ hasText: 'The picture could not be made' }),
  ).toBeVisible();
});

test('on a phone all that is told is in the menu’s row, above the plane', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const figure = await openFigure(page, NAME);
  await page.route('**/savePicture*', (route) => route.abort());
  await chooseInMenu(figure, 'Save PNG');
  const told = figure.locator('.figure-told');
  await expect(told).not.toBeEmpty();
  const [words, plane] = await Promise.all([
    told.boundingBox(),
    figure.locator('.figure-plane').boundingBox(),
  ]);
  expect(words!.y + words!.height).toBeLessThanOrEqual(plane!.y + 1);
});

test('a figure has one button at most that stands out', async ({ page }) => {
  for (const figure of await aliveFigures(page)) {
    const primary = await figure.locator('button.primary:visible').allTextContents();
    expect(primary.length, primary.join()).toBeLessThanOrEqual(1);
  }
});

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const)
  test(`the menu covers nothing of its figure at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const figure of await aliveFigures(page)) {
      await bringIntoView(figure);
      await button(figure, 'Figure menu').scrollIntoViewIfNeeded();
      const covered = await figure.evaluate((element) => {
        const menu = element.querySelector('.menu-button')!.getBoundingClientRect();
        const parts = element.querySelectorAll(
          '[data-drawing], [data-point], [data-quantity], .read-outs, .katex-base, figcaption',
        );
        return [...parts]
          .filter((part) => part.checkVisibility({ visibilityProperty: true }))
          .filter((part) => {
            const { left, right, top, bottom } = part.getBoundingClientRect();
            return (
              left < menu.right - 1 &&
              right > menu.left + 1 &&
              top < menu.bottom - 1 &&
              bottom > menu.top + 1
            );
          })
          .map((part) => `${element.id}: ${part.outerHTML.slice(0, 60)}`);
      });
      expect(covered).toEqual([]);
    }
  });
