import { expect, test } from '@playwright/test';
import { linesOf, numberOf, openFigure, quantity, savedFromMenu, wordOf } from './figureDriver.ts';
import { inPage } from './inPage.ts';

const NAME = 'RoomOnTheSphere';

test('fewer dimensions leave more triplets easy at the same margin', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const before = await numberOf(figure, 'easy');
  const slider = figure.getByRole('slider', { name: 'dimensions D' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(quantity(figure, 'dimensions')).toHaveAttribute('data-value', '2');
  expect(await numberOf(figure, 'easy')).toBeGreaterThan(before);
  expect(await numberOf(figure, 'hard')).toBeCloseTo(0.5, 6);
  await expect(figure.locator('.figure-verdict')).toContainText('A narrow margin');
  await expect(figure.locator('.formula .katex-html [data-slot]').first()).toHaveText('2');
});

test('the same margin is wide for plain distances, and the shares follow it', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await figure.getByLabel('squared distances').uncheck();
  await expect(figure.locator('.figure-verdict')).toContainText('A wide margin');
  await figure.getByLabel('margin m').focus();
  await page.keyboard.press('Home');
  await expect(figure.locator('.figure-verdict')).toContainText('no semi-hard triplets');
  expect(await numberOf(figure, 'semiHard')).toBeCloseTo(0, 6);
});

test('a larger batch has nearer negatives to draw from', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const before = await numberOf(figure, 'hardDrawn');
  await figure.getByRole('radio', { name: '10,000' }).check();
  await expect(quantity(figure, 'negatives')).toHaveAttribute('data-value', '10000');
  expect(await numberOf(figure, 'hardDrawn')).toBeGreaterThan(before);
});

test('a link restores any number of dimensions, and the table is saved', async ({ page }) => {
  const figure = await openFigure(
    page,
    NAME,
    `?${NAME}.dimensions=77&${NAME}.margin=0.31&${NAME}.squared=false&${NAME}.negatives=7`,
  );
  expect(await numberOf(figure, 'dimensions')).toBe(77);
  expect(await wordOf(figure, 'squared')).toBe('false');
  await expect(figure.locator('.problems')).toContainText('10 or 100 or 1000 or 10000');
  const file = await savedFromMenu(page, figure, 'Save CSV');
  expect(file.name).toBe(`${NAME}.csv`);
  expect(linesOf(file)[1]).toContain('77,0.31,false,100');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the charts, the shares and the verdict stand on the page', async ({ page }) => {
    await page.goto('/');
    const figure = inPage(page, `[data-figure="${NAME}"]`);
    await expect(figure.locator('svg[data-drawing]')).toHaveCount(2);
    await expect(quantity(figure, 'semiHard')).toHaveText('28.8 %');
    await expect(figure.locator('.figure-verdict')).toContainText('A margin among');
  });
});
