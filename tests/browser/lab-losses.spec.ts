import { expect, type Page, test } from '@playwright/test';
import { inPage } from './inPage.ts';
import { openGroup, openLab, openSettings } from './labDriver.ts';

test.describe.configure({ timeout: 120_000 });

const lab = (page: Page) => inPage(page, '[data-figure="TrainingLab"]');
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
  await expect(lab(page).locator('.lab-level').filter({ hasText: 'collapse 4.69' })).toBeVisible();
  await lab(page).getByText('The batch just trained on').click();
  await expect(lab(page).locator('.batch-told')).toContainText('1,320 positive pairs');
  await lab(page).getByText('Files: embedding').click();
  const script = await saved(page, 'PyTorch script');
  expect(script).toContain('TEMPERATURE = 0.25');
  expect(script).toContain('softplus(negatives - logits)');
  expect(JSON.parse(await saved(page, 'Settings JSON')).settings).toMatchObject({
    loss: 'nt-xent',
    temperature: 0.25,
    similarity: 'cosine',
  });
  await lab(page).getByRole('combobox', { name: 'loss' }).selectOption('triplet');
  await expect(lab(page).getByRole('slider', { name: 'margin' })).toHaveValue('0.5');
  await expect(temperature).toHaveCount(0);
});

test('a loss of class vectors draws them as stars, on a sphere whose needle tells the spread', async ({
  page,
}) => {
  await openLab(
    page,
    '?TrainingLab.loss=arc-face&TrainingLab.dims=3&TrainingLab.normalise=true&TrainingLab.classes=0_1_7&TrainingLab.p=3',
  );
  await button(page, 'One step').click();
  await expect(lab(page).locator('[data-quantity="step"]')).toHaveAttribute('data-value', '1');
  const stars = lab(page).locator('[data-class-vector]');
  await expect(stars).toHaveCount(3);
  await expect(stars.locator('title')).toHaveText([0, 1, 7].map((c) => `learned for class ${c}`));
  await expect(lab(page).locator('[data-quantity="coordinateStd"]')).toContainText(
    'of 1/√3 = 0.577',
  );

  await openGroup(page, 'batch');
  await expect(lab(page).getByText('needs batches of classes, not of views')).toBeVisible();
  await lab(page).getByRole('combobox', { name: 'loss' }).selectOption('nt-xent');
  await lab(page).getByRole('radio', { name: 'two views' }).check();
  await expect(lab(page).getByLabel('images in a batch, P')).toHaveValue('128');
  await expect(lab(page).getByRole('slider', { name: 'turn' })).toHaveValue('15');
});
