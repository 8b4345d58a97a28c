import { expect, type Locator, test } from '@playwright/test';
import { toEmbeddings } from '#kit/plane/labelledPoint.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { createDuel, SIDES, STEPS, stopOf } from '#islands/CollapseDuel/duel.ts';
import { definition } from '#islands/CollapseDuel/definition.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { smallestClassGap, withinClassSpread } from '#metric/evaluation/spread.ts';
import { createRandom } from '#metric/random.ts';
import {
  bringIntoView,
  button,
  chooseInMenu,
  expectSlots,
  figureOn,
  layoutOf,
  linesOf,
  numberOf,
  openFigure,
  quantity,
  savedFromMenu,
  watch,
} from './figureDriver.ts';

const NAME = 'CollapseDuel';
const SUFFIX = { contrastive: 'Contrastive', triplet: 'Triplet' } as const;
const initial = {
  margin: definition.settings.margin.initial,
  seed: definition.settings.seed.initial,
};
const reference = createDuel(initial);
/** A link to a state rests there. */
const RESTING = '?CollapseDuel.step=40';

const goTo = (figure: Locator, step: number) =>
  figure.getByRole('slider', { name: 'step', exact: true }).fill(String(step));

const pointsOf = (figure: Locator, side: string) =>
  figure.locator(`[data-series="${side}"] [data-point]`).evaluateAll((marks) =>
    marks.map((mark) => ({
      x: Number(mark.getAttribute('data-x')),
      y: Number(mark.getAttribute('data-y')),
      label: Number(mark.querySelector('[data-class]')?.getAttribute('data-class')),
    })),
  );

/** What is shown of each side agrees with the metric library for where its points are. */
async function expectAgreement(figure: Locator) {
  const margin = await numberOf(figure, 'margin');
  for (const side of SIDES) {
    const points = await pointsOf(figure, side);
    const embeddings = toEmbeddings(points);
    const labels = points.map(({ label }) => label);
    const { loss } = createBatchLoss({
      loss: side,
      distance: side === 'contrastive' ? 'plain' : 'squared',
      normalise: false,
      miner: 'batch-all',
      reducer: 'mean',
      margin,
    })(embeddings, labels, createRandom(0));
    expect(await numberOf(figure, `loss${SUFFIX[side]}`)).toBeCloseTo(loss, 9);
    const spread = withinClassSpread(embeddings, labels);
    const gap = smallestClassGap(embeddings, labels);
    expect(await numberOf(figure, `spread${SUFFIX[side]}`)).toBeCloseTo(spread, 9);
    expect(await numberOf(figure, `gap${SUFFIX[side]}`)).toBeCloseTo(gap, 9);
    await expectSlots(figure, {
      [`loss${SUFFIX[side]}`]: formatNumber(loss, 3),
      margin: formatNumber(margin),
    });
    const charts = figure.locator('.history');
    for (const [k, value] of [spread, gap].entries()) {
      await expect(charts.nth(k)).toHaveAttribute(
        'aria-label',
        new RegExp(`${side} ${formatNumber(value)}`),
      );
      await expect(charts.nth(k).locator(`[data-series="${side}"] text`)).toHaveText(
        `${side} ${formatNumber(value)}`,
      );
    }
  }
}

test('the duel plays when it is seen: one side collapses, the other stops', async ({ page }) => {
  await page.goto('/');
  const figure = figureOn(page, NAME);
  const states = await watch(figure, 'button.primary');
  await bringIntoView(figure);
  await expect.poll(states).toEqual([['Run'], ['Pause'], ['Run']]);
  expect(await numberOf(figure, 'step')).toBe(STEPS);
  expect(await numberOf(figure, 'spreadContrastive')).toBeLessThan(0.05);
  expect(await numberOf(figure, 'spreadTriplet')).toBeGreaterThan(0.3);
  expect(await numberOf(figure, 'lossTriplet')).toBe(0);
  await expectAgreement(figure);
});

test('the slider leads both sides through the same steps', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  for (const step of [0, 40, stopOf(reference.triplet) ?? 0, STEPS]) {
    await goTo(figure, step);
    for (const side of SIDES)
      expect(await pointsOf(figure, side)).toEqual(reference[side][step]?.points);
    await expectAgreement(figure);
  }
  await expect(figure.getByText(`at rest since step ${stopOf(reference.triplet)}`)).toBeVisible();
  await expect(figure.getByText('each class in one point')).toBeVisible();
  await expect(figure.getByRole('status').filter({ hasText: `Step ${STEPS}.` })).toHaveCount(1);
});

test('another margin and other digits run anew', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  await figure.getByRole('slider', { name: 'margin m' }).fill('1');
  await button(figure, 'Other digits').click();
  await expect(quantity(figure, 'seed')).toHaveAttribute('data-value', String(initial.seed + 1));
  const expected = createDuel({ margin: 1, seed: initial.seed + 1 });
  expect(await pointsOf(figure, 'triplet')).toEqual(expected.triplet[40]?.points);
  await expectAgreement(figure);
  await chooseInMenu(figure, 'Reset');
  expect(await numberOf(figure, 'seed')).toBe(initial.seed);
});

test('with less motion asked for, the end stands there and Run goes to it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, NAME);
  expect(await numberOf(figure, 'step')).toBe(STEPS);
  await goTo(figure, 10);
  await button(figure, 'Run').click();
  expect(await numberOf(figure, 'step')).toBe(STEPS);
});

test('a link rests at its step; a hostile one shows the default, with a word', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  expect(await numberOf(figure, 'step')).toBe(40);
  await expect(button(figure, 'Run')).toBeVisible();
  const hostile = await openFigure(page, NAME, '?CollapseDuel.step=1e9&CollapseDuel.seed=1.5');
  await expect(hostile.locator('.problems')).toContainText('seed is a whole number from 1 to 99');
});

test('pointing at a loss in the formula lights its side', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  await figure.locator('.katex-html [data-term="triplet"]').first().focus();
  await expect(figure.locator('.duel-side[data-series="triplet"]')).toHaveAttribute('data-lit', '');
  await expect(figure.locator('.duel-side[data-series="contrastive"]')).not.toHaveAttribute(
    'data-lit',
    '',
  );
});

test('nothing moves aside from step to step', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  const before = await layoutOf(figure);
  for (const step of [0, 120, STEPS]) {
    await goTo(figure, step);
    expect(await layoutOf(figure)).toEqual(before);
  }
});

test('the measures of every step are saved as a table', async ({ page }) => {
  const figure = await openFigure(page, NAME, RESTING);
  const lines = linesOf(await savedFromMenu(page, figure, 'Save CSV'));
  expect(lines).toHaveLength(1 + 2 * (STEPS + 1));
});

test('on a phone both sides stand side by side, and the page never scrolls sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const figure = await openFigure(page, NAME, RESTING);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const [left, right] = await Promise.all(
    SIDES.map((side) => figure.locator(`.duel-side[data-series="${side}"] .plane`).boundingBox()),
  );
  expect(left?.y).toBe(right?.y);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the figure is a still of the end, with the ways that led there', async ({ page }) => {
    await page.goto('/');
    const figure = figureOn(page, NAME);
    expect(await numberOf(figure, 'step')).toBe(STEPS);
    const tails = await figure
      .locator('.tail')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join(''));
    expect(tails.match(/M[^M]+L[^M]+/g)).toHaveLength(36);
    await expectAgreement(figure);
  });
});

test('the names of two curves never lie on each other, not even where both begin', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME, '?CollapseDuel.step=0');
  for (const step of ['0', '5', '40', '120', '240']) {
    await figure.getByRole('slider', { name: 'step' }).fill(step);
    const overlaps = await figure.locator('svg.history').evaluateAll(
      (charts) =>
        charts.filter((chart) => {
          const [a, b] = [...chart.querySelectorAll('.history-series text')].map((name) =>
            name.getBoundingClientRect(),
          );
          return (
            a &&
            b &&
            a.left < b.right &&
            b.left < a.right &&
            a.top + 3 < b.bottom &&
            b.top + 3 < a.bottom
          );
        }).length,
    );
    expect(overlaps, `step ${step}`).toBe(0);
  }
});
