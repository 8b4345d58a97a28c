/** What the lab shows before the reader's own run. */
import { expect, type Page, test } from '@playwright/test';
import { bringIntoView, numberOf, quantity, savedLines } from './figureDriver.ts';
import {
  fold,
  lab,
  labButton,
  notices,
  openGroup,
  openLab,
  openSettings,
  untilStep,
} from './labDriver.ts';

const map = (page: Page) => lab(page).locator('.lab-map');
const plan = (page: Page) => lab(page).locator('.lab-plan');
const still = (page: Page) => lab(page).locator('.lab-recorded');

/** The recording as it answers: the reader has turned to the figure. */
async function wake(page: Page): Promise<void> {
  await map(page).hover({ position: { x: 4, y: 4 } });
  await expect(labButton(page, 'Replay')).toBeEnabled();
  await expect(still(page)).toBeHidden();
}

test('a recording is shown only where it is the run of the settings', async ({ page }) => {
  await openLab(page, '?TrainingLab.miner=batch-hard&TrainingLab.margin=0.3');
  await expect(plan(page)).toHaveText(
    'Run trains the MLP with batch-hard, margin 0.3, seed 1, on the digits.',
  );
  await expect(still(page)).toBeHidden();
  await expect(lab(page).locator('.lab-curves')).toHaveCount(3);
  for (const curves of await lab(page).locator('.lab-curves').all())
    await expect(curves).toBeHidden();
  for (const name of ['step', 'loss', 'knnAccuracy', 'recallAt1'])
    await expect(quantity(lab(page), name)).toHaveAttribute('data-value', '');
  await lab(page).getByLabel('mining').selectOption('batch-all');
  await lab(page).getByRole('slider', { name: 'margin' }).fill('0.5');
  await expect(plan(page)).toBeHidden();
  await expect(notices(page)).toContainText('A recorded run: 1,200 steps');
});

test('own data get no recording of the digits', async ({ page }) => {
  await openLab(page);
  await wake(page);
  await openGroup(page, 'data');
  const rows = Array.from(
    { length: 120 },
    (_, row) => `${row % 12},${(row % 12) ** 2},kind ${row % 12}`,
  );
  await lab(page)
    .getByLabel('your own data')
    .setInputFiles({
      name: 'circle.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['x,y,label', ...rows].join('\n')),
    });
  await labButton(page, 'Train on this table').click();
  await expect(plan(page)).toContainText('on circle.csv.');
  await expect(lab(page).locator('.lab-median').filter({ visible: true })).toHaveCount(0);
  await expect(labButton(page, 'Only kind 11')).toBeVisible();
  await expect(labButton(page, 'Healthy run')).toHaveCount(0);
  // Vectors have no images to be drawn as.
  await expect(lab(page).getByRole('radio', { name: 'images' })).toHaveCount(0);
  await labButton(page, 'One step').click();
  await untilStep(page, (step) => step === 1);
  // Twelve classes leave no room for numbers in the matrix: a tap tells them.
  await fold(page, 'Distances between classes').click();
  const matrix = lab(page).locator('.lab-class-matrix');
  await expect(matrix.locator('rect').first()).toBeVisible();
  await expect(matrix.locator('text')).toHaveCount(0);
  const box = (await matrix.boundingBox())!;
  const cell = (30 * box.width) / (20 + 12 * 30);
  await matrix.click({ position: { x: box.width - cell / 2, y: box.height - 1.5 * cell } });
  await expect(lab(page).locator('.lab-cell')).toHaveText(/^From kind 10 to kind 11: [\d.]+$/);
});

test('a recording answers as a run does: dots, look back, curves, distances, files', async ({
  page,
}) => {
  await openLab(page);
  await wake(page);
  expect(await numberOf(lab(page), 'knnAccuracy')).toBeGreaterThan(0.9);
  expect(await numberOf(lab(page), 'loss')).toBeGreaterThan(0);
  const plane = lab(page).locator('.lab-labels');
  await plane.focus();
  await page.keyboard.press('ArrowRight');
  const card = lab(page).locator('.digit-card');
  await expect(card).toContainText(/^a \d/);
  await expect(card).toHaveAttribute('data-images', 'true');

  const slider = lab(page).getByLabel('look back to step');
  await fold(page, 'Distances between classes').click();
  const matrix = lab(page).locator('.lab-class-matrix');
  await expect(matrix).toContainText(/\d\.\d/);
  const end = (await matrix.textContent())!;
  await slider.fill('40');
  await expect(lab(page).locator('.lab-time output')).toHaveAttribute('data-past', 'true');
  await expect(matrix).not.toHaveText(end);
  await slider.fill('1200');
  await expect(matrix).toHaveText(end);

  const chart = lab(page).getByRole('group', { name: 'loss', exact: true });
  await chart.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(chart.locator('.lab-hover text')).toHaveText(/^loss \d+\.\d{4} at 1$/);

  await fold(page, 'Files').click();
  expect(await savedLines(page, labButton(page, 'Curves CSV'))).toHaveLength(1202);
  await expect(labButton(page, 'TensorFlow.js model')).toBeDisabled();

  await labButton(page, 'One step').click();
  await untilStep(page, (step) => step === 1);
  await expect(notices(page)).not.toContainText('recorded');
});

test.describe('with a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the very tap that wakes the recording brings up a digit, which stays until the next', async ({
    page,
  }) => {
    await page.goto('/');
    await bringIntoView(lab(page));
    await map(page).evaluate((element) =>
      element.scrollIntoView({ block: 'center', behavior: 'instant' }),
    );
    const median = (await still(page).locator('.lab-median').first().boundingBox())!;
    const box = (await map(page).boundingBox())!;
    await page.touchscreen.tap(median.x + median.width / 2, median.y + median.height / 2);
    const card = lab(page).locator('.digit-card');
    await expect(card).toContainText(/^a \d/);
    await expect(still(page)).toBeHidden();
    await expect(card).toBeVisible();
    await page.touchscreen.tap(box.x + 3, box.y + 3);
    await expect(card).toBeHidden();

    const chart = lab(page).getByRole('group', { name: 'loss', exact: true });
    await chart.locator('.lab-hover rect').tap();
    const read = chart.locator('.lab-hover text');
    await expect(read).toHaveText(/^loss \d/);
    await page.touchscreen.tap(box.x + 3, box.y + 3);
    await expect(read).toBeEmpty();
  });
});

test('a link that sets what is usual leaves the settings folded, another unfolds them', async ({
  page,
}) => {
  await openLab(page, '?TrainingLab.margin=0.5');
  const settings = lab(page).locator('.lab-settings-fold');
  await expect(settings).not.toHaveAttribute('open');
  await openLab(page, '?TrainingLab.margin=0.6');
  await expect(settings).toHaveAttribute('open');
  expect(await numberOf(lab(page), 'margin')).toBe(0.6);
});

test('a refused number is told, and its field goes back to what holds', async ({ page }) => {
  await openLab(page);
  await openSettings(page);
  await openGroup(page, 'batch');
  const field = lab(page).getByLabel('classes in a batch, P');
  await field.fill('70');
  await field.blur();
  await expect(field).toHaveValue('10');
  await expect(lab(page).locator('.field-problem').filter({ hasText: 'not 70' })).toHaveText(
    'a whole number from 2 to 10, not 70',
  );
  await field.fill('4');
  await expect(lab(page).locator('.field-problem').filter({ hasText: 'not 70' })).toHaveCount(0);
});
