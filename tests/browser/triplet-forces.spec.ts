import { expect, type Locator, test } from '@playwright/test';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { Point } from '#kit/plane/point.ts';
import { POINT_NAMES, type TripletState } from '#kit/plane/triplet.ts';
import { definition, plane, tripletQuantities } from '#islands/TripletForces/definition.ts';
import { tripletLoss } from '#metric/tripletLoss.ts';
import {
  arrowOf,
  button,
  chooseInMenu,
  copyLink,
  drag,
  expectSlots,
  figureOn,
  layoutOf,
  numberOf,
  onScreen,
  openFigure,
  pointMark,
  pointOf,
  quantity,
  swipe,
} from './figureDriver.ts';

const NAME = 'TripletForces';

const inPlane = ({ x, y }: Point) => `(${formatNumber(x)}, ${formatNumber(y)})`;

/** Everything that the figure shows agrees with the metric library for where its points are. */
async function expectAgreement(figure: Locator) {
  const [anchor, positive, negative] = await Promise.all(
    POINT_NAMES.map((name) => pointOf(figure, name)),
  );
  if (!anchor || !positive || !negative) throw new Error('a point is missing');
  const squared = (await quantity(figure, 'squared').getAttribute('data-value')) === 'true';
  const margin = await numberOf(figure, 'margin');
  const state: TripletState = { anchor, positive, negative, margin, squared };
  const triplet = tripletLoss(
    [anchor.x, anchor.y],
    [positive.x, positive.y],
    [negative.x, negative.y],
    { margin, squared },
  );

  expect(await numberOf(figure, 'loss')).toBeCloseTo(triplet.loss, 9);
  expect(await numberOf(figure, 'dAP')).toBeCloseTo(triplet.dAP, 9);
  expect(await numberOf(figure, 'dAN')).toBeCloseTo(triplet.dAN, 9);
  await expect(quantity(figure, 'zone')).toHaveAttribute('data-value', triplet.zone);
  await expectSlots(figure, {
    loss: formatNumber(triplet.loss),
    dAP: formatNumber(triplet.dAP),
    dAN: formatNumber(triplet.dAN),
    margin: formatNumber(margin),
  });
  for (const [name, gradient] of [
    ['anchor', triplet.gradA],
    ['positive', triplet.gradP],
    ['negative', triplet.gradN],
  ] as const) {
    const { force, drawn } = await arrowOf(figure, name);
    expect(force.x).toBeCloseTo(-(gradient[0] ?? 0), 9);
    expect(force.y).toBeCloseTo(-(gradient[1] ?? 0), 9);
    expect(drawn.x).toBeCloseTo(0.25 * plane.unit * force.x, 1);
    expect(drawn.y).toBeCloseTo(-0.25 * plane.unit * force.y, 1);
    await expect(figure.locator(`[data-inspected="${name}"] td`)).toHaveText([
      inPlane(state[name]),
      inPlane({ x: gradient[0] ?? 0, y: gradient[1] ?? 0 }),
    ]);
  }
  const radii = tripletQuantities(state).zoneRadii;
  const radiusOf = async (zone: string) =>
    Number(await figure.locator(zone).getAttribute('r')) / plane.unit;
  expect(await radiusOf('circle.zone-hard')).toBeCloseTo(radii.hard, 6);
  expect(await radiusOf('.zone-edge')).toBeCloseTo(radii.easy, 6);
  return triplet;
}

/** A place at a distance from the anchor's default place, to the lower right. */
const fromAnchor = (distance: number) => {
  const { x, y } = definition.settings.anchor.initial;
  return { x: x + distance * Math.cos(-0.6), y: y + distance * Math.sin(-0.6) };
};

test('the negative dragged through the zones is hard, semi-hard and easy in turn', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  expect((await expectAgreement(figure)).zone).toBe('hard');
  await drag(page, figure, plane, 'negative', fromAnchor(1.2));
  expect((await expectAgreement(figure)).zone).toBe('semi-hard');
  await drag(page, figure, plane, 'negative', fromAnchor(1.6));
  const easy = await expectAgreement(figure);
  expect(easy.zone).toBe('easy');
  expect(easy.loss).toBe(0);
  await expect(figure.locator('.arrow-head[d^="M"]')).toHaveCount(0);
  await expect(figure.locator('.remark')).toHaveText('the margin holds: no force');
  await expect(figure.getByRole('status').filter({ hasText: 'Loss' })).toHaveText(
    'Loss 0.00, easy negative.',
  );
});

test('anchor and positive are dragged too, and the circles follow', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await drag(page, figure, plane, 'anchor', { x: 0.4, y: -0.6 });
  await expectAgreement(figure);
  await drag(page, figure, plane, 'positive', { x: 0.2, y: 1.2 });
  await expectAgreement(figure);
});

test('squared or plain changes formula, forces, zones and axis together', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const formula = (variant: string) => figure.locator(`[data-when="${variant}"]`);
  const before = await layoutOf(figure);
  await expect(formula('plain')).toBeHidden();
  await figure.getByLabel('squared distances').uncheck();
  await expect(quantity(figure, 'squared')).toHaveAttribute('data-value', 'false');
  await expect(formula('squared')).toBeHidden();
  await expect(formula('plain')).toBeVisible();
  const plain = await expectAgreement(figure);
  expect(plain.dAP).toBeCloseTo(1.1, 9);
  await expect(figure.locator('.axis-label')).toHaveText('distance d(a, n)');
  expect(await layoutOf(figure)).toEqual(before);
});

test('the margin widens the ring', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await figure.getByRole('slider', { name: 'margin' }).fill('1.25');
  expect(await numberOf(figure, 'margin')).toBe(1.25);
  await expectAgreement(figure);
});

test('on top of the anchor a squared push has faded to nothing', async ({ page }) => {
  const figure = await openFigure(
    page,
    NAME,
    '?TripletForces.anchor=0_0&TripletForces.negative=0_0',
  );
  await expectAgreement(figure);
  expect((await arrowOf(figure, 'negative')).force).toEqual({ x: 0, y: 0 });
  await expect(figure.locator('.remark')).toHaveText('n sits on a: nothing pushes n away');
});

test('the field behind the plane is tinted where the negative has a loss, in either theme', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  const tint = (at: { x: number; y: number }) => {
    const { x, y } = plane.toPixels(at);
    return figure.locator('canvas').evaluate(
      (canvas: HTMLCanvasElement, [left, top]) => {
        const data = canvas.getContext('2d')?.getImageData(left ?? 0, top ?? 0, 1, 1).data;
        return data ? [...data] : [];
      },
      [x, y].map((value) => Math.round((value * 240) / plane.size)),
    );
  };
  const near = await tint(fromAnchor(0.2));
  const middle = await tint(fromAnchor(0.9));
  const far = await tint(fromAnchor(1.5));
  expect(near[3]).toBeGreaterThan(middle[3] ?? 0);
  expect(middle[3]).toBeGreaterThan(0);
  expect(far[3]).toBe(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(async () => (await tint(fromAnchor(0.2)))[0]).not.toBe(near[0]);
});

test('each point is moved by the keyboard', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  for (const name of POINT_NAMES) {
    const start = definition.settings[name].initial;
    await pointMark(figure, name).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowUp');
    const moved = await pointOf(figure, name);
    expect(moved.x).toBeCloseTo(start.x - 0.05, 9);
    expect(moved.y).toBeCloseTo(start.y + 0.01, 9);
    await expectAgreement(figure);
    await page.keyboard.press('Escape');
    expect(await pointOf(figure, name)).toEqual(start);
  }
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('a point is dragged while the page stays', async ({ page }) => {
    const figure = await openFigure(page, NAME);
    const before = await page.evaluate(() => scrollY);
    const to = fromAnchor(1.5);
    await swipe(
      page,
      await onScreen(figure, plane, definition.settings.negative.initial),
      await onScreen(figure, plane, to),
    );
    await expect.poll(async () => (await pointOf(figure, 'negative')).x).toBeCloseTo(to.x, 1);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAgreement(figure);
  });
});

test('a step goes along the forces; a run ends when the margin holds', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const start = definition.settings.negative.initial;
  const { force } = await arrowOf(figure, 'negative');
  await button(figure, 'One step').click();
  const negative = await pointOf(figure, 'negative');
  expect(negative.x).toBeCloseTo(start.x + 0.02 * force.x, 9);
  expect(negative.y).toBeCloseTo(start.y + 0.02 * force.y, 9);
  await button(figure, 'Run').click();
  await expect(quantity(figure, 'zone')).toHaveAttribute('data-value', 'easy');
  await expect(button(figure, 'Run')).toBeVisible();
  expect((await expectAgreement(figure)).loss).toBe(0);
  await chooseInMenu(figure, 'Reset');
  expect(await pointOf(figure, 'negative')).toEqual(start);
});

test('the link restores the exact state, and a stale one falls back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openFigure(page, NAME);
  await drag(page, figure, plane, 'negative', { x: 0.31, y: -1.27 });
  await figure.getByLabel('squared distances').uncheck();
  const shown = [await pointOf(figure, 'negative'), await numberOf(figure, 'loss')];
  const link = await copyLink(page, figure);

  const other = await context.newPage();
  const restored = await openFigure(other, NAME, link.search);
  expect([await pointOf(restored, 'negative'), await numberOf(restored, 'loss')]).toEqual(shown);
  await expectAgreement(restored);

  const stale = await openFigure(
    other,
    NAME,
    '?TripletForces.squared=maybe&TripletForces.anchor=a',
  );
  await expect(stale.locator('.problems')).toContainText('squared is true or false');
  expect(await pointOf(stale, 'anchor')).toEqual(definition.settings.anchor.initial);
  await expectAgreement(stale);
});

test('pointing at a term lights its geometry, and the other way round', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const term = (name: string) =>
    figure.locator(`[data-when="squared"] .katex-html [data-term="${name}"]`).first();
  await term('ap').hover();
  await expect(figure.locator('circle.zone-hard')).toHaveAttribute('data-lit', '');
  await expect(figure.locator('.force-positive')).toHaveAttribute('data-lit', '');
  await pointMark(figure, 'negative').locator('.point-hit').hover();
  await expect(term('an')).toHaveAttribute('data-lit', '');
  await expect(term('ap')).not.toHaveAttribute('data-lit', '');
});

test('nothing moves aside while a point is dragged', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const before = await layoutOf(figure);
  for (const to of [
    { x: 2, y: 2 },
    { x: -0.1, y: -0.1 },
    { x: -2, y: 2 },
  ]) {
    await drag(page, figure, plane, 'negative', to);
    expect(await layoutOf(figure)).toEqual(before);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the figure is a still of its default state', async ({ page }) => {
    await page.goto('/');
    const figure = figureOn(page, NAME);
    await expect(figure.locator('[data-point]')).toHaveCount(3);
    await expect(figure.locator('.arrow-head[d^="M"]')).toHaveCount(3);
    await expect(figure.locator('.zones')).toContainText('semi-hard');
    await expect(figure.locator('.loss-line path')).toHaveAttribute('d', /^M/);
    await expect(figure.locator('.figure-controls')).toBeHidden();
    await expectAgreement(figure);
  });
});
