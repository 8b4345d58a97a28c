import { expect, type Locator, type Page, test } from '@playwright/test';
import { toEmbeddings } from '#kit/plane/labelledPoint.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import {
  collapsedLoss,
  crowdQuantities,
  definition,
  plane,
  step,
} from '#islands/PairCrowd/definition.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import {
  bringIntoView,
  button,
  chooseInMenu,
  copyLink,
  drag,
  expectSlots,
  figureOn,
  labelledPointsOf,
  layoutOf,
  linesOf,
  numberOf,
  onScreen,
  openFigure,
  pointMark,
  pointOf,
  quantity,
  savedFromMenu,
  swipe,
  watch,
} from './figureDriver.ts';

const NAME = 'PairCrowd';
const initial = definition.settings.points.initial;
/** A link to a state rests there: nothing moves until the reader says so. */
const RESTING = '?PairCrowd.margin=0.9';

/** Loss, formula and chart agree with the metric library for where the points are. */
async function expectAgreement(figure: Locator) {
  const points = await labelledPointsOf(figure);
  const margin = await numberOf(figure, 'margin');
  const { loss } = createBatchLoss({
    loss: 'contrastive',
    distance: 'plain',
    normalise: false,
    miner: 'batch-all',
    reducer: 'mean',
    margin,
  })(
    toEmbeddings(points),
    points.map(({ label }) => label),
    createRandom(0),
  );
  expect(await numberOf(figure, 'loss')).toBeCloseTo(loss, 9);
  expect((await numberOf(figure, 'pull')) + (await numberOf(figure, 'push'))).toBeCloseTo(loss, 9);
  await expectSlots(figure, {
    loss: formatNumber(loss, 3),
    margin: formatNumber(margin),
    pairs: String((points.length * (points.length - 1)) / 2),
  });
  expect(await chartedLoss(figure)).toBeCloseTo(loss, 1);
  return { points, loss };
}

/** The dot at the end of the history, in the units of the chart's own ticks. */
async function chartedLoss(figure: Locator): Promise<number> {
  const ticks = await figure.locator('.history .tick-y').evaluateAll((labels) =>
    labels.map((label) => ({
      value: Number(label.textContent),
      y: Number(label.getAttribute('y')),
    })),
  );
  const [low, high] = [ticks[0], ticks.at(-1)];
  if (!low || !high || low === high) throw new Error('the chart has no ticks');
  const y = Number(await figure.locator('.history-series circle').getAttribute('cy'));
  return low.value + ((y - low.y) / (high.y - low.y)) * (high.value - low.value);
}

async function runToRest(figure: Locator, page: Page) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await button(figure, 'Run').click();
}

test('the descent starts when the crowd is seen and makes each class a point', async ({ page }) => {
  await page.goto('/');
  const figure = figureOn(page, NAME);
  const states = await watch(figure, 'button.primary');
  await bringIntoView(figure);
  await expect.poll(states).toEqual([['Run'], ['Pause'], ['Run']]);
  const { loss, points } = await expectAgreement(figure);
  expect(loss).toBeLessThan(0.005);
  expect(points.map(({ label }) => label)).toEqual(initial.map(({ label }) => label));
  expect(await numberOf(figure, 'step')).toBeGreaterThan(100);
});

test('with less motion asked for, the end stands there, and the slider leads back', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, NAME);
  await expect(button(figure, 'Run')).toBeVisible();
  expect(await numberOf(figure, 'loss')).toBeLessThan(0.005);
  await figure.getByRole('slider', { name: 'step', exact: true }).fill('0');
  expect(await labelledPointsOf(figure)).toEqual(initial);
  await expectAgreement(figure);
});

test('a dragged point takes loss, formula, chart and spoken text along', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  const before = await expectAgreement(figure);
  await drag(page, figure, plane, 'p1', { x: -2, y: 1.5 });
  const moved = await pointOf(figure, 'p1');
  expect(moved.x).toBeCloseTo(-2, 1);
  const { loss, points } = await expectAgreement(figure);
  expect(loss).toBeGreaterThan(before.loss);
  expect(points.slice(1)).toEqual(initial.slice(1));
  await expect(
    figure.getByRole('status').filter({ hasText: `Loss ${formatNumber(loss)}` }),
  ).toHaveCount(1);
});

test('one step moves every point as the definition says', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  await button(figure, 'One step').click();
  const start = { points: initial, margin: 0.9, half: 'both' } as const;
  const expected = step(start, crowdQuantities(start)).points;
  expect(await labelledPointsOf(figure)).toEqual(expected);
  expect(await numberOf(figure, 'step')).toBe(1);
});

test('a point held by the reader stays in the hand while the others go on', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  const from = await onScreen(figure, plane, await pointOf(figure, 'p5'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const to = await onScreen(figure, plane, { x: 2, y: 2 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  const at = await pointOf(figure, 'p5');
  await button(figure, 'Run').dispatchEvent('click');
  await expect.poll(() => numberOf(figure, 'step')).toBeGreaterThan(20);
  expect(await pointOf(figure, 'p5')).toEqual(at);
  expect(await pointOf(figure, 'p1')).not.toMatchObject({ x: initial[0]?.x });
  await page.mouse.up();
  await expect.poll(async () => (await pointOf(figure, 'p5')).x).toBeLessThan(at.x - 0.2);
});

test('the pull alone ends in one point, the push alone in a cloud as wide as the margin makes it', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME, `${RESTING}&PairCrowd.half=pull`);
  await expectSlots(figure, { useOfPull: '1', useOfPush: '0' });
  await runToRest(figure, page);
  expect(await numberOf(figure, 'loss')).toBeLessThan(0.001);
  for (const { x, y } of await labelledPointsOf(figure))
    expect(Math.hypot(x, y)).toBeLessThan(0.05);

  await chooseInMenu(figure, 'Reset');
  await figure.getByRole('radio', { name: 'push only' }).check();
  await expectSlots(figure, { useOfPull: '0', useOfPush: '1' });
  await runToRest(figure, page);
  const points = await labelledPointsOf(figure);
  for (const [k, a] of points.entries())
    for (const b of points.slice(k + 1))
      if (a.label !== b.label) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.85);
});

test('the dashed level is the loss of a crowd in one point', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  const share = collapsedLoss({ points: initial, margin: 0.9, half: 'both' });
  expect(share).toBeCloseTo((0.81 * 192) / 276, 9);
  await expect(figure.locator('.history')).toHaveAttribute(
    'aria-label',
    new RegExp(`one point would have ${formatNumber(share)}$`),
  );
});

test('points are relabelled, added and removed by buttons and by keys', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  await pointMark(figure, 'p3').focus();
  await page.keyboard.press('6');
  await expect(pointMark(figure, 'p3')).toHaveAttribute('data-label', '6');
  await expect(pointMark(figure, 'p3')).toHaveAccessibleName('Point 3, class 6');
  await figure.locator('.classes .segment[data-class="4"]').click();
  await expect(pointMark(figure, 'p3')).toHaveAttribute('data-label', '4');
  await expectAgreement(figure);

  await button(figure, 'Add a point').click();
  await expect(quantity(figure, 'points')).toHaveAttribute('data-value', '25');
  await expect(pointMark(figure, 'p25')).toHaveAttribute('data-label', '4');
  await expectAgreement(figure);

  await button(figure, 'Remove it').click();
  await pointMark(figure, 'p1').focus();
  await page.keyboard.press('Delete');
  expect((await labelledPointsOf(figure)).slice(0, 1)).toEqual(initial.slice(1, 2));
  await expect(quantity(figure, 'points')).toHaveAttribute('data-value', '23');
  await expectAgreement(figure);
});

test('a point is moved by the keyboard, finely with Shift, and put back', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  await pointMark(figure, 'p1').focus();
  await page.keyboard.press('PageDown');
  await expect(pointMark(figure, 'p2')).toBeFocused();
  const start = initial[1] ?? { x: 0, y: 0 };
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  const { x, y } = await pointOf(figure, 'p2');
  expect(x).toBeCloseTo(start.x + 0.05, 9);
  expect(y).toBeCloseTo(start.y + 0.01, 9);
  await page.keyboard.press('Escape');
  expect(await pointOf(figure, 'p2')).toEqual({ x: start.x, y: start.y });
});

test('the link restores the exact crowd, and a hostile one the default with a word', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openFigure(page, NAME, RESTING);
  for (let k = 0; k < 3; k++) await button(figure, 'One step').click();
  await button(figure, 'Add a point').click();
  const shown = await labelledPointsOf(figure);
  const { search } = await copyLink(page, figure);
  const other = await context.newPage();
  expect(await labelledPointsOf(await openFigure(other, NAME, search))).toEqual(shown);

  const hostile = await openFigure(other, NAME, '?PairCrowd.points=7_0_0*<b>&PairCrowd.half=no');
  await expect(hostile.locator('.problems')).toContainText('points is 12 to 40 points');
  await expect(hostile.locator('.problems b')).toHaveCount(0);
});

test('nothing moves aside while the crowd runs and is edited', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  const before = await layoutOf(figure);
  await drag(page, figure, plane, 'p1', { x: 2.4, y: -2.4 });
  await button(figure, 'Run').click();
  await expect.poll(() => numberOf(figure, 'step')).toBeGreaterThan(20);
  await button(figure, 'Add a point').click();
  expect(await layoutOf(figure)).toEqual(before);
});

test('the history is saved as a table', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  await button(figure, 'One step').click();
  const lines = linesOf(await savedFromMenu(page, figure, 'Save CSV'));
  expect(lines).toHaveLength(1 + 2 * 24);
  expect(lines[0]).toBe('step,loss,point,class,x,y');
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('a point is dragged, elsewhere the page scrolls, and never sideways', async ({ page }) => {
    const figure = await openFigure(page, NAME, RESTING);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const box = await figure.locator('[data-point="p1"] .point-hit').boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(44);
    const to = { x: 2, y: 2 };
    await swipe(
      page,
      await onScreen(figure, plane, await pointOf(figure, 'p1')),
      await onScreen(figure, plane, to),
    );
    expect((await pointOf(figure, 'p1')).x).toBeCloseTo(to.x, 0);
    await expectAgreement(figure);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the figure is a still of the crowd and what pulls and pushes it', async ({ page }) => {
    await page.goto('/');
    const figure = figureOn(page, NAME);
    await expect(figure.locator('[data-point]')).toHaveCount(24);
    await expect(figure.locator('.forces .arrow-head[d^="M"]')).toHaveCount(2);
    await expect(figure.locator('.figure-controls')).toBeHidden();
  });
});

test('a crowd at rest runs again from its beginning, under the loss that is set now', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, NAME);
  await button(figure, 'Run').click();
  expect(await numberOf(figure, 'loss')).toBeLessThan(0.001);
  await figure.getByRole('radio', { name: 'pull only' }).check({ force: true });
  await button(figure, 'Run').click();
  await expect.poll(() => numberOf(figure, 'step')).toBeGreaterThan(0);
  expect(await numberOf(figure, 'pull')).toBeLessThan(0.001);
  await figure.getByRole('slider', { name: 'step', exact: true }).fill('0');
  expect(await numberOf(figure, 'pull')).toBeGreaterThan(0.1);
});
