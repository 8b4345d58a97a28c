import { expect, type Page, test } from '@playwright/test';
import { numberOf, quantity } from './figureDriver.ts';
import {
  lab,
  labButton,
  notices,
  openGroup,
  openLab,
  PATIENCE,
  runFor,
  SMALL,
  untilStep,
} from './labDriver.ts';

async function openComputing(page: Page, query = ''): Promise<void> {
  await openLab(page, query);
  await openGroup(page, 'network');
  await lab(page).getByLabel('Compute with').waitFor();
}

async function lossAfterTraining(page: Page, choice: string): Promise<number> {
  await lab(page).getByLabel('Compute with').selectOption(choice);
  await runFor(page, 20);
  await expect(quantity(lab(page), 'backend')).toHaveAttribute('data-value', choice);
  return numberOf(lab(page), 'loss');
}

test('WebGL trains for real when it is chosen, without a sign of trouble', async ({ page }) => {
  await openComputing(page, SMALL);
  expect(await lossAfterTraining(page, 'webgl')).toBeGreaterThan(0);
  await expect(notices(page)).not.toContainText('Not every way of computing');
});

test('a choice that this browser does not have falls back, and the lab says so', async ({
  page,
}) => {
  await openComputing(page, SMALL);
  await lab(page).getByLabel('Compute with').selectOption('webgpu');
  await labButton(page, 'One step').click();
  await untilStep(page, (step) => step === 1);
  await expect(notices(page)).toContainText('webgpu');
  await expect(quantity(lab(page), 'backend')).toHaveAttribute('data-value', 'wasm');
});

test('what was measured and chosen stays on the device', async ({ page }) => {
  await openComputing(page);
  await labButton(page, 'Measure').click();
  const measured = lab(page).locator('[data-role="measured"]');
  await expect(measured).toContainText(/WebAssembly [\d.]+ ms/, PATIENCE);
  await lab(page).getByLabel('Compute with').selectOption('cpu');
  const text = await measured.textContent();
  await openComputing(page);
  await expect(lab(page).getByLabel('Compute with')).toHaveValue('cpu');
  await expect(lab(page).locator('[data-role="measured"]')).toHaveText(text ?? '');
});
