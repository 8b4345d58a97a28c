import { expect, type Page, test } from '@playwright/test';
import { openSettings } from './labDriver.ts';

test.describe.configure({ timeout: 120_000 });

const lab = (page: Page) => page.locator('[data-figure="TrainingLab"]');
const button = (page: Page, name: string) => lab(page).getByRole('button', { name, exact: true });

async function saved(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await button(page, name).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

test('a loss without a margin brings its own controls, level and files', async ({ page }) => {
  await page.goto('/#TrainingLab');
  await lab(page).scrollIntoViewIfNeeded();
  await expect(lab(page)).toHaveAttribute('data-ready', 'true');
  await openSettings(page);
  await lab(page).getByRole('combobox', { name: 'loss' }).selectOption('nt-xent');
  const temperature = lab(page).getByRole('slider', { name: 'temperature' });
  await expect(temperature).toHaveValue('0.1');
  await temperature.fill('0.25');
  await expect(lab(page).getByRole('slider', { name: 'margin' })).toHaveCount(0);
  await expect(lab(page).locator('[data-quantity="squared"]')).toHaveCount(0);
  await expect(lab(page).getByLabel('similarity')).toHaveValue('cosine');
  await expect(lab(page).getByLabel('mining').locator('option')).toHaveText(['batch-all']);

  await button(page, 'One step').click();
  const step = lab(page).locator('[data-quantity="step"]');
  await expect(step).toHaveAttribute('data-value', '1', { timeout: 60_000 });
  await expect(
    lab(page).locator('.lab-level').filter({ hasText: 'ln(1 + B − K) 4.69' }),
  ).toBeVisible();
  await lab(page).getByText('The batch just trained on').click();
  await expect(lab(page).locator('.batch-told')).toContainText('1,320 positive pairs');
  await lab(page).getByText('Files: embedding').click();
  expect(await saved(page, 'PyTorch script')).toContain('losses.NTXentLoss(');
  expect(JSON.parse(await saved(page, 'Settings JSON')).settings).toMatchObject({
    loss: 'nt-xent',
    temperature: 0.25,
    similarity: 'cosine',
  });
  await lab(page).getByRole('combobox', { name: 'loss' }).selectOption('triplet');
  await expect(lab(page).getByRole('slider', { name: 'margin' })).toHaveValue('0.5');
  await expect(temperature).toHaveCount(0);
});
