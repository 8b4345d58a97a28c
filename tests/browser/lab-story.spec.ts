/** Three presses: a run that goes well, one that collapses, and the way back. */
import { expect, test } from '@playwright/test';
import { numberOf, savedLines } from './figureDriver.ts';
import {
  fold,
  lab,
  labButton,
  notices,
  openLab,
  openSettings,
  PATIENCE,
  untilStep,
} from './labDriver.ts';

test('a run is healthy, another collapses, and one press rescues it', async ({ page }) => {
  await openLab(page);
  await labButton(page, 'Healthy run').click();
  await untilStep(page, (step) => step > 0 && step < 1200);
  await expect(notices(page)).toContainText('Watch ten clusters come out of the muddle');
  await labButton(page, 'Collapse it').click();
  await expect(notices(page)).toContainText('Collapsed.', PATIENCE);
  expect(await numberOf(lab(page), 'knnAccuracy')).toBeLessThan(0.5);
  const at = await numberOf(lab(page), 'step');
  await labButton(page, 'Rescue it').click();
  await expect(notices(page)).toContainText('Rescued: with batch-all since step', PATIENCE);
  expect(await numberOf(lab(page), 'step')).toBeGreaterThan(at);
  expect(await numberOf(lab(page), 'knnAccuracy')).toBeGreaterThanOrEqual(0.8);
  await expect(lab(page).locator('.lab-settings-fold')).not.toHaveAttribute('open');
  await labButton(page, 'Pause').click();
  await fold(page, 'Past runs').click();
  await expect(lab(page).locator('[data-run] input.field').first()).toHaveValue(
    /^batch-hard, margin 0.5, seed 1; from step [\d,]+ batch-all$/,
  );
});

test('a rescue that is asked for first lets a run collapse', async ({ page }) => {
  await openLab(page);
  await labButton(page, 'Rescue it').click();
  await expect(notices(page)).toContainText('First it has to collapse');
  await expect(notices(page)).toContainText('Rescued: with batch-all since step', PATIENCE);
  await labButton(page, 'Pause').click();
  await fold(page, 'Files').click();
  const changed = (await savedLines(page, labButton(page, 'Curves CSV'))).filter((line) =>
    line.includes('batch-all'),
  );
  expect(changed).toHaveLength(1);
});

test('what a preset asks for stays while it is half done', async ({ page }) => {
  await openLab(page);
  await openSettings(page);
  await lab(page).getByRole('link', { name: 'Rescue' }).click();
  await labButton(page, 'Run').click();
  await expect(notices(page)).toContainText('Collapsed.', PATIENCE);
  await lab(page).getByLabel('mining').selectOption('semi-hard');
  await expect(notices(page)).toContainText('go on in mid-run: a point is no dead end');
  await expect(notices(page)).toContainText('The settings have changed');
  await labButton(page, 'Go on in mid-run').click();
  await expect(notices(page)).toContainText('Rescued: with all semi-hard', PATIENCE);
  await expect(notices(page)).not.toContainText('Begins as Collapse does');
  await labButton(page, 'Pause').click();
});

test('a run that is stuck before the eye is told to be small and in order, and is seen close up', async ({
  page,
}) => {
  await openLab(page);
  await openSettings(page);
  await lab(page).getByRole('link', { name: 'Stuck before it' }).click();
  await fold(page, 'More curves').click();
  await labButton(page, 'Run').click();
  await expect(notices(page)).toContainText('Small, but in order.', PATIENCE);
  await expect(notices(page)).toContainText('The same run with squared distances');
  await labButton(page, 'Pause').click();
  expect(await numberOf(lab(page), 'knnAccuracy')).toBeGreaterThan(0.5);
  expect(await numberOf(lab(page), 'spread')).toBeLessThan(0.05);
  await expect(lab(page).getByRole('checkbox', { name: 'close up' })).toBeChecked();
  await expect(lab(page).locator('.lab-scale text')).toContainText('(√margin');
  const more = lab(page).locator('.lab-more-curves');
  for (const [name, level] of [
    ['shrinks', 'size stays'],
    ['order', 'in order'],
  ] as const) {
    const chart = more.locator('.lab-curves').filter({ hasText: level });
    await expect(chart.locator('g', { hasText: name }).locator('.lab-now').first()).toHaveAttribute(
      'd',
      /l/,
    );
  }
});
