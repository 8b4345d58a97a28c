import { expect, type Page, test } from '@playwright/test';

const lab = (page: Page) => page.locator('[data-figure="TrainingLab"]');
const button = (page: Page, name: string) => lab(page).getByRole('button', { name, exact: true });
const quantity = (page: Page, name: string) => lab(page).locator(`[data-quantity="${name}"]`);

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`/${query}#TrainingLab`);
  await page.locator('[data-figure="TrainingLab"][data-ready="true"]').waitFor();
  await lab(page).locator('.lab-group[data-group="network"]').click();
  await lab(page).getByLabel('Compute with').waitFor();
}

const SMALL = '?TrainingLab.p=4&TrainingLab.k=4';

async function lossAfterTraining(page: Page, choice: string): Promise<number> {
  await lab(page).getByLabel('Compute with').selectOption(choice);
  await button(page, 'Run').click();
  await expect
    .poll(async () => Number(await quantity(page, 'step').getAttribute('data-value')), {
      timeout: 120_000,
    })
    .toBeGreaterThan(20);
  await button(page, 'Pause').click();
  await expect(button(page, 'Run')).toBeVisible();
  await expect(quantity(page, 'backend')).toHaveAttribute('data-value', choice);
  return Number(await quantity(page, 'loss').getAttribute('data-value'));
}

test('WebGL trains for real when it is chosen, without a sign of trouble', async ({ page }) => {
  await open(page, SMALL);
  expect(await lossAfterTraining(page, 'webgl')).toBeGreaterThan(0);
  await expect(lab(page).locator('.lab-notices')).not.toContainText('Not every way of computing');
});

test('a choice that this browser does not have falls back, and the lab says so', async ({
  page,
}) => {
  await open(page, SMALL);
  await lab(page).getByLabel('Compute with').selectOption('webgpu');
  await button(page, 'One step').click();
  await expect(quantity(page, 'step')).toHaveAttribute('data-value', '1', { timeout: 60_000 });
  await expect(lab(page).locator('.lab-notices')).toContainText('webgpu');
  await expect(quantity(page, 'backend')).toHaveAttribute('data-value', 'wasm');
});

test('what was measured and chosen stays on the device', async ({ page }) => {
  await open(page);
  await lab(page).getByRole('button', { name: 'Measure', exact: true }).click();
  const measured = lab(page).locator('[data-role="measured"]');
  await expect(measured).toContainText(/WebAssembly [\d.]+ ms/, { timeout: 60_000 });
  await lab(page).getByLabel('Compute with').selectOption('cpu');
  const text = await measured.textContent();
  await page.reload();
  await page.locator('[data-figure="TrainingLab"][data-ready="true"]').waitFor();
  await lab(page).locator('.lab-group[data-group="network"]').click();
  await expect(lab(page).getByLabel('Compute with')).toHaveValue('cpu');
  await expect(lab(page).locator('[data-role="measured"]')).toHaveText(text ?? '');
});
