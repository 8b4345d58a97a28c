/** Challenges are judged by the figures themselves, and remembered by the device. */
import { expect, type Page, test } from '@playwright/test';
import { plane } from '#islands/TripletForces/definition.ts';
import { button, drag, figureOn, openFigure, pointMark } from './figureDriver.ts';
import { inPage } from './inPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const challenge = (page: Page, name: string) => inPage(page, `[data-challenge="${name}"]`);

test('a loss of exactly m is met by hand, told once, remembered, and can be met once more', async ({
  page,
}) => {
  const points =
    '?TripletForces.anchor=0_0&TripletForces.positive=0.8_0&TripletForces.negative=0_1.2';
  const figure = await openFigure(page, 'TripletForces', points);
  const margin = challenge(page, 'TripletForces/loss-is-margin');
  await expect(margin).toContainText('Make the loss exactly m');
  await expect(margin).toHaveAttribute('data-done', 'false');
  await drag(page, figure, plane, 'negative', { x: 0, y: 0.8 });
  await expect(margin).toHaveAttribute('data-done', 'true');
  await expect(margin.getByRole('status')).toContainText('Challenge met. n is as far');

  await page.reload();
  await figureOn(page, 'TripletForces').scrollIntoViewIfNeeded();
  await expect(margin).toHaveAttribute('data-done', 'true');
  await expect(margin.getByRole('status')).toHaveText('');
  await margin.getByRole('button', { name: 'Once more' }).click();
  await expect(margin).toHaveAttribute('data-done', 'false');
});

test('a triplet in two zones is found with either distance', async ({ page }) => {
  const points =
    '?TripletForces.anchor=0_0&TripletForces.positive=0.1_0&TripletForces.negative=0_1&TripletForces.margin=0.3';
  const figure = await openFigure(page, 'TripletForces', points);
  const zones = challenge(page, 'TripletForces/two-zones');
  await expect(zones).toHaveAttribute('data-done', 'false');
  await drag(page, figure, plane, 'negative', { x: 0, y: 0.45 });
  await expect(zones).toHaveAttribute('data-done', 'true');
});

test('a batch is collapsed and brought back by the strategy', async ({ page }) => {
  const figure = await openFigure(page, 'BatchMiner', '?BatchMiner.strategy=hard');
  const back = challenge(page, 'BatchMiner/there-and-back');
  await button(figure, 'Run').click();
  await expect(back).toHaveAttribute('data-done', 'false');
  await figure.getByRole('radio', { name: 'one semi-hard', exact: true }).check();
  await button(figure, 'Run').click();
  await expect(back).toHaveAttribute('data-done', 'true');
});

test('a threshold is strict and useful where the network is trained', async ({ page }) => {
  const figure = await openFigure(
    page,
    'VerificationThreshold',
    '?VerificationThreshold.threshold=0.3',
  );
  const strict = challenge(page, 'VerificationThreshold/strict-and-useful');
  await expect(strict).toHaveAttribute('data-done', 'false');
  // Chosen on other people, it lets in a little more than 1 % of these.
  await button(figure, '1 % false accepts').click();
  await expect(strict).toHaveAttribute('data-done', 'false');
  await pointMark(figure, 'threshold').press('Shift+ArrowLeft');
  await pointMark(figure, 'threshold').press('Shift+ArrowLeft');
  await expect(strict).toHaveAttribute('data-done', 'true');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('challenges stand as text', async ({ page }) => {
    await page.goto('/');
    await expect(inPage(page, '[data-challenge]')).toHaveCount(5);
    for (const one of await inPage(page, '[data-challenge]').all()) {
      await expect(one).toContainText('Challenge');
      await expect(one.getByRole('button')).toBeHidden();
    }
  });
});
