/** Two views of each digit, a recorded run without labels, and a real one that is trained here. */
import { expect, type Locator, test } from '@playwright/test';
import { button, chooseInMenu, numberOf, openFigure } from './figureDriver.ts';
import { PATIENCE } from './labDriver.ts';

const NAME = 'TwoViews';

const verdict = (figure: Locator) => figure.locator('.figure-verdict');
const ink = (figure: Locator) =>
  figure.locator('.view-ink').evaluate((element) => getComputedStyle(element).maskImage);

test('at first the recorded run stands at its end, where ten labels beat raw pixels', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  await expect(verdict(figure)).toContainText('better than');
  await expect(verdict(figure)).toContainText('Recorded: sensible views');
  expect(await numberOf(figure, 'few10')).toBeGreaterThan(0.75);
  await figure.getByRole('slider', { name: 'step' }).focus();
  await page.keyboard.press('Home');
  await expect(verdict(figure)).toContainText('Step 0');
  await expect(verdict(figure)).toContainText('no better than');
});

test('the views are drawn anew, and follow the strengths', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const first = await ink(figure);
  await button(figure, 'Other views').click();
  await expect.poll(() => ink(figure)).not.toBe(first);
  await figure.getByRole('radio', { name: 'Any angle' }).check();
  expect(await numberOf(figure, 'turnBy')).toBe(180);
  await expect(verdict(figure)).toContainText('Nothing has been trained with these settings yet');
});

test('Run trains for real, and Reset brings the recording back', async ({ page }) => {
  const figure = await openFigure(page, NAME, `?${NAME}.p=16`);
  await button(figure, 'Run').click();
  await expect.poll(() => numberOf(figure, 'step'), PATIENCE).toBeGreaterThanOrEqual(20);
  await expect.poll(() => numberOf(figure, 'few10'), PATIENCE).toBeGreaterThan(0);
  await chooseInMenu(figure, 'Reset');
  await expect(verdict(figure)).toContainText('Recorded: sensible views', PATIENCE);
});
