/** Two recorded runs side by side, and two real ones that are trained here. */
import { expect, type Locator, test } from '@playwright/test';
import {
  button,
  chooseInMenu,
  figureOn,
  linesOf,
  numberOf,
  openFigure,
  savedFromMenu,
} from './figureDriver.ts';
import { PATIENCE } from './labDriver.ts';

const NAME = 'NeedleEye';

const slider = (figure: Locator) => figure.getByRole('slider', { name: 'step' });
const verdict = (figure: Locator) => figure.locator('.eye-verdict');
const status = (figure: Locator) => figure.locator('.eye-status');
const clouds = (figure: Locator) => figure.locator('.eye-cloud canvas').filter({ visible: true });
const angles = async (figure: Locator) =>
  (await figure
    .locator('[data-needle]')
    .evaluateAll((needles) =>
      needles.map((needle) => Number(needle.getAttribute('data-angle'))),
    )) as [number, number];

/** The recordings have come in place of the stills. */
const arrived = (figure: Locator) => expect(clouds(figure)).toHaveCount(2, PATIENCE);

test('at first both runs stand at the eye: plain passes, squared is as small and does not', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  await arrived(figure);
  expect(await numberOf(figure, 'plainRatio')).toBeGreaterThanOrEqual(1);
  expect(await numberOf(figure, 'squaredRatio')).toBeLessThan(0.8);
  expect(await numberOf(figure, 'plainSpread')).toBeLessThan(0.02);
  expect(await numberOf(figure, 'squaredSpread')).toBeLessThan(0.02);
  const [squared, plain] = await angles(figure);
  expect(squared).toBeGreaterThan(15);
  expect(Math.abs(plain)).toBeLessThan(2);
  await expect(verdict(figure)).toContainText('plain has its order right');
});

test('one slider moves both runs, and the sentence says what has become of them', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  await arrived(figure);
  await slider(figure).focus();
  await page.keyboard.press('Home');
  await expect(verdict(figure)).toContainText('Step 0: plain has its order wrong');
  expect(await numberOf(figure, 'plainSpread')).toBe(await numberOf(figure, 'squaredSpread'));
  await page.keyboard.press('End');
  await expect(verdict(figure)).toContainText('plain is through');
  await expect(verdict(figure)).toContainText('squared is down to 0.0060');
  expect(await numberOf(figure, 'plainSpread')).toBeGreaterThan(0.8);
});

test('Play begins at the start and can be stopped; a link opens at its step', async ({ page }) => {
  const figure = await openFigure(page, NAME, `?${NAME}.step=1500`);
  await arrived(figure);
  await button(figure, 'Play').click();
  await expect.poll(() => numberOf(figure, 'step'), PATIENCE).toBeLessThan(1500);
  await button(figure, 'Pause').click();
  await expect(button(figure, 'Play')).toBeVisible();
  const lines = linesOf(await savedFromMenu(page, figure, 'Save CSV'));
  expect(lines).toHaveLength(1 + 2 * 151);
  expect(lines[0]).toBe('distance,step,spread,ratio,shrinkShare,knnAccuracy');
});

test('Run it yourself trains both for real, with other settings, and Reset brings the recording back', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME, `?${NAME}.dims=2&${NAME}.seed=5`);
  await expect(status(figure)).toContainText('trains both: 2 dimensions, Adam, seed 5');
  await expect(figure.getByRole('radio', { name: '2 dimensions' })).toBeChecked(PATIENCE);
  await expect(figure.getByRole('spinbutton', { name: 'seed' })).toHaveValue('5');
  await button(figure, 'Run it yourself').click();
  await expect.poll(() => numberOf(figure, 'step'), PATIENCE).toBeGreaterThanOrEqual(20);
  await expect(status(figure)).toContainText(/step [\d,]+ of 1,500, about .* left/, PATIENCE);
  await button(figure, 'Pause training').click();
  await expect(status(figure)).toContainText('Trained here: 2 dimensions, Adam, seed 5', PATIENCE);
  await expect(clouds(figure)).toHaveCount(2);
  for (const side of ['squared', 'plain']) {
    expect(await numberOf(figure, `${side}Spread`)).toBeGreaterThan(0);
    expect(await numberOf(figure, `${side}Ratio`)).toBeGreaterThan(0);
  }
  await expect(button(figure, 'Go on training')).toBeVisible();

  await slider(figure).focus();
  await page.keyboard.press('Home');
  await expect(verdict(figure)).toContainText('Step 0:');

  await chooseInMenu(figure, 'Reset');
  await expect(status(figure)).toContainText('Recorded: 32 dimensions, Adam, seed 3', PATIENCE);
  await expect(button(figure, 'Run it yourself')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('both clouds at the eye, the curves and the sentence are there', async ({ page }) => {
    await page.goto('/');
    const figure = figureOn(page, NAME);
    await expect(figure.locator('.eye-cloud .class-dots').filter({ visible: true })).toHaveCount(
      20,
    );
    await expect(figure.locator('.eye-curves').filter({ visible: true })).toHaveCount(1);
    await expect(verdict(figure)).toContainText('plain has its order right');
  });
});
