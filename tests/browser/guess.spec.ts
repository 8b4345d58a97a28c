/** A guess is made in the figure, the figure answers it, and both stay to be compared. */
import { expect, type Locator, test } from '@playwright/test';
import { plane as pairPlane } from '#islands/PairForces/definition.ts';
import { createDistanceAxis } from '#islands/VerificationThreshold/distanceAxis.ts';
import {
  button,
  drag,
  numberOf,
  onScreen,
  openFigure,
  pointMark,
  pointOf,
  quantity,
  swipe,
  wordOf,
} from './figureDriver.ts';
import { inPage } from './inPage.ts';
import { PATIENCE } from './labDriver.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const told = (figure: Locator) => figure.locator('.guess-told');

async function begin(figure: Locator): Promise<void> {
  await button(figure, 'Guess first').click();
  await expect(figure).toHaveAttribute('data-guess', 'open');
}

async function see(figure: Locator): Promise<void> {
  await button(figure, 'See').click();
  await expect(figure).toHaveAttribute('data-guess', 'judged');
}

test.describe('where j comes to rest', () => {
  test('is guessed by mouse with the arrows hidden; the ring stays beside the point', async ({
    page,
  }) => {
    const figure = await openFigure(page, 'PairForces', '?PairForces.y=1');
    await begin(figure);
    expect(await wordOf(figure, 'y')).toBe('0');
    await expect(figure.locator('.forces')).toBeHidden();
    // Half of what 0.6 lacks of the margin 1, along (0.8, 0.6).
    await drag(page, figure, pairPlane, 'guess', { x: 0.34, y: 0.28 });
    await see(figure);
    await expect(told(figure)).toContainText('Right: i and j are pushed alike');
    await expect(figure.locator('.forces')).toBeVisible();
    expect((await pointOf(figure, 'j')).x).toBeCloseTo(0.34, 2);
    const ring = figure.locator('[data-guess-x]');
    expect(Number(await ring.getAttribute('data-guess-x'))).toBeCloseTo(0.34, 1);
    await drag(page, figure, pairPlane, 'j', { x: 1, y: 1 });
    await expect(ring).toBeVisible();
    await button(figure, 'Clear').click();
    await expect(ring).toBeHidden();
    await expect(told(figure)).toContainText('Where will j come to rest');
  });

  test('is guessed by keyboard: the ring has the focus, and says where it is', async ({ page }) => {
    const figure = await openFigure(page, 'PairForces');
    await button(figure, 'Guess first').press('Enter');
    const mark = pointMark(figure, 'guess');
    await expect(mark).toBeFocused();
    const { x } = await pointOf(figure, 'guess');
    await mark.press('ArrowLeft');
    expect((await pointOf(figure, 'guess')).x).toBeCloseTo(x - 0.05, 9);
    await expect(mark).toHaveAttribute('aria-valuetext', /^x [−\d.]+, y [−\d.]+$/);
    await button(figure, 'See').press('Enter');
    await expect(told(figure)).toContainText('Beside it');
    await expect(button(figure, 'Guess again')).toBeFocused();
  });

  test('need not be guessed: a run needs no guess, and a guess can be left', async ({ page }) => {
    const figure = await openFigure(page, 'PairForces');
    await begin(figure);
    await button(figure, 'Never mind').click();
    await expect(pointMark(figure, 'guess')).toHaveCount(0);
    await button(figure, 'Run').click();
    await expect.poll(() => numberOf(figure, 'loss')).toBeLessThan(1e-6);
    await expect(figure).not.toHaveAttribute('data-guess');
  });

  test('is dropped when the reader says that the pair is similar', async ({ page }) => {
    const figure = await openFigure(page, 'PairForces');
    await begin(figure);
    await figure.getByRole('radio', { name: 'similar, y = 1', exact: true }).check();
    await expect(figure).not.toHaveAttribute('data-guess');
  });
});

test.describe('with a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the ring is set like any point', async ({ page }) => {
    const figure = await openFigure(page, 'PairForces');
    await begin(figure);
    const from = await onScreen(figure, pairPlane, await pointOf(figure, 'guess'));
    await swipe(page, from, { x: from.x - 60, y: from.y });
    const { x } = await pointOf(figure, 'guess');
    const now = await onScreen(figure, pairPlane, { x, y: 0 });
    expect(now.x).toBeLessThan(from.x - 40);
  });
});

test('which way the anchor sets off is guessed with an arrow, turned by keys', async ({ page }) => {
  const figure = await openFigure(page, 'TripletForces');
  await begin(figure);
  await expect(figure.locator('.force-anchor')).toBeHidden();
  const tip = pointMark(figure, 'guess');
  await expect(tip).toBeFocused();
  await expect(tip).toHaveAttribute('aria-valuetext', /^pointing 90 degrees/);
  for (let k = 0; k < 30; k++) await tip.press('ArrowLeft');
  await expect(tip).toHaveAttribute('aria-valuetext', /^pointing 1\d\d degrees/);
  await see(figure);
  await expect(told(figure)).toContainText('the direction from n to p');
  await expect(figure.locator('.guess-arrow-truth')).toBeVisible();
  await expect(figure.locator('.guess-arrow-own')).toBeVisible();
});

test('six triplets are sorted before the inequalities light up', async ({ page }) => {
  const figure = await openFigure(page, 'TripletSorter');
  await begin(figure);
  await expect(figure.locator('.formula')).toBeHidden();
  await expect(quantity(figure, 'hard')).toBeHidden();
  const right = ['hard', 'hard', 'semi-hard', 'semi-hard', 'easy', 'hard'];
  for (const [k, zone] of right.entries())
    await figure
      .locator(`[data-thing="n${k + 1}"]`)
      .getByRole('radio', { name: zone, exact: true })
      .check();
  await see(figure);
  await expect(told(figure)).toContainText('5 of 6. n6 is easy: 1.57 is at least');
  await expect(figure.locator('.formula')).toBeVisible();
  await expect(figure.locator('[data-right="false"]')).toHaveCount(1);
  await expect(figure.locator('[data-thing="n6"] .guess-right')).toHaveText('easy');
});

test('the size of the cloud is drawn, and the run draws its own over it', async ({ page }) => {
  const figure = await openFigure(page, 'BatchMiner');
  await begin(figure);
  expect(await wordOf(figure, 'strategy')).toBe('hard');
  const dot = pointMark(figure, 'guess-radius-150');
  const before = Number(await dot.getAttribute('aria-valuenow'));
  for (let k = 0; k < 5; k++) await dot.press('ArrowDown');
  await expect
    .poll(async () => Number(await dot.getAttribute('aria-valuenow')))
    .toBeLessThan(before);
  await see(figure);
  await expect(told(figure)).toContainText('of what is left');
  expect(await numberOf(figure, 'step')).toBe(150);
  await expect(figure.locator('.guess-truth')).toHaveAttribute('d', /^M.+l/);
  await button(figure, 'Clear').click();
  await expect(figure.locator('.history')).toBeVisible();
});

test('the size under plain distances is drawn over powers of ten, and the recorded runs answer', async ({
  page,
}) => {
  const figure = await openFigure(page, 'NeedleEye');
  await begin(figure);
  expect(await numberOf(figure, 'step')).toBe(0);
  for (const hidden of ['.size-bar', '.eye-needle', '.eye-verdict', '.eye-curves'])
    await expect(figure.locator(hidden).filter({ visible: true })).toHaveCount(0);
  const slider = figure.getByRole('slider', { name: 'step', exact: true });
  await expect(slider).toBeDisabled();
  await expect(pointMark(figure, 'guess-plain-100')).toBeFocused();
  const dot = pointMark(figure, 'guess-plain-1500');
  await expect(dot).toHaveAttribute('aria-valuetext', '0.50');
  for (let k = 0; k < 20; k++) await dot.press('ArrowDown');
  await expect.poll(async () => Number(await dot.getAttribute('aria-valuenow'))).toBeLessThan(0.01);
  await see(figure);
  await expect(told(figure)).toContainText('It does not end small: once its order is right');
  expect(await numberOf(figure, 'step')).toBe(1500);
  await expect(figure.locator('.guess-truth')).toHaveAttribute('d', /^M.+l/);
  await expect(figure.locator('.guess-drawn')).toBeVisible();
  await expect(figure.locator('.eye-verdict')).toContainText('plain is through');
  // Where motion is welcome the runs play, and their end judges.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await button(figure, 'Guess again').click();
  await expect(figure).toHaveAttribute('data-guess', 'open');
  await button(figure, 'See').click();
  await expect(figure).toHaveAttribute('data-guess', 'made');
  await expect.poll(() => numberOf(figure, 'step')).toBeGreaterThan(0);
  await slider.press('End');
  await expect(told(figure)).toContainText('It all but vanishes first');
  await button(figure, 'Clear').click();
  await expect(figure.locator('.eye-curves').filter({ visible: true })).toHaveCount(1);
});

test('the size is offered to be guessed where the recorded runs answer, not of others', async ({
  page,
}) => {
  const figure = await openFigure(page, 'NeedleEye', '?NeedleEye.dims=2');
  await expect(figure.locator('.eye-status')).toContainText('Nothing has run');
  await expect(button(figure, 'Guess first')).toHaveCount(0);
});

test('two strategies’ accuracies are drawn, and a race of the reader’s own answers', async ({
  page,
}) => {
  const figure = await openFigure(page, 'StrategyRace', '?StrategyRace.steps=40');
  await begin(figure);
  await expect(figure.locator('.race-standings')).toBeHidden();
  const dot = pointMark(figure, 'guess-lane-3-40');
  for (let k = 0; k < 20; k++) await dot.press('ArrowUp');
  await expect(dot).toHaveAttribute('aria-label', 'Your guess at semi-hard after 40 steps');
  await button(figure, 'See').click();
  await expect(figure).toHaveAttribute('data-guess', 'judged', PATIENCE);
  await expect(told(figure)).toContainText('active share was 1.00 at the end (your guess: 0.50)');
  await expect(figure.locator('[data-series="lane-3"] .guess-truth')).toHaveAttribute('d', /l/);
  await expect(figure.locator('.race-standings')).toBeVisible();
});

test('the threshold for 1 % false accepts is set before rates and curve are shown', async ({
  page,
}) => {
  const figure = await openFigure(page, 'VerificationThreshold');
  await begin(figure);
  await expect(pointMark(figure, 'threshold')).toBeFocused();
  for (const hidden of ['.trade-off', '.formula', '.figure-strip .read-outs'])
    await expect(figure.locator(hidden).first()).toBeHidden();
  await drag(page, figure, createDistanceAxis(2), 'threshold', { x: 0.9, y: 0 });
  await see(figure);
  await expect(told(figure)).toContainText('Too generous: 0.90 accepts');
  await expect(figure.locator('.trade-off')).toBeVisible();
  const best = Number(await figure.locator('.guess-truth').getAttribute('data-guess-at'));
  await drag(page, figure, createDistanceAxis(2), 'threshold', { x: best, y: 0 });
  expect(await numberOf(figure, 'far')).toBeLessThanOrEqual(0.01);
  await expect(figure.locator('.guess-own')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('question and answer stand as text', async ({ page }) => {
    await page.goto('/');
    for (const [name, words] of [
      ['PairForces', 'a margin away from i'],
      ['TripletForces', 'parallel to the line from n to p'],
      ['TripletSorter', 'n3 and n4 semi-hard'],
      ['BatchMiner', 'It only shrinks'],
      ['NeedleEye', 'It does not end small'],
      ['StrategyRace', 'stays near chance'],
      ['VerificationThreshold', 'the lower tail'],
    ] as const) {
      const still = inPage(page, `[data-figure="${name}"] .guess-still`);
      await expect(still).toContainText(words);
      await expect(still).toBeVisible();
      await expect(inPage(page, `[data-figure="${name}"] .guess`)).toBeHidden();
    }
  });
});
