import { expect, type Locator, type Page, test } from '@playwright/test';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { initialState } from '#kit/figure/urlState.ts';
import { onCircle } from '#kit/plane/circle.ts';
import { definition, plane, type SoftmaxState } from '#islands/SoftmaxPull/definition.ts';
import { NEGATIVES } from '#islands/SoftmaxPull/pull.ts';
import {
  arrowOf,
  copyLink,
  drag,
  expectSlots,
  numberOf,
  openFigure,
  pointMark,
  pointOf,
  quantity,
} from './figureDriver.ts';
import { inPage } from './inPage.ts';

const NAME = 'SoftmaxPull';
const start = initialState<SoftmaxState>(definition.settings);

const phrase = (page: Page, words: string) =>
  inPage(page, '.try').filter({ hasText: new RegExp(`^${words}$`) });

const choose = (figure: Locator, name: string) =>
  figure.getByRole('radio', { name, exact: true }).check({ force: true });

test('a negative that is dragged stays on the circle, and all that is shown follows', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  await drag(page, figure, plane, 'negative-1', { x: -0.3, y: 1.2 });
  const { x, y } = await pointOf(figure, 'negative-1');
  expect(Math.hypot(x, y)).toBeCloseTo(1, 9);
  expect(x).toBeCloseTo(onCircle(104).x, 1);
  const negative1 = (180 * Math.atan2(y, x)) / Math.PI;
  const { loss, pull } = definition.measure({ ...start, negative1 });
  await expect.poll(() => numberOf(figure, 'loss')).toBeCloseTo(loss, 6);
  expect(await numberOf(figure, 'effectiveNegatives')).toBeCloseTo(pull.effectiveNegatives, 6);
  await expectSlots(figure, { loss: formatNumber(loss), share: formatNumber(pull.positiveShare) });
  for (const [k, name] of NEGATIVES.entries()) {
    const { force, drawn } = await arrowOf(figure, `negative-${k + 1}`);
    const share = await numberOf(figure, `share-${name}`);
    expect(Math.hypot(force.x, force.y)).toBeCloseTo(share, 6);
    expect(Math.hypot(drawn.x, drawn.y) / plane.unit).toBeCloseTo(
      share > 0.01 ? 0.7 * share : 0,
      1,
    );
  }
});

test('an arrow key moves a point along the circle, and Escape puts it back', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const negative = pointMark(figure, 'negative-1');
  const before = await pointOf(figure, 'negative-1');
  await negative.focus();
  await page.keyboard.press('ArrowRight');
  const after = await pointOf(figure, 'negative-1');
  expect(after.x).toBeGreaterThan(before.x);
  expect(Math.hypot(after.x, after.y)).toBeCloseTo(1, 9);
  await expect(negative).toHaveAttribute('aria-valuetext', /^similarity 0\.\d\d, share 0\.\d\d$/);
  await page.keyboard.press('Escape');
  expect((await pointOf(figure, 'negative-1')).x).toBeCloseTo(before.x, 9);
});

test('the temperature is a number of the formula, and phrases take it to its ends', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  const dial = figure.locator('[data-when="info-nce"] [data-dial]');
  await dial.focus();
  await page.keyboard.press('ArrowUp');
  await expect(quantity(figure, 'temperature')).toHaveAttribute('data-value', '0.3');
  await phrase(page, 'go towards zero').click();
  await expect.poll(() => numberOf(figure, 'effectiveNegatives')).toBeCloseTo(1, 2);
  await expect(figure.locator('.figure-verdict')).toContainText('as if it had been mined');
  await phrase(page, 'grow without end').click();
  await expect.poll(() => numberOf(figure, 'effectiveNegatives')).toBeGreaterThan(4.9);
  await expect(figure.locator('.figure-verdict')).toContainText('nearly alike');
});

test('each loss has its formula, its temperature and its points', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const slider = figure.getByRole('slider', { name: 'temperature T' });
  await expect(pointMark(figure, 'positive-2')).toHaveCount(0);
  await choose(figure, 'soft margin');
  await expect(quantity(figure, 'temperature')).toHaveAttribute('data-value', '0.5');
  await expect(slider).toBeDisabled();
  await expect(pointMark(figure, 'negative-5')).toHaveAttribute('data-state', 'idle');
  await choose(figure, 'SupCon');
  await expect(slider).toBeEnabled();
  await expect(figure.locator('[data-when="supcon"]')).toBeVisible();
  const { loss } = definition.measure({ ...start, kind: 'supcon' });
  expect(await numberOf(figure, 'loss')).toBeCloseTo(loss, 6);
  await drag(page, figure, plane, 'positive-2', onCircle(-30));
  expect((await pointOf(figure, 'positive-2')).y).toBeCloseTo(-0.5, 1);
});

test('two captions that are one keep the loss of pairs from falling', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openFigure(page, NAME);
  await choose(figure, 'pictures and captions');
  const { loss } = definition.measure({ ...start, view: 'pairs' });
  await expect.poll(() => numberOf(figure, 'loss')).toBeCloseTo(loss, 6);
  await phrase(page, 'two pictures the same caption').click();
  await expect(figure.locator('.figure-verdict')).toContainText('cannot fall below 0.347');
  await expect.poll(() => numberOf(figure, 'loss')).toBeGreaterThan(Math.LN2 / 2);
  const again = await openFigure(page, NAME, (await copyLink(page, figure)).search);
  await expect(pointMark(again, 'caption-2')).toBeVisible();
  await expect(again.locator('.figure-verdict')).toContainText('cannot fall below 0.347');
});
