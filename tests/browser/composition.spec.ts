/** What is touched and what it changes are seen at once, in every figure and on every window. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { bringAllAlive, bringIntoView, layOutAll } from './figureDriver.ts';
import { inPage } from './inPage.ts';

/** Rounding of layout, in pixels. */
const SLACK = 2;
const SMALLEST_TEXT = 11;

async function openAll(page: Page): Promise<{ name: string; figure: Locator }[]> {
  await page.goto('/');
  await layOutAll(page);
  await bringAllAlive(page);
  const figures = [];
  for (const figure of await inPage(page, 'article [data-figure]').all())
    figures.push({ name: (await figure.getAttribute('data-figure'))!, figure });
  return figures;
}

/** From the figure's upper edge to the last thing that a reader needs to play with it. */
const heightInUse = (figure: Locator) =>
  figure.evaluate((element) => {
    const top = element.getBoundingClientRect().top;
    const parts = element.querySelectorAll(
      '.formula, .figure-plane, .figure-verdict, .figure-controls > .control, .figure-controls .problems',
    );
    const seen = [...parts].filter(
      (part) => part.checkVisibility({ visibilityProperty: true }) && !part.closest('details'),
    );
    return Math.max(...seen.map((part) => part.getBoundingClientRect().bottom)) - top;
  });

/**
 * The controls which, once the window has been scrolled to them, have lost the drawing that they
 * change, or lie under it.
 */
const controlsApart = (figure: Locator) =>
  figure.evaluate((element) => {
    const bar = document.querySelector('.bar')?.getBoundingClientRect();
    const barBottom =
      bar && getComputedStyle(document.querySelector('.bar')!).position === 'sticky'
        ? Math.max(0, bar.bottom)
        : 0;
    const stays = [...element.querySelectorAll('.figure-plane, .figure-curve')].find(
      (part) => getComputedStyle(part).position === 'sticky',
    );
    const drawing = stays ?? element.querySelector('.figure-plane') ?? element;
    const controls = [...element.querySelectorAll('.control')].filter(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) &&
        !control.closest('details, .figure-menu') &&
        !drawing.contains(control),
    );
    return controls
      .filter((control) => {
        const touched = control.querySelector('input, button, select') ?? control;
        touched.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const [box, plane] = [touched.getBoundingClientRect(), drawing.getBoundingClientRect()];
        const isSeen = plane.top >= barBottom - plane.height / 3 && plane.bottom <= innerHeight + 2;
        return !isSeen || box.top < plane.bottom - 2 || box.bottom > innerHeight + 2;
      })
      .map((control) => control.textContent?.trim().slice(0, 40));
  });

test.describe('on a laptop', () => {
  test.use({ viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

  test('plane, formula, controls and numbers of each figure fit into the window', async ({
    page,
  }) => {
    const figures = await openAll(page);
    const table = [];
    for (const { name, figure } of figures) {
      const height = await figure.evaluate((element: HTMLElement) => element.offsetHeight);
      table.push({ name, height, inUse: Math.round(await heightInUse(figure)) });
    }
    console.table(table);
    const room = await page.evaluate(
      () => innerHeight - document.querySelector('.bar')!.getBoundingClientRect().height,
    );
    expect(table.filter(({ inUse }) => inUse > room)).toEqual([]);
  });
});

test.describe('on a phone', () => {
  test.use({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    contextOptions: { reducedMotion: 'reduce' },
  });

  test('the drawing stays in view while each of its controls is used', async ({ page }) => {
    const figures = await openAll(page);
    const table = [];
    for (const { name, figure } of figures) {
      const height = await figure.evaluate((element: HTMLElement) => element.offsetHeight);
      table.push({ name, height, apart: (await controlsApart(figure)).join(', ') });
    }
    console.table(table);
    expect(table.filter(({ apart }) => apart !== '')).toEqual([]);
  });
});

/** Formulas of which a reader sees only a part, by how they begin. */
const cutFormulas = (page: Page) =>
  inPage(page, '.formula').evaluateAll((formulas) =>
    formulas
      .filter((formula) => formula.checkVisibility())
      .filter((formula) => formula.scrollWidth > formula.clientWidth + 1)
      .map((formula) => formula.textContent?.slice(0, 60)),
  );

/** What is written smaller than can be read, as it is shown: words in a drawing shrink with it. */
const tooSmall = (page: Page) =>
  page.evaluate((smallest) => {
    const sizeOf = (element: Element) => {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      return matrix ? size * Math.hypot(matrix.a, matrix.b) : size;
    };
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const found = [...document.querySelectorAll('body *')]
      .filter(
        (element) => hasWords(element) && element.checkVisibility({ visibilityProperty: true }),
      )
      .filter(
        (element) =>
          !element.closest('.katex, sub, sup, .subscript, script, style, .visually-hidden'),
      )
      .filter((element) => sizeOf(element) < smallest)
      .map(
        (element) =>
          `${element.closest('[data-figure]')?.getAttribute('data-figure')} ${element.getAttribute('class')} ` +
          `${sizeOf(element).toFixed(1)} px`,
      );
    return [...new Set(found)];
  }, SMALLEST_TEXT - 0.05);

test('as a window grows from 320 px to 1920 px nothing is wider than it, cut off or smaller than 11 px', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 900 });
  await openAll(page);
  for (const width of [320, 390, 640, 768, 1024, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(beyond, `${width} px`).toBeLessThanOrEqual(0);
    await expect.poll(() => cutFormulas(page), `${width} px`).toEqual([]);
    await expect.poll(() => tooSmall(page), `${width} px`).toEqual([]);
  }
});

/** How a text and the figure beside it share the window. */
const besideEachOther = (beside: Locator) =>
  beside.evaluate((element) => {
    const plane = element.querySelector('.figure-plane')!;
    const figure = plane.closest<HTMLElement>('[data-figure]')!;
    const texts = [...element.querySelectorAll<HTMLElement>(':scope > p')];
    const text = texts[0]!;
    const besideAll = texts.every((one) => {
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      const [words, drawing] = [one.getBoundingClientRect(), plane.getBoundingClientRect()];
      const seen = Math.min(innerHeight, drawing.bottom) - Math.max(0, drawing.top);
      return drawing.left >= words.right && seen > drawing.height / 2;
    });
    const letter = document.createElement('span');
    letter.textContent = 'a quick brown fox jumps over the lazy dog and runs far away, ';
    letter.style.whiteSpace = 'pre';
    text.append(letter);
    const characters = (61 * text.clientWidth) / letter.getBoundingClientRect().width;
    letter.remove();
    return { name: figure.dataset['figure'], besideAll, width: figure.offsetWidth, characters };
  });

test('where a window has room for both, a figure of 640 px stays beside a text of 60 characters', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await openAll(page);
  for (const width of [1280, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    for (const beside of await inPage(page, '.beside').all()) {
      const found = await besideEachOther(beside);
      const where = `${found.name} at ${width} px`;
      expect(found.besideAll, where).toBe(true);
      expect(found.width, where).toBeGreaterThanOrEqual(640 - SLACK);
      expect(found.characters, where).toBeGreaterThanOrEqual(60);
    }
  }
});

test('a canvas is as sharp as the screen after a window has been zoomed', async ({ page }) => {
  await page.goto('/');
  const figure = inPage(page, '[data-figure="Overture"]');
  await bringIntoView(figure);
  const canvas = figure.locator('.drift > canvas');
  await expect(figure.locator('.drift')).toHaveAttribute('data-live', 'true');
  const session = await page.context().newCDPSession(page);
  // Half as many pixels of the page, each of two of the screen's.
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: 640,
    height: 360,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await expect
    .poll(() =>
      canvas.evaluate((element: HTMLCanvasElement) => element.width / element.clientWidth),
    )
    .toBe(2);
});

test('what unfolds in the lab comes into view beside the map and the curves', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  const figure = inPage(page, '[data-figure="TrainingLab"]');
  await bringIntoView(figure);
  await figure.locator('summary', { hasText: /^Settings/ }).click();
  await expect(figure.getByLabel('mining', { exact: true })).toBeInViewport({ ratio: 1 });
  await expect(figure.locator('.figure-strip')).toBeInViewport({ ratio: 1 });
  await expect(figure.locator('.lab-curves:visible').first()).toBeInViewport({ ratio: 0.9 });
});
