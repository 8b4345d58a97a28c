import { expect, type Locator, type Page, test } from '@playwright/test';
import { button, copyLink, numberOf, openFigure, quantity, wordOf } from './figureDriver.ts';
import { PATIENCE } from './labDriver.ts';

const NAME = 'NewClass';
const open = (page: Page, query = '') => openFigure(page, NAME, query);

/** Draws a chain of straight lines on the pad, in shares of its side. */
async function draw(page: Page, figure: Locator, points: readonly (readonly [number, number])[]) {
  const pad = figure.locator('.drawing-pad');
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  const [first, ...rest] = points.map(
    ([x, y]) => [box.x + x * box.width, box.y + y * box.height] as const,
  );
  await page.mouse.move(...first!);
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...point, { steps: 4 });
  await page.mouse.up();
}

const CORNER = [
  [0.25, 0.2],
  [0.25, 0.8],
  [0.8, 0.8],
] as const;
const SLOPE = [
  [0.15, 0.8],
  [0.85, 0.15],
] as const;

test('something is recognised before anything is pressed, and no network has been fetched', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const figure = await open(page);
  await expect(quantity(figure, 'verdict')).toHaveText('A');
  await expect(figure.locator('.told')).toContainText('Taken for A: at ');
  expect(await numberOf(figure, 'distance')).toBeLessThan(await numberOf(figure, 'threshold'));
  expect(fetched.filter((url) => url.includes('signs-'))).toEqual([]);
});

test('signs that are drawn are recognised when they are drawn again', async ({ page }) => {
  const figure = await open(page);
  await draw(page, figure, CORNER);
  await button(figure, 'a new sign').click();
  await figure.getByLabel('Name of sign 4').fill('corner');
  await figure.getByLabel('Name of sign 4').press('Enter');
  await draw(page, figure, SLOPE);
  await button(figure, 'a new sign').click();
  await draw(page, figure, [
    [0.3, 0.15],
    [0.28, 0.75],
    [0.75, 0.82],
  ]);
  await expect(quantity(figure, 'verdict')).toHaveText('corner', PATIENCE);
  await expect(figure.locator('.known-sign[data-accepted="true"] input')).toHaveValue('corner');
  await expect(figure.locator('.figure-spoken')).toContainText('Taken for corner');
});

test('the threshold decides what is none of these', async ({ page }) => {
  const figure = await open(page);
  const distance = await numberOf(figure, 'distance');
  const slider = figure.getByLabel('none of these beyond');
  await slider.fill((Math.floor(100 * distance) / 100).toFixed(2));
  await expect(quantity(figure, 'verdict')).toHaveText('none of these');
  await expect(figure.locator('.told')).toContainText('None of these: the nearest, A, is at');
  await slider.fill((Math.ceil(100 * distance) / 100).toFixed(2));
  await expect(quantity(figure, 'verdict')).toHaveText('A');
});

test('without a pointer: drawings are shown, kept, taken back and cleared with keys', async ({
  page,
}) => {
  const figure = await open(page);
  const press = async (name: string) => {
    // A button that has nothing to do yet can be reached, and does nothing.
    await expect(button(figure, name)).toBeEnabled();
    await button(figure, name).focus();
    await page.keyboard.press('Enter');
  };
  await press('Take a held-out 7');
  await expect(quantity(figure, 'verdict')).not.toHaveText('–', PATIENCE);
  await press('a new sign');
  await expect(figure.locator('.known-sign')).toHaveCount(4);
  await expect(quantity(figure, 'verdict')).toHaveText('–');
  await press('Take a held-out 7');
  await press('one more D: keep the drawing as an example');
  await expect(figure.locator('.known-sign').last().locator('li')).toHaveCount(2);
  await press('Undo');
  await expect(figure.locator('.known-sign').last().locator('li')).toHaveCount(1);
  await expect(quantity(figure, 'verdict')).not.toHaveText('–');
  await page.keyboard.press('Escape');
  await expect(figure.locator('.told')).toContainText('Draw a sign');
  await press('Show another');
  await expect(quantity(figure, 'verdict')).not.toHaveText('–');
});

test('another network has a threshold of its own, and a link holds both', async ({
  page,
  context,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'reads the clipboard');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await open(page);
  const before = await numberOf(figure, 'distance');
  await figure.getByRole('radio', { name: 'pixels' }).check({ force: true });
  await expect.poll(() => numberOf(figure, 'distance'), PATIENCE).not.toBe(before);
  expect(await wordOf(figure, 'network')).toBe('pixels');
  const { searchParams } = await copyLink(page, figure);
  expect(searchParams.get('NewClass.network')).toBe('pixels');
  expect(searchParams.get('NewClass.threshold')).toBe(await wordOf(figure, 'threshold'));
});

test('on paper the signs keep their names beside examples of some size', async ({ page }) => {
  const figure = await open(page);
  await page.emulateMedia({ media: 'print' });
  const sign = figure.locator('.known-sign').first();
  await expect(sign.locator('.sign-name')).toBeVisible();
  await expect(figure.getByText('This drawing is')).toBeHidden();
  const { width } = (await sign.locator('.example').first().boundingBox())!;
  expect(width).toBeGreaterThan(24);
});
