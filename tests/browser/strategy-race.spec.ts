/** Real networks race here, on as few cores as there are. */
import { expect, test } from '@playwright/test';
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

const NAME = 'StrategyRace';

test('four strategies run in step from one seed, and batch-hard alone collapses', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME, `?${NAME}.steps=120`);
  await button(figure, 'Run').click();
  await expect.poll(() => numberOf(figure, 'step'), PATIENCE).toBe(120);
  await expect(button(figure, 'Run')).toBeVisible();
  const live = (name: string) => figure.locator(`[data-quantity="${name}"]`).last();
  const accuracies = await Promise.all(
    [1, 2, 3, 4].map(async (lane) =>
      Number(await live(`knnAccuracy${lane}`).getAttribute('data-value')),
    ),
  );
  expect(accuracies[1]).toBeLessThan(0.5);
  for (const lane of [0, 2, 3]) expect(accuracies[lane]).toBeGreaterThan(0.6);
  expect(Number(await live('loss2').getAttribute('data-value'))).toBeCloseTo(0.5, 1);
  await expect(figure.getByText('collapsed')).toHaveCount(1);

  const chart = figure.locator('svg[data-measure="knnAccuracy"]').last();
  await chart.hover({ position: { x: 150, y: 60 } });
  await expect(figure.locator('.race-read-out').filter({ hasText: 'semi-hard 0.' })).toBeVisible();

  const lines = linesOf(await savedFromMenu(page, figure, 'Save CSV'));
  expect(lines).toHaveLength(1 + 4 * 120);
});

test('before Run the table has the numbers of the recording, or says why there are none', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  const lines = linesOf(await savedFromMenu(page, figure, 'Save CSV'));
  expect(lines).toHaveLength(1 + 4 * 40);
  expect(lines[0]).toContain('lane,step,loss');
  const last = lines
    .filter((line) => line.startsWith('"all semi-hard"'))
    .at(-1)!
    .split(',');
  expect(last[1]).toBe('400');
  const shown = await figure
    .locator('[data-quantity="knnAccuracy3"]')
    .first()
    .getAttribute('data-value');
  expect(last[4]).toBe(shown);

  await figure.getByRole('spinbutton', { name: 'steps' }).fill('60');
  await page.keyboard.press('Tab');
  await chooseInMenu(figure, 'Save CSV');
  await expect(figure.getByText('no numbers yet')).toBeVisible();
});

test('a race is paused and goes on; other settings begin another', async ({ page }) => {
  const figure = await openFigure(page, NAME, `?${NAME}.lanes=2&${NAME}.steps=5000`);
  await button(figure, 'Run').click();
  await expect.poll(() => numberOf(figure, 'step'), PATIENCE).toBeGreaterThan(0);
  await button(figure, 'Pause').click();
  await expect(button(figure, 'Run')).toBeVisible();
  await button(figure, 'Run').click();
  const before = await numberOf(figure, 'step');
  await expect.poll(() => numberOf(figure, 'step'), PATIENCE).toBeGreaterThan(before);
  await figure.getByText('What the lanes train with').click();
  await figure
    .getByRole('group', { name: 'lane 1' })
    .getByLabel('strategy')
    .selectOption('contrastive');
  await expect(figure.getByText('The settings have changed')).toBeVisible();
  await expect(button(figure, 'Run')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a recorded race stands there, with its curves and who came first', async ({ page }) => {
    await page.goto('/');
    const figure = figureOn(page, NAME);
    await expect(figure.locator('.lane-recorded')).toHaveCount(4);
    const places = await figure
      .locator('[data-quantity^="rank"]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value')));
    expect(places.slice(0, 4).toSorted()).toEqual(['1', '2', '3', '4']);
  });
});
