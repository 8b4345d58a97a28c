import { expect, test } from '@playwright/test';
import { bringIntoView, figureOn, openFigure, quantity } from './figureDriver.ts';

const NAME = 'ChoiceGuide';

test('an answer changes the advice, and the reasons with it', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await expect(quantity(figure, 'miningAdvice')).toHaveText('semi-hard');
  const start = figure.getByRole('group', { name: 'The network is' });
  await start.getByRole('radio', { name: 'trained before' }).check();
  await expect(quantity(figure, 'miningAdvice')).toHaveText('batch-hard');
  await expect(quantity(figure, 'distanceAdvice')).toHaveText('plain');
  await expect(figure.locator('.reasons')).toContainText('A fresh cloud they would shrink first');
  await expect(figure.locator('.figure-verdict')).toContainText('the network is fresh');
});

test('the link opens the lab at what is advised, and brings the answers along', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME, `?${NAME}.labels=no`);
  await expect(quantity(figure, 'lossAdvice')).toHaveText('NT-Xent over two views');
  await figure.getByRole('link', { name: 'Open the lab' }).click();
  const lab = figureOn(page, 'TrainingLab');
  await expect(lab).toHaveAttribute('data-ready', 'true');
  await expect(page).toHaveURL(/TrainingLab\.loss=nt-xent/);
  await expect(lab.locator('.problems').first()).toHaveText('');
  const guide = figureOn(page, NAME);
  await bringIntoView(guide);
  await expect(quantity(guide, 'lossAdvice')).toHaveText('NT-Xent over two views');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it reads as a table of rules', async ({ page }) => {
    await page.goto('/');
    const figure = figureOn(page, NAME);
    await expect(quantity(figure, 'lossAdvice')).toHaveText('triplet loss');
    await expect(figure.getByRole('cell', { name: 'margin softmax (ArcFace)' })).toBeVisible();
    await expect(figure.getByRole('radio').first()).toBeHidden();
  });
});

test('the rules are open on paper', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await expect(figure.locator('.rules-table')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(figure.locator('.rules-table')).toBeVisible();
});
