import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { fold, lab, labButton, openLab, untilStep } from './labDriver.ts';

const inspector = (page: Page) => lab(page).locator('.batch-inspector');

async function open(page: Page, query = ''): Promise<void> {
  await openLab(page, query);
  await fold(page, 'The batch just trained on').click();
  await inspector(page).waitFor();
}

const cells = (page: Page, row: string) =>
  inspector(page).locator(`tr[data-row="${row}"] td`).allTextContents();

test('the batch of a step, its triplets by zone, and one of them before and after', async ({
  page,
}) => {
  await open(page);
  await expect(inspector(page)).toContainText('Take a step');
  await labButton(page, 'One step').click();
  await expect(inspector(page)).toHaveAttribute('data-step', '1');
  await expect(inspector(page)).toContainText(
    'Step 1: 120 samples, 142,560 triplets selected by batch-all.',
  );
  await expect(inspector(page).locator('.batch-counts span')).toHaveCount(3);
  await inspector(page).locator('.batch-plot').focus();
  await page.keyboard.press('ArrowUp');
  await expect(inspector(page).getByRole('img', { name: /^anchor: \d$/ })).toBeVisible();
  await expect(inspector(page).getByRole('img', { name: /^negative: \d$/ })).toBeVisible();
  const [before, after] = await cells(page, 'to the positive');
  expect(Number(before)).toBeGreaterThan(0);
  expect(after).not.toBe(before);
  const [anchor] = await inspector(page).locator('figcaption.anchor b').allTextContents();
  const [positive] = await inspector(page).locator('figcaption.positive b').allTextContents();
  expect(positive).toBe(anchor);
  const { violations } = await new AxeBuilder({ page }).include('.batch-inspector').analyze();
  expect(violations).toEqual([]);

  // Chosen, it stays while the run goes on; let go, the newest batch comes.
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 100);
  await expect(inspector(page)).toHaveAttribute('data-step', '1');
  await labButton(page, 'Let go, take the newest batch').click();
  await expect
    .poll(async () => Number(await inspector(page).getAttribute('data-step')))
    .toBeGreaterThan(50);
});

test('under the contrastive loss it shows pairs; with a pointer one is chosen', async ({
  page,
}) => {
  await open(page, '?TrainingLab.loss=contrastive&TrainingLab.squared=false');
  await labButton(page, 'One step').click();
  await expect(inspector(page)).toHaveAttribute('data-step', '1');
  await expect(inspector(page)).toContainText('7,140 pairs selected by batch-all');
  const dots = inspector(page).locator('.batch-dots[data-kind="similar"]');
  await inspector(page).locator('.batch-plot').scrollIntoViewIfNeeded();
  const at = await dots.evaluate((path: SVGPathElement) => {
    const point = path.getPointAtLength(0).matrixTransform(path.getScreenCTM()!);
    return { x: point.x, y: point.y };
  });
  await page.mouse.click(at.x, at.y);
  await expect(inspector(page).getByRole('img', { name: /^one: \d$/ })).toBeVisible();
  expect(await cells(page, 'loss')).toHaveLength(2);
});
