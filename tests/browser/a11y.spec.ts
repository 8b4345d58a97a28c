import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { plane } from '#islands/PairForces/definition.ts';
import {
  bringAllAlive,
  bringIntoView,
  button,
  numberOf,
  onScreen,
  openFigure,
  layOutAll,
  pointMark,
  pointOf,
} from './figureDriver.ts';
import { holdBack } from './holdBack.ts';
import { inPage } from './inPage.ts';

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`axe finds nothing in the ${colorScheme} theme at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/');
      await layOutAll(page);
      await bringAllAlive(page);
      // The page has no frames to put together: what holds of 30,000 elements would only go out and back.
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .analyze();
      const found = violations.map(({ id, nodes }) => ({
        id,
        at: nodes.map(({ target }) => target.join(' ')),
      }));
      expect(found).toEqual([]);
    });

test('the first Tab reaches a visible link that skips to the article', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the article' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(inPage(page, '#article')).toBeFocused();
});

test('what has the focus shows it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  // Its points are lit with what means the same, and are to show the focus all the same.
  await expect(inPage(page, '[data-figure="Opening"]')).toHaveAttribute('data-ready', 'true');
  for (let press = 0; press < 25; press++) {
    await page.keyboard.press('Tab');
    const isShown = await page.evaluate(() => {
      const element = document.activeElement!;
      // A point of a drawing has a ring of its own.
      const ring = element.querySelector('.point-focus');
      const colour = getComputedStyle(document.documentElement).getPropertyValue('--focus');
      const probe = document.createElement('i');
      probe.style.color = colour;
      document.body.append(probe);
      const focus = getComputedStyle(probe).color;
      probe.remove();
      if (ring) return getComputedStyle(ring).stroke === focus;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle === 'solid' && outlineWidth === '2px';
    });
    expect(isShown, await page.evaluate(() => document.activeElement!.outerHTML.slice(0, 80))).toBe(
      true,
    );
  }
});

/** What a screen reader reads aloud as it changes, of a figure. */
const LIVE = ':is(output, [role="status"], [aria-live]):not([aria-live="off"])';

test('a run is read aloud as one sentence now and then, and not number by number', async ({
  page,
}) => {
  const figure = await openFigure(page, 'PairCrowd');
  const changed = await figure.evaluateHandle((element, live) => {
    const found = new Set<string>();
    for (const region of element.querySelectorAll(live))
      new MutationObserver(() => found.add(region.className)).observe(region, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    return found;
  }, LIVE);
  await button(figure, 'Run').click();
  await expect(figure.locator('.figure-spoken')).not.toHaveText('');
  expect(await changed.evaluate((found) => [...found])).toEqual(['visually-hidden figure-spoken']);
});

test('a button that has nothing left to do, and one that goes, leave the focus in the figure', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, 'PairForces');
  await button(figure, 'Run').click();
  await button(figure, 'One step').focus();
  await expect(button(figure, 'One step')).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(button(figure, 'One step')).toBeFocused();

  await button(figure, 'Guess first').press('Enter');
  await button(figure, 'Never mind').press('Enter');
  await expect(button(figure, 'Guess first')).toBeFocused();
});

test('a point is moved without a drag: by a tap on it and one where it is to go', async ({
  page,
}) => {
  const figure = await openFigure(page, 'PairForces');
  const tap = async (at: { x: number; y: number }) => {
    const place = await onScreen(figure, plane, at);
    await page.mouse.click(place.x, place.y);
  };
  const goal = { x: 0.8, y: -0.9 };
  await tap(goal);
  const before = await pointOf(figure, 'j');
  await tap(before);
  await expect(pointMark(figure, 'j')).toHaveAttribute('data-tapped');
  await tap(goal);
  const after = await pointOf(figure, 'j');
  expect(Math.hypot(after.x - goal.x, after.y - goal.y)).toBeLessThan(0.05);
  await expect(pointMark(figure, 'j')).toBeFocused();
  await tap(before);
  expect(await pointOf(figure, 'j')).toEqual(after);
});

test('a number in a formula has a minus and a plus while it has the focus', async ({ page }) => {
  const figure = await openFigure(page, 'PairForces');
  const margin = figure.getByRole('spinbutton', { name: 'margin' });
  await expect(button(figure, 'more margin')).toHaveCount(0);
  await margin.click();
  await button(figure, 'more margin').click();
  expect(await numberOf(figure, 'margin')).toBeCloseTo(1.05, 10);
  await button(figure, 'less margin').click();
  await expect(margin).toBeFocused();
  expect(await numberOf(figure, 'margin')).toBeCloseTo(1, 10);
  await pointMark(figure, 'i').focus();
  await expect(button(figure, 'more margin')).toHaveCount(0);
});

test('the terms of a formula are one stop of the Tab key, and so is a crowd; others lead through them', async ({
  page,
}) => {
  const figure = await openFigure(page, 'PairCrowd');
  const stops = (parts: string) => figure.locator(`${parts}[tabindex="0"]`);
  for (const formula of await figure.locator('.formula').all())
    expect(await formula.locator('[data-term][tabindex="0"]').count()).toBeLessThanOrEqual(1);
  const first = stops('.formula [data-term]').first();
  const name = await first.getAttribute('aria-label');
  await first.press('ArrowRight');
  await expect(first).not.toHaveAttribute('aria-label', name!);
  await expect(first).toBeFocused();

  await expect(stops('.point')).toHaveCount(1);
  await stops('.point').press('PageDown');
  await expect(pointMark(figure, 'p2')).toBeFocused();
  await expect(stops('.point')).toHaveCount(1);
  await pointMark(figure, 'p2').press('PageUp');
  await expect(pointMark(figure, 'p1')).toBeFocused();
});

const colourOf = (page: Page, selector: string, property: 'backgroundColor' | 'color') =>
  inPage(page, selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element)[name], property);

test('in the system’s own colours what is chosen is told apart, and colours that mean something stay', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  await openFigure(page, 'PairForces');
  const segment = '[data-figure="PairForces"] .segment-input';
  const chosen = await colourOf(page, `${segment}:checked + *`, 'backgroundColor');
  expect(chosen).not.toBe(await colourOf(page, `${segment}:not(:checked) + *`, 'backgroundColor'));
  // The dark theme's light ink on the system's light ground could not be read.
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined();
  const phantom = inPage(page, '.katex [style*="color:transparent"]').first();
  expect(await phantom.evaluate((element) => getComputedStyle(element).color)).toBe(
    'rgba(0, 0, 0, 0)',
  );
});

/** What the page itself brings along to be set: fields and lists come with their figure's script. */
const controlsOf = (figure: Locator) =>
  figure.locator('input:is([type="range"], [type="radio"], [type="checkbox"])');

/** How every slider, radio button and checkbox of a figure stands. */
const standingOf = (figure: Locator) =>
  controlsOf(figure).evaluateAll((inputs) =>
    (inputs as HTMLInputElement[])
      .map(({ type, value, checked }) => (type === 'range' ? value : checked))
      .join(),
  );

/** Holds the figures' scripts back; returns how to let them come. */
async function holdFigures(page: Page): Promise<() => void> {
  const html = await (await page.request.get('/')).text();
  const scripts = new Set([...html.matchAll(/component-url="([^"]+)"/g)].map(([, path]) => path));
  return holdBack(page, ({ pathname }) => scripts.has(pathname));
}

test('controls that a browser puts where they once stood agree with their figures', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figures = page.locator('[data-figure]:has(input)');
  await page.goto('/');
  const alive: string[] = [];
  for (const figure of await figures.all()) {
    await bringIntoView(figure);
    alive.push(await standingOf(figure));
  }

  // As a browser does that comes back to the page: before the page's scripts have come.
  const letCome = await holdFigures(page);
  await page.goto('/');
  await figures.locator('input:not(:checked)').evaluateAll((inputs) => {
    for (const input of inputs as HTMLInputElement[])
      if (input.type === 'range') input.value = input.value === input.max ? input.min : input.max;
      else input.checked = true;
  });
  letCome();
  for (const [k, figure] of (await figures.all()).entries()) {
    await bringIntoView(figure);
    await expect.poll(() => standingOf(figure)).toBe(alive[k]);
    const asking = controlsOf(figure).and(page.locator('[autocomplete="off"]'));
    await expect(asking).toHaveCount(await controlsOf(figure).count());
  }
});
