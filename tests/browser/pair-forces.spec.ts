import { expect, type Locator, test } from '@playwright/test';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { lossAt, definition, plane } from '#islands/PairForces/definition.ts';
import { contrastivePair } from '#metric/contrastivePair.ts';
import {
  arrowOf,
  bringIntoView,
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
  savedFromMenu,
  swipe,
  watch,
} from './figureDriver.ts';

const NAME = 'PairForces';
const start = { i: definition.settings.i.initial, j: definition.settings.j.initial };

/** Everything that the figure shows agrees with the metric library for where its points are. */
async function expectAgreement(figure: Locator) {
  const i = await pointOf(figure, 'i');
  const j = await pointOf(figure, 'j');
  const y = (await numberOf(figure, 'y')) === 1 ? 1 : 0;
  const margin = await numberOf(figure, 'margin');
  const pair = contrastivePair([i.x, i.y], [j.x, j.y], y, margin);

  expect(await numberOf(figure, 'loss')).toBeCloseTo(pair.loss, 9);
  expect(await numberOf(figure, 'dIJ')).toBeCloseTo(pair.distance, 9);
  await expectSlots(figure, {
    loss: formatNumber(pair.loss),
    dIJ: formatNumber(pair.distance),
    margin: formatNumber(margin),
    y: String(y),
  });
  for (const [name, gradient] of [
    ['i', pair.gradI],
    ['j', pair.gradJ],
  ] as const) {
    const { force, drawn } = await arrowOf(figure, name);
    expect(force.x).toBeCloseTo(-(gradient[0] ?? 0), 9);
    expect(force.y).toBeCloseTo(-(gradient[1] ?? 0), 9);
    expect(drawn.x).toBeCloseTo(0.25 * plane.unit * force.x, 1);
    expect(drawn.y).toBeCloseTo(-0.25 * plane.unit * force.y, 1);
  }
  return pair;
}

/** The moving dot, back in the chart's units: read off the axes' own ticks. */
async function dotOf(figure: Locator) {
  const chart = figure.locator('.chart');
  const ticksOf = (axis: string) =>
    chart.locator(`[data-part="${axis}-axis tick label"] text`).evaluateAll((labels) =>
      labels.map((label) => {
        const [, x, y] =
          /translate\(([\d.]+),([\d.]+)\)/.exec(label.getAttribute('transform') ?? '') ?? [];
        return { value: Number(label.textContent), x: Number(x), y: Number(y) };
      }),
    );
  const [x0, ...xs] = await ticksOf('x');
  const [y0, ...ys] = await ticksOf('y');
  const x1 = xs.at(-1);
  const y1 = ys.at(-1);
  if (!x0 || !x1 || !y0 || !y1) throw new Error('the chart has no ticks');
  const dot = chart.locator('.curve-dot circle');
  const cx = Number(await dot.getAttribute('cx'));
  const cy = Number(await dot.getAttribute('cy'));
  return {
    x: x0.value + ((cx - x0.x) / (x1.x - x0.x)) * (x1.value - x0.value),
    y: y0.value + ((cy - y0.y) / (y1.y - y0.y)) * (y1.value - y0.value),
  };
}

test('a point dragged with the mouse takes formula, forces, curve and spoken text along', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  await expectAgreement(figure);
  const to = { x: 0.5, y: -0.4 };
  await drag(page, figure, plane, 'j', to);
  const j = await pointOf(figure, 'j');
  expect(j.x).toBeCloseTo(to.x, 1);
  expect(j.y).toBeCloseTo(to.y, 1);
  expect(await pointOf(figure, 'i')).toEqual(start.i);
  const { loss, distance } = await expectAgreement(figure);
  const dot = await dotOf(figure);
  expect(dot.x).toBeCloseTo(distance, 3);
  expect(dot.y).toBeCloseTo(loss, 3);
  await expect(pointMark(figure, 'j')).toHaveAttribute(
    'aria-valuetext',
    `x ${formatNumber(j.x)}, y ${formatNumber(j.y)}`,
  );
  await expect(
    figure.getByRole('status').filter({ hasText: `Loss ${formatNumber(loss)}` }),
  ).toHaveText(`Loss ${formatNumber(loss)}, distance ${formatNumber(distance)}.`);
});

test('the drag is followed while it lasts, and ends at the edge of the plane', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const from = await onScreen(figure, plane, start.j);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y - 20, { steps: 3 });
  expect((await pointOf(figure, 'j')).x).toBeGreaterThan(start.j.x);
  await expectAgreement(figure);
  await page.mouse.move(from.x + 3000, from.y - 3000, { steps: 3 });
  expect(await pointOf(figure, 'j')).toEqual({ x: plane.extent, y: plane.extent });
  await page.mouse.up();
  await page.mouse.move(from.x, from.y);
  expect(await pointOf(figure, 'j')).toEqual({ x: plane.extent, y: plane.extent });
});

test('where hit targets overlap, the nearest point is taken', async ({ page }) => {
  const close = '?PairForces.i=0_0&PairForces.j=0.08_0';
  const figure = await openFigure(page, NAME, close);
  await drag(page, figure, plane, 'i', { x: -0.5, y: 0.5 });
  expect((await pointOf(figure, 'i')).x).toBeCloseTo(-0.5, 1);
  expect(await pointOf(figure, 'j')).toEqual({ x: 0.08, y: 0 });
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('a point is dragged, and elsewhere the page scrolls', async ({ page }) => {
    const figure = await openFigure(page, NAME);
    const scrolled = () => page.evaluate(() => scrollY);
    const before = await scrolled();
    const to = { x: 0.9, y: 0.9 };
    await swipe(page, await onScreen(figure, plane, start.j), await onScreen(figure, plane, to));
    await expect.poll(async () => (await pointOf(figure, 'j')).x).toBeCloseTo(to.x, 1);
    expect(await scrolled()).toBe(before);
    await expectAgreement(figure);

    const after = await pointOf(figure, 'j');
    await swipe(
      page,
      await onScreen(figure, plane, { x: 0, y: -0.8 }),
      await onScreen(figure, plane, { x: 0, y: 0.6 }),
    );
    await expect.poll(scrolled).toBeGreaterThan(before);
    expect(await pointOf(figure, 'j')).toEqual(after);
  });

  test('the page never scrolls sideways, and each point is at least 44 px wide to the finger', async ({
    page,
  }) => {
    const figure = await openFigure(page, NAME);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const box = await figure.locator('[data-point="i"] .point-hit').boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(44);
    const [planeBox, formula, controls] = await Promise.all(
      ['.plane', '.formula', '.figure-controls'].map((part) => figure.locator(part).boundingBox()),
    );
    expect(planeBox?.y).toBeLessThan(formula?.y ?? 0);
    expect(formula?.y).toBeLessThan(controls?.y ?? 0);
  });
});

test('a point is moved by the keyboard, finely with Shift, and put back', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const j = pointMark(figure, 'j');
  await pointMark(figure, 'i').focus();
  await page.keyboard.press('Tab');
  await expect(j).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowLeft');
  const moved = await pointOf(figure, 'j');
  expect(moved.x).toBeCloseTo(start.j.x + 0.05 - 0.01, 9);
  expect(moved.y).toBeCloseTo(start.j.y + 0.05, 9);
  await expectAgreement(figure);
  await page.keyboard.press('Escape');
  expect(await pointOf(figure, 'j')).toEqual(start.j);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  expect(await pointOf(figure, 'j')).toEqual(start.j);
});

test('Escape during a drag puts the point back to where it was picked up', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await drag(page, figure, plane, 'j', { x: 1, y: 1 });
  const picked = await pointOf(figure, 'j');
  const from = await onScreen(figure, plane, picked);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 80, from.y + 80, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.move(from.x - 120, from.y + 120);
  expect(await pointOf(figure, 'j')).toEqual(picked);
  await page.mouse.up();
});

test('similar and dissimilar, and the margin, change the loss and its curve', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const push = figure.locator('.branch-push path');
  const before = await push.getAttribute('d');
  await figure.getByRole('slider', { name: 'margin' }).fill('1.5');
  expect(await numberOf(figure, 'margin')).toBe(1.5);
  await expectAgreement(figure);
  expect(await push.getAttribute('d')).not.toBe(before);
  const radius = Number(await figure.locator('.margin-circle circle').getAttribute('r'));
  expect(radius).toBeCloseTo(1.5 * plane.unit, 6);

  await figure.getByRole('radio', { name: /^similar/ }).check();
  await expect(quantity(figure, 'y')).toHaveAttribute('data-value', '1');
  const { loss, distance } = await expectAgreement(figure);
  expect(loss).toBeCloseTo(lossAt(distance, 1, 1.5), 9);
  await expect(figure.locator('.branch-pull')).toHaveAttribute('data-current', 'true');
});

test('one step goes along the forces; a run goes on until the margin holds, and Reset undoes it', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  const { force } = await arrowOf(figure, 'j');
  await button(figure, 'One step').click();
  const j = await pointOf(figure, 'j');
  expect(j.x).toBeCloseTo(start.j.x + 0.1 * force.x, 9);
  expect(j.y).toBeCloseTo(start.j.y + 0.1 * force.y, 9);

  const states = await watch(figure, 'button.primary');
  await button(figure, 'Run').click();
  await expect.poll(states).toEqual([['Run'], ['Pause'], ['Run']]);
  expect(await numberOf(figure, 'dIJ')).toBeCloseTo(1, 3);
  await expectAgreement(figure);

  await chooseInMenu(figure, 'Reset');
  expect(await pointOf(figure, 'j')).toEqual(start.j);
  expect(await numberOf(figure, 'margin')).toBe(1);
});

test('a run can be paused, gives way to a hand, and rests while the figure is out of view', async ({
  page,
}) => {
  const far = '?PairForces.i=-1.5_0&PairForces.j=-1.49_0&PairForces.margin=2';
  const figure = await openFigure(page, NAME, far);
  const framesLater = (frames: number) =>
    page.evaluate(async (count) => {
      for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
    }, frames);
  // Begun and left in one breath: it must not have arrived by the time it is out of view.
  await button(figure, 'Run').evaluate((run: HTMLButtonElement) => {
    run.click();
    scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
  });
  await expect(figure).not.toBeInViewport();
  const stands = async () => {
    const before = await numberOf(figure, 'dIJ');
    await framesLater(20);
    return (await numberOf(figure, 'dIJ')) === before;
  };
  await expect.poll(stands).toBe(true);
  const resting = await numberOf(figure, 'dIJ');
  await expect(button(figure, 'Pause')).toHaveCount(1);
  await framesLater(20);
  expect(await numberOf(figure, 'dIJ')).toBe(resting);

  await bringIntoView(figure);
  await expect.poll(() => numberOf(figure, 'dIJ')).not.toBe(resting);
  await pointMark(figure, 'i').focus();
  await page.keyboard.press('ArrowUp');
  await expect(button(figure, 'Run')).toBeVisible();
});

test('with reduced motion a run jumps to its end', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, NAME);
  await button(figure, 'Run').click();
  expect(await numberOf(figure, 'dIJ')).toBeCloseTo(1, 3);
});

test('the link restores the exact state', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openFigure(page, NAME);
  await drag(page, figure, plane, 'i', { x: -0.77, y: 0.31 });
  await figure.getByRole('radio', { name: /^similar/ }).check();
  await figure.getByRole('slider', { name: 'margin' }).fill('0.35');
  const shown = [await pointOf(figure, 'i'), await numberOf(figure, 'loss')];
  const names = await watch(figure, '.figure-told');
  const { search, hash } = await copyLink(page, figure);
  await expect.poll(names).toEqual([[''], ['Link copied'], ['']]);
  expect(hash).toBe(`#${NAME}`);
  const other = await context.newPage();
  const restored = await openFigure(other, NAME, search);
  expect([await pointOf(restored, 'i'), await numberOf(restored, 'loss')]).toEqual(shown);
  expect(await numberOf(restored, 'y')).toBe(1);
  expect(await numberOf(restored, 'margin')).toBe(0.35);
});

test('a copied link carries its figure alone, and the page keeps its address', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openFigure(page, NAME, `?TripletForces.margin=0.3&${NAME}.margin=0.5`);
  const before = page.url();
  const { searchParams, hash } = await copyLink(page, figure);
  expect([...searchParams.keys()]).toEqual(
    ['i', 'j', 'y', 'margin'].map((key) => `${NAME}.${key}`),
  );
  expect(searchParams.get(`${NAME}.margin`)).toBe('0.5');
  expect(hash).toBe(`#${NAME}`);
  expect(page.url()).toBe(before);
  const other = figureOn(page, 'TripletForces');
  await bringIntoView(other);
  expect(await numberOf(other, 'margin')).toBe(0.3);
});

test('where the clipboard is refused, the link stands there to be copied', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.setViewportSize({ width: 390, height: 844 });
  const figure = await openFigure(page, NAME);
  await chooseInMenu(figure, 'Copy link');
  const link = figure.getByRole('textbox');
  await expect(link).toHaveValue(/PairForces\.margin=1/);
  await expect(link).toBeFocused();
  // Nothing of the figure lies over it.
  await link.click();
  await page.keyboard.press('Escape');
  await expect(link).toHaveCount(0);
  await expect(button(figure, 'Figure menu')).toBeFocused();
});

test('a hostile link shows the default, and says what was wrong', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const hostile =
    '?PairForces.i=9_9&PairForces.j=<img src=x onerror=alert(1)>&PairForces.y=2&PairForces.margin=NaN&PairForces.__proto__=1';
  const figure = await openFigure(page, NAME, hostile);
  expect(await pointOf(figure, 'i')).toEqual(start.i);
  expect(await pointOf(figure, 'j')).toEqual(start.j);
  await expect(figure.locator('.problems')).toContainText('y is 0 or 1');
  await expect(figure.locator('.problems')).toContainText('The same holds for 2 more');
  await expect(figure.locator('.problems img')).toHaveCount(0);
  await expectAgreement(figure);
  expect(errors).toEqual([]);
});

test('a link that was damaged on its way leads to its figure, and to its settings', async ({
  page,
}) => {
  await page.goto('/?PairForces.y=0&amp;PairForces.margin=0.5).');
  const figure = figureOn(page, NAME);
  await expect(figure).toHaveAttribute('data-ready', 'true');
  await expect(figure).toBeInViewport();
  expect(new URL(page.url()).hash).toBe(`#${NAME}`);
  expect(await numberOf(figure, 'y')).toBe(0);
  expect(await numberOf(figure, 'margin')).toBe(0.5);
  await expect(figure.locator('.problems')).toContainText('“0.5).”');
  await page.goto('/#introduction.');
  await expect(page).toHaveURL(/#introduction$/);
});

test('pointing at a term lights its geometry, and the other way round', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const term = (name: string) => figure.locator(`.katex-html [data-term="${name}"]`).first();
  await term('push').focus();
  await expect(figure.locator('.forces')).toHaveAttribute('data-lit', '');
  await expect(figure.locator('.branch-push')).toHaveAttribute('data-lit', '');
  await figure.locator('.branch-pull text').hover();
  await expect(term('pull')).toHaveAttribute('data-lit', '');
  await expect(term('push')).not.toHaveAttribute('data-lit', '');
});

test('nothing moves aside while a point is dragged', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const before = await layoutOf(figure);
  for (const to of [
    { x: 1.6, y: 1.6 },
    { x: -0.3, y: -0.2 },
    { x: -1.6, y: 0 },
  ]) {
    await drag(page, figure, plane, 'j', to);
    expect(await layoutOf(figure)).toEqual(before);
  }
});

test('the drawing can be saved as an SVG file', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const { name, content } = await savedFromMenu(page, figure, 'Save SVG');
  expect(name).toBe('PairForces.svg');
  const parsed = await page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
    return { name: root.nodeName, drawings: root.querySelectorAll(':scope > svg').length };
  }, content.toString());
  expect(parsed).toEqual({ name: 'svg', drawings: 2 });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the figure is a still of its default state', async ({ page }) => {
    await page.goto('/');
    const figure = figureOn(page, NAME);
    await expect(figure.locator('[data-point]')).toHaveCount(2);
    await expect(figure.locator('.arrow-head[d^="M"]')).toHaveCount(2);
    await expect(figure.locator('[data-part="x-axis tick label"] text').first()).toBeVisible();
    await expect(figure.locator('.branch-push path')).toHaveAttribute('d', /^M/);
    await expect(figure.locator('.figure-controls')).toBeHidden();
    await expectAgreement(figure);
  });
});
