import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { createDistanceAxis } from '#islands/VerificationThreshold/distanceAxis.ts';
import {
  acceptedBins,
  chooseThreshold,
  type Measured,
} from '#islands/VerificationThreshold/definition.ts';
import { BINS, ratesAtBin } from '#metric/evaluation/verificationSummary.ts';
import {
  button,
  drag,
  numberOf,
  openFigure,
  pointMark,
  pointOf,
  quantity,
  watch,
} from './figureDriver.ts';
import { PATIENCE } from './labDriver.ts';

const NAME = 'VerificationThreshold';
const measured: Measured = JSON.parse(
  readFileSync(new URL('../../public/data/verification.json', import.meta.url), 'utf8'),
);

const open = (page: Page, query = '') => openFigure(page, NAME, query);

const pointed = (page: Page) => page.locator(`[data-figure="${NAME}"] .pairs-title`).first();

test('dragging the threshold changes formula, rates, curve and spoken text alike', async ({
  page,
}) => {
  const figure = await open(page);
  const { test: people } = measured.pretrained!;
  await drag(page, figure, createDistanceAxis(2), 'threshold', { x: 1.2, y: 0 });
  const { x } = await pointOf(figure, 'threshold');
  expect(Math.abs(x - 1.2)).toBeLessThanOrEqual(2 / BINS);
  const { far, frr, falseAccepts } = ratesAtBin(people, acceptedBins(x, people));
  await expect(figure.locator('.formula [data-slot="falseAccepts"]').first()).toHaveText(
    falseAccepts.toLocaleString('en'),
  );
  await expect(figure.locator('.formula [data-slot="threshold"]').first()).toHaveText(x.toFixed(2));
  const spoken = `${(100 * far).toFixed(1)} % false accepts and ${(100 * frr).toFixed(frr < 0.01 ? 2 : 1)} %`;
  await expect(figure.locator('.trade-off')).toHaveAttribute('aria-label', new RegExp(spoken));
  await expect(figure.locator('[role="status"]').last()).toContainText(
    `${(100 * far).toFixed(1)} % false accepts`,
  );
  expect(await numberOf(figure, 'eer')).toBe(people.eer.value);
  expect(await numberOf(figure, 'impostorPairs')).toBe(178_200);
});

test('a threshold is chosen on the calibration people, and another source has its own', async ({
  page,
}) => {
  const figure = await open(page);
  const threshold = async () => (await pointOf(figure, 'threshold')).x;
  await figure.getByRole('button', { name: '1 % false accepts' }).click();
  expect(await threshold()).toBe(chooseThreshold(measured.pretrained!.calibration, 'far1e2'));
  await figure.getByLabel('Judged by').selectOption('raw');
  await expect.poll(() => numberOf(figure, 'eer')).toBe(measured.raw!.test.eer.value);
  expect(await threshold()).toBe(chooseThreshold(measured.raw!.calibration, 'equal'));
  await pointMark(figure, 'threshold').focus();
  await page.keyboard.press('ArrowRight');
  expect(await threshold()).toBeGreaterThan(chooseThreshold(measured.raw!.calibration, 'equal'));
});

test('pointing at a bar shows pairs that far apart', async ({ page }) => {
  const figure = await open(page);
  await expect(figure.locator('.pair')).toHaveCount(6);
  const box = (await figure.locator('.histogram').boundingBox())!;
  await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.5 * box.height);
  await expect(pointed(page)).toContainText(/^Two people, \d\.\d\d to \d\.\d\d$/);
  const [from, to] = (await pointed(page).textContent())!.match(/\d\.\d\d/g)!.map(Number);
  for (const text of await figure.locator('.pair .number').allTextContents()) {
    expect(Number(text)).toBeGreaterThanOrEqual(from!);
    expect(Number(text)).toBeLessThanOrEqual(to! + 0.005);
  }
  await page.mouse.move(box.x - 20, box.y - 20);
  await expect(pointed(page)).toHaveText('Two people, nearest to each other');
  await figure.getByRole('slider', { name: 'Bar whose pairs are shown' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(pointed(page)).toContainText(/^Two people, \d\.\d\d to \d\.\d\d$/);
  await page.keyboard.press('Escape');
  await expect(pointed(page)).toHaveText('Two people, nearest to each other');
});

test('a network trained here is judged on the same people, and can be stopped', async ({
  page,
}) => {
  const figure = await open(page);
  const states = await watch(figure, '.train-told');
  // Stopped as soon as it has taken a step, which on a busy machine may be late in its time.
  await button(figure, 'Train').evaluate((train: HTMLButtonElement) => {
    const told = train.parentElement!.querySelector('.train-told')!;
    const watching = new MutationObserver(() => {
      if (!told.textContent.startsWith('step')) return;
      watching.disconnect();
      train.click();
    });
    watching.observe(told, { childList: true, characterData: true, subtree: true });
  });
  await button(figure, 'Train').click();
  await expect(figure.getByLabel('Judged by')).toHaveValue('trained', PATIENCE);
  await expect(button(figure, 'Train')).toBeVisible();
  const told = (await states()).flat();
  expect(told.filter((text) => text.startsWith('step')).length).toBeLessThan(4);
  expect(await numberOf(figure, 'eer')).not.toBe(measured.pretrained!.test.eer.value);
  expect(await numberOf(figure, 'genuinePairs')).toBe(1500);
  await expect(figure.locator('.pair')).toHaveCount(6);
});

test('digits that no network saw are verified as faces are', async ({ page }) => {
  const figure = await open(page);
  await figure.getByLabel('Train with').selectOption('digits');
  await button(figure, 'Train').click();
  await expect(figure.getByLabel('Judged by')).toHaveValue('digits', PATIENCE);
  expect(await numberOf(figure, 'genuinePairs')).toBe(2 * 780);
  expect(await numberOf(figure, 'impostorPairs')).toBe(1600);
  await expect(figure.locator('.pair canvas')).toHaveCount(12);
  await expect(pointed(page)).toHaveText('Two classes, nearest to each other');
});

test('a link to a network of another browser says so and shows the one at hand', async ({
  page,
}) => {
  const figure = await open(page, `?${NAME}.source=trained&${NAME}.curve=det`);
  await expect(figure.locator('.problems')).toContainText('was trained in another browser');
  await expect(figure.getByLabel('Judged by')).toHaveValue('pretrained');
  await expect(quantity(figure, 'curve')).toHaveAttribute('data-value', 'det');
});
