/** A figure that fills the window, for a projector. */
import { expect, type Page, test } from '@playwright/test';
import { button, chooseInMenu, figureOn, numberOf, openFigure } from './figureDriver.ts';
import { inPage } from './inPage.ts';

test.use({
  viewport: { width: 1280, height: 800 },
  permissions: ['clipboard-read', 'clipboard-write'],
});

const frameOf = (page: Page) => inPage(page, '.figure-frame:popover-open');
const textSize = (page: Page) =>
  figureOn(page, 'TripletForces')
    .locator('.figure-strip .read-outs')
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

test('a figure fills the window with text 1.6 times as large, and Escape leads back', async ({
  page,
}) => {
  const figure = await openFigure(page, 'TripletForces');
  const [scroll, size] = [await page.evaluate(() => scrollY), await textSize(page)];
  await chooseInMenu(figure, 'Enlarge');
  const box = (await frameOf(page).boundingBox())!;
  expect(box).toEqual({ x: 0, y: 0, width: 1280, height: 800 });
  expect((await textSize(page)) / size).toBeCloseTo(1.6, 2);
  await figure.getByRole('slider', { name: 'margin' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await numberOf(figure, 'margin')).toBeGreaterThan(0.5);
  await page.keyboard.press('Escape');
  await expect(frameOf(page)).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(scroll);
  await expect(button(figure, 'Figure menu')).toBeFocused();
});

test('the focus stays in it while it fills the window', async ({ page }) => {
  const figure = await openFigure(page, 'TripletForces');
  await chooseInMenu(figure, 'Enlarge');
  await expect(frameOf(page)).toBeVisible();
  for (let tabs = 0; tabs < 40; tabs++) {
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(
        () =>
          document.activeElement === document.body ||
          document.activeElement?.closest('.figure-frame:popover-open') !== null,
      ),
    ).toBe(true);
  }
});

test('a link that is copied there opens it so, with its task', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'reads the clipboard');
  const figure = await openFigure(page, 'TripletForces', '?TripletForces.margin=0.75');
  await chooseInMenu(figure, 'Enlarge');
  await page.getByLabel('Task for this figure').fill('Make the loss zero.');
  await chooseInMenu(figure, 'Copy link');
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toContain('enlarge=TripletForces');
  await page.goto(await clipboard());
  await expect(frameOf(page)).toBeVisible();
  await expect(page.getByLabel('Task for this figure')).toHaveValue('Make the loss zero.');
  await expect(figureOn(page, 'TripletForces')).toHaveAttribute('data-ready', 'true');
  expect(await numberOf(figureOn(page, 'TripletForces'), 'margin')).toBe(0.75);
});

test('a link to a figure that does not exist says so', async ({ page }) => {
  await page.goto('/?enlarge=Nothing');
  await expect(
    page.getByRole('status').filter({ hasText: 'no figure of that name' }),
  ).toBeVisible();
});
