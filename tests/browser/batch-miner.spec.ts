import { expect, type Locator, type Page, test } from '@playwright/test';
import { toEmbeddings } from '#kit/plane/labelledPoint.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { plane } from '#islands/BatchMiner/batch.ts';
import { definition, verdictOf } from '#islands/BatchMiner/definition.ts';
import { type BatchLossConfig, createBatchLoss } from '#metric/batchLoss.ts';
import type { MinerName } from '#metric/miners/registry.ts';
import { distanceMatrix } from '#metric/pairwise.ts';
import { createRandom } from '#metric/random.ts';
import { scaleDerivative } from '#metric/scaleDerivative.ts';
import { tripletLoss } from '#metric/tripletLoss.ts';
import {
  button,
  copyLink,
  drag,
  expectSlots,
  labelledPointsOf,
  layoutOf,
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

const NAME = 'BatchMiner';

/** The figure with everything about its batch at hand. */
async function openBatch(page: Page): Promise<Locator> {
  const figure = await openFigure(page, NAME);
  await figure.locator('summary', { hasText: 'The batch' }).click();
  return figure;
}

const choose = (figure: Locator, name: string) =>
  figure.getByRole('radio', { name, exact: true }).check({ force: true });

/** What src/metric makes of the points on the screen, for the strategies that draw nothing at random. */
async function measured(figure: Locator) {
  const points = await labelledPointsOf(figure);
  const embeddings = toEmbeddings(points);
  const labels = points.map(({ label }) => label);
  const squared = (await wordOf(figure, 'squared')) === 'true';
  const config: Omit<BatchLossConfig, 'reducer'> = {
    loss: 'triplet',
    distance: squared ? 'squared' : 'plain',
    normalise: false,
    miner: (await wordOf(figure, 'strategy')) as MinerName,
    margin: await numberOf(figure, 'margin'),
  };
  const evaluate = (reducer: BatchLossConfig['reducer']) =>
    createBatchLoss({ ...config, reducer })(embeddings, labels, createRandom(0));
  const sum = evaluate('sum');
  const scaleSum = scaleDerivative(embeddings, sum.gradient) / (squared ? 2 : 1);
  return { points, embeddings, squared, scaleSum, ...evaluate('mean-nonzero') };
}

/** Read-outs, formula, needle, chart and spoken text agree with src/metric. */
async function expectAgreement(figure: Locator) {
  const found = await measured(figure);
  const { loss, valid, selected, active, scaleSum, embeddings, gradient, squared } = found;
  expect(await numberOf(figure, 'loss')).toBeCloseTo(loss, 9);
  expect(await numberOf(figure, 'valid')).toBe(valid);
  expect(await numberOf(figure, 'selected')).toBe(selected);
  expect(await numberOf(figure, 'active')).toBe(active);
  expect(await numberOf(figure, 'scaleSum')).toBeCloseTo(scaleSum, 8);
  expect(await wordOf(figure, 'verdict')).toBe(verdictOf(scaleSum));
  const angle = Number(await figure.locator('[data-needle]').getAttribute('data-angle'));
  expect(Math.sign(angle)).toBe(Math.sign(scaleSum));
  await expectSlots(figure, {
    factor: squared ? '2' : '1',
    active: active === 0 ? '–' : String(active),
    scale: formatNumber(scaleDerivative(embeddings, gradient)),
    valid: String(valid),
    classes: (await wordOf(figure, 'p')) ?? '',
    samples: (await wordOf(figure, 'k')) ?? '',
  });
  await expect(
    figure.getByRole('status').filter({ hasText: `${selected} selected, ${active} active` }),
  ).toHaveCount(1);
  return found;
}

test('a dragged point takes selection, formula, needle and spoken text along', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  // Spoken is what changes: not the state that the reader has found.
  await choose(figure, 'batch-all');
  const before = await expectAgreement(figure);
  await pointMark(figure, 'p9').scrollIntoViewIfNeeded();
  const layout = await layoutOf(figure);
  const anchor = await pointOf(figure, 'p1');
  await drag(page, figure, plane, 'p9', { x: anchor.x + 0.2, y: anchor.y - 0.05 });
  expect((await pointOf(figure, 'p9')).x).toBeCloseTo(anchor.x + 0.2, 1);
  const after = await expectAgreement(figure);
  expect(after.loss).not.toBe(before.loss);
  expect(await layoutOf(figure)).toEqual(layout);
  // The anchor's nearest negative now: batch-hard takes it.
  await choose(figure, 'batch-hard');
  await expectAgreement(figure);
  await expect(figure.locator('[data-inspected="negative"]')).toContainText('61');
});

test('a click makes a point the anchor, and so does Enter; a drag does not', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await expect(quantity(figure, 'anchor')).toHaveText('2.1');
  await drag(page, figure, plane, 'p6', { x: 1.2, y: 1.2 });
  await expect(quantity(figure, 'anchor')).toHaveText('2.1');
  const { x, y } = await onScreen(figure, plane, await pointOf(figure, 'p6'));
  await page.mouse.click(x, y);
  await expect(quantity(figure, 'anchor')).toHaveText('4.2');
  await pointMark(figure, 'p16').focus();
  await expect(quantity(figure, 'anchor')).toHaveText('4.2');
  await page.keyboard.press('Enter');
  await expect(quantity(figure, 'anchor')).toHaveText('7.4');
});

test('arrows move a point, and Home and Escape put it back', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const from = await pointOf(figure, 'p3');
  await pointMark(figure, 'p3').focus();
  await page.keyboard.press('ArrowRight');
  expect((await pointOf(figure, 'p3')).x).toBeGreaterThan(from.x);
  await page.keyboard.press('Escape');
  expect(await pointOf(figure, 'p3')).toEqual(from);
  await page.keyboard.press('Shift+ArrowDown');
  expect((await pointOf(figure, 'p3')).y).toBeLessThan(from.y);
  await page.keyboard.press('Home');
  expect(await pointOf(figure, 'p3')).toEqual(from);
});

test('the triplet in full agrees with src/metric, whichever way it is chosen', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const expectTriplet = async (a: number, p: number, n: number) => {
    const vector = async (row: number): Promise<[number, number]> => {
      const { x, y } = await pointOf(figure, `p${row + 1}`);
      return [x, y];
    };
    const expected = tripletLoss(await vector(a), await vector(p), await vector(n), {
      margin: await numberOf(figure, 'margin'),
      squared: true,
    });
    expect(await numberOf(figure, 'dAP')).toBeCloseTo(expected.dAP, 9);
    expect(await numberOf(figure, 'dAN')).toBeCloseTo(expected.dAN, 9);
    expect(await numberOf(figure, 'tripletLoss')).toBeCloseTo(expected.loss, 9);
    expect(await wordOf(figure, 'zone')).toBe(expected.zone);
  };
  await choose(figure, 'one triplet');
  await figure.getByLabel('negative', { exact: true }).selectOption({ label: '7.3' });
  await figure.getByLabel('positive', { exact: true }).selectOption({ label: '2.4' });
  await expectTriplet(0, 3, 14);
  await choose(figure, 'distances');
  await figure.getByRole('gridcell').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(quantity(figure, 'anchor')).toHaveText('2.2');
  await choose(figure, 'one triplet');
  await expect(figure.getByLabel('negative', { exact: true })).toHaveValue('18');
  await expect(figure.getByLabel('positive', { exact: true })).toHaveValue('-1');
});

test('the matrix is walked with the arrow keys, cell by cell', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const { points } = await measured(figure);
  const distances = distanceMatrix(toEmbeddings(points), 'squared');
  await figure.getByRole('gridcell').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
  const cell = figure.getByRole('gridcell');
  await expect(cell).toBeFocused();
  const distance = distances[2 * 16 + 4]!;
  await expect(cell).toHaveAccessibleName(
    `2.3 to 4.1: negative, distance ${formatNumber(distance)}`,
  );
  await expect(cell).toHaveAttribute('aria-colindex', '5');
  expect(await numberOf(figure, 'pairDistance')).toBeCloseTo(distance, 9);
  await expect(figure.locator('.pair-label')).toHaveText(formatNumber(distance));
  for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowUp');
  await expect(figure.getByRole('gridcell')).toHaveAccessibleName(/^2\.1 to 4\.1/);
});

test('a cell under the pointer shows its pair in the plane', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const box = (await figure.locator('.matrix').boundingBox())!;
  // The last cell of the first row.
  await page.mouse.move(box.x + box.width * 0.97, box.y + box.height * 0.09);
  const { points } = await measured(figure);
  const distances = distanceMatrix(toEmbeddings(points), 'squared');
  expect(await numberOf(figure, 'pairDistance')).toBeCloseTo(distances[15]!, 9);
  const line = await figure.locator('.pair-line').getAttribute('d');
  const ends = [points[0]!, points[15]!].map((point) => plane.toPixels(point));
  expect(line?.match(/-?\d+\.\d/g)?.map(Number)).toEqual(
    ends.flatMap(({ x, y }) => [Number(x.toFixed(1)), Number(y.toFixed(1))]),
  );
  await page.mouse.move(0, 0);
  await expect(figure.locator('.pair-line')).toHaveAttribute('d', '');
});

test('hard triplets collapse the cloud, and semi-hard ones bring it back', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await choose(figure, 'hard only');
  const start = await numberOf(figure, 'radius');
  await button(figure, 'Run').click();
  await expect(button(figure, 'Run')).toBeVisible();
  expect(await numberOf(figure, 'radius')).toBeLessThan(0.01 * start);
  expect(await numberOf(figure, 'loss')).toBeCloseTo(await numberOf(figure, 'margin'), 3);
  await expect(figure.locator('.remark')).toContainText('collapsed');
  await expectAgreement(figure);
  await choose(figure, 'one semi-hard');
  expect(await wordOf(figure, 'verdict')).toBe('expands');
  await button(figure, 'Run').click();
  await expect.poll(() => numberOf(figure, 'radius')).toBeGreaterThan(0.3 * start);
  await expect(figure.locator('.history-event')).toHaveText(['hard only', 'one semi-hard']);
});

test('one step moves the cloud the way the needle points', async ({ page }) => {
  const figure = await openBatch(page);
  for (const motion of ['through a linear layer', 'freely']) {
    await choose(figure, motion);
    for (const strategy of ['hard only', 'one semi-hard']) {
      await choose(figure, strategy);
      const before = await numberOf(figure, 'radius');
      const shrinks = (await wordOf(figure, 'verdict')) === 'shrinks';
      expect(shrinks).toBe(strategy === 'hard only');
      await button(figure, 'One step').click();
      expect((await numberOf(figure, 'radius')) < before).toBe(shrinks);
    }
  }
  expect(await numberOf(figure, 'step')).toBe(4);
  await figure.getByRole('slider', { name: 'step', exact: true }).fill('0');
  expect(await labelledPointsOf(figure)).toEqual(
    (await measured(figure)).points.map((_, row) => {
      const place = Math.floor(row / 4) * 5 + (row % 4);
      return definition.settings.points.initial[place];
    }),
  );
});

test('the size of the batch changes the counts and their formula, and no layout', async ({
  page,
}) => {
  const figure = await openBatch(page);
  const layout = await layoutOf(figure);
  await button(figure, 'more classes P').click();
  await button(figure, 'more samples K').click();
  expect((await labelledPointsOf(figure)).length).toBe(25);
  expect((await expectAgreement(figure)).valid).toBe(25 * 4 * 20);
  await expect(button(figure, 'more samples K')).toHaveAttribute('aria-disabled', 'true');
  for (let press = 0; press < 3; press++) {
    await button(figure, 'fewer classes P').click();
    await button(figure, 'fewer samples K').click();
  }
  expect((await expectAgreement(figure)).valid).toBe(4 * 1 * 2);
  expect(await layoutOf(figure)).toEqual(layout);
});

for (const width of [1440, 1210, 960, 768, 390])
  test(`read-outs stay in their panels at ${width} px, whatever the batch`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const figure = await openBatch(page);
    await button(figure, 'more classes P').click();
    await button(figure, 'more samples K').click();
    const layout = await layoutOf(figure);
    for (const strategy of ['batch-all', 'random']) {
      await choose(figure, strategy);
      const past = await figure
        .locator('.read-outs')
        .evaluateAll((rows) =>
          rows.flatMap((row) =>
            [...row.children]
              .filter(
                (part) =>
                  part.getBoundingClientRect().right > row.getBoundingClientRect().right + 0.5,
              )
              .map(({ textContent }) => textContent),
          ),
        );
      expect(past).toEqual([]);
    }
    expect(await layoutOf(figure)).toEqual(layout);
  });

test('with less motion asked for, a run is there at once, and the slider leads through it', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, NAME);
  await choose(figure, 'hard only');
  await button(figure, 'Run').click();
  expect(await numberOf(figure, 'radius')).toBeLessThan(0.01);
  await figure.getByRole('slider', { name: 'step', exact: true }).fill('50');
  expect(await numberOf(figure, 'radius')).toBeGreaterThan(0.1);
  await expectAgreement(figure);
});

test('the link restores the exact state, and a bad one says what is wrong', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openBatch(page);
  await choose(figure, 'random');
  await button(figure, 'Another batch').click();
  await button(figure, 'One step').click();
  await button(figure, 'fewer classes P').click();
  const points = await labelledPointsOf(figure);
  const [loss, sum] = [await numberOf(figure, 'loss'), await numberOf(figure, 'scaleSum')];
  const { search } = await copyLink(page, figure);
  const again = await openFigure(page, NAME, search);
  expect(await labelledPointsOf(again)).toEqual(points);
  expect([await numberOf(again, 'loss'), await numberOf(again, 'scaleSum')]).toEqual([loss, sum]);

  const bad =
    '?BatchMiner.p=9&BatchMiner.points=2_0_0&BatchMiner.strategy=best&BatchMiner.anchor=24';
  const spoiled = await openFigure(page, NAME, bad);
  await expect(spoiled.locator('.problems')).toContainText('p is a whole number from 2 to 5');
  await expect(spoiled.locator('.problems')).toContainText('strategy is batch-all or batch-hard');
  expect((await measured(spoiled)).valid).toBe(576);
  await expect(quantity(spoiled, 'anchor')).toHaveText('2.1');
});

test('a phrase of the text chooses a strategy', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await page.getByRole('button', { name: 'hard triplets only' }).click();
  await expect(quantity(figure, 'strategy')).toHaveAttribute('data-value', 'hard');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });

  test('a finger drags a point, a tap chooses the anchor, and the page keeps still', async ({
    page,
  }) => {
    const figure = await openFigure(page, NAME);
    const scroll = await page.evaluate(() => scrollY);
    const from = await onScreen(figure, plane, await pointOf(figure, 'p8'));
    await swipe(page, from, await onScreen(figure, plane, { x: 1.1, y: -1.1 }));
    expect((await pointOf(figure, 'p8')).y).toBeCloseTo(-1.1, 1);
    await expect(quantity(figure, 'anchor')).toHaveText('2.1');
    const at = await onScreen(figure, plane, await pointOf(figure, 'p8'));
    await page.touchscreen.tap(at.x, at.y);
    await expect(quantity(figure, 'anchor')).toHaveText('4.4');
    expect(await page.evaluate(() => scrollY)).toBe(scroll);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.body.clientWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    // Off the diagonal, where a cell is a pair.
    await figure.locator('.matrix').tap({ position: { x: 120, y: 240 } });
    await expect(figure.locator('.pair-label')).not.toBeEmpty();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the batch, its matrix, a selection and the needle are there', async ({ page }) => {
    await page.goto('/');
    const figure = inPage(page, '[data-figure="BatchMiner"]');
    await expect(figure.locator('[data-point]')).toHaveCount(16);
    expect(await figure.locator('.shades path').first().getAttribute('d')).not.toBe('');
    await expect(figure.locator('[data-picks="positives"]')).toHaveAttribute('d', /^M/);
    expect(await wordOf(figure, 'verdict')).toBe('shrinks');
    await expect(figure.locator('.figure-controls')).toBeHidden();
  });
});

test('pull and push stand side by side under both distances, whichever moves the batch', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  await choose(figure, 'forces');
  expect(await numberOf(figure, 'plainPush')).toBe(1);
  expect(await numberOf(figure, 'squaredPush')).toBeLessThan(1);
  expect(await numberOf(figure, 'squaredShrink')).toBeGreaterThan(
    await numberOf(figure, 'plainShrink'),
  );
  for (const force of ['pull', 'push'])
    await expect(figure.locator(`.force-${force}`)).toHaveCount(2);
});
