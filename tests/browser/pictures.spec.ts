/** What a figure shows can be taken away as a picture: what is seen of it, and nothing else. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { decodePng } from './decodePng.ts';
import { button, chooseInMenu, numberOf, openFigure, savedFromMenu } from './figureDriver.ts';
import { inPage } from './inPage.ts';
import { lab, openLab, PATIENCE, runFor, SMALL } from './labDriver.ts';

/** Size and number of colours of a PNG, as a browser decodes it. */
const decode = async (page: Page, png: Buffer) =>
  (await decodePng(page, png)).evaluate(({ data, width, height }) => {
    const pixels = new Uint32Array(data.buffer);
    return { width, height, colours: new Set(pixels).size };
  });

const saved = async (page: Page, figure: Locator, kind: 'SVG' | 'PNG') =>
  (await savedFromMenu(page, figure, `Save ${kind}`)).content;

/** What stands in a saved SVG: its drawings by their classes, its pictures, its texts, its size. */
async function savedParts(page: Page, figure: Locator) {
  const source = (await saved(page, figure, 'SVG')).toString();
  return page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const [, , width, height] = root.getAttribute('viewBox')!.split(' ').map(Number);
    return {
      drawings: [...root.querySelectorAll('svg')].map((one) => one.getAttribute('class') ?? ''),
      pictures: [...root.children].filter(
        (part) => part.tagName === 'image' && part.getAttribute('href')!.startsWith('data:image'),
      ).length,
      words: [...root.querySelectorAll('text')].map((one) => one.textContent),
      width: width!,
      height: height!,
    };
  }, source);
}

type Parts = Awaited<ReturnType<typeof savedParts>>;

const count = ({ drawings }: Parts, name: string) =>
  drawings.filter((classes) => classes.split(' ').includes(name)).length;

/** No sheet is larger than what is seen of the figure, but for the small print and the edges. */
async function expectNoEmptySheet(figure: Locator, { width, height }: Parts) {
  const box = (await figure.boundingBox())!;
  expect(width).toBeLessThan(box.width + 80);
  expect(height).toBeLessThan(box.height + 160);
}

test('the saved duel says which of its planes is which', async ({ page }) => {
  const figure = await openFigure(page, 'CollapseDuel');
  const { words } = await savedParts(page, figure);
  expect(words).toContain('contrastive loss');
  expect(words).toContain('triplet loss');
});

for (const name of ['PairForces', 'TripletSorter', 'BatchMiner', 'Overture', 'UnseenMap']) {
  test(`${name} is saved as a PNG at twice the size of its SVG`, async ({ page }) => {
    const figure = await openFigure(page, name);
    const { width, height } = await savedParts(page, figure);
    const picture = await decode(page, await saved(page, figure, 'PNG'));
    expect(picture.width).toBe(2 * width);
    expect(picture.height).toBe(2 * height);
    expect(picture.colours).toBeGreaterThan(100);
  });
}

test('under the drawings stand the title, the settings in words and a short link', async ({
  page,
}) => {
  const figure = await openFigure(page, 'PairForces', '?PairForces.margin=0.35&Overture.at=0.5');
  const { words } = await savedParts(page, figure);
  const number = await figure.locator('.figure-number').textContent();
  expect(words.join('\n')).toContain(`${number}. `);
  expect(words.join(' ')).toContain('margin 0.35');
  expect(words.at(-1)).toMatch(/\/\?PairForces\.margin=0\.35#PairForces$/);
});

test('a caption with a title gives it to the picture', async ({ page }) => {
  const figure = await openFigure(page, 'VerificationThreshold');
  const { words } = await savedParts(page, figure);
  const number = await figure.locator('.figure-number').textContent();
  expect(words).toContain(`${number}. Where to draw the line`);
});

test('before Run the lab saves the recording, after a collapse the collapse alone', async ({
  page,
}) => {
  const figure = await openLab(page, `${SMALL}&TrainingLab.miner=batch-hard`);
  await chooseInMenu(lab(page), 'Reset');
  // Its curves are fetched when they are wanted.
  await expect(
    figure.locator('.lab-curves:visible', { hasText: /step 1,?200/ }).first(),
  ).toBeVisible();
  const before = await savedParts(page, figure);
  // Its map is there once: as it came with the page, or with what makes it answer.
  expect(count(before, 'lab-recorded') + before.pictures).toBe(1);
  expect(before.words.join()).toMatch(/step 1,?200/);
  await expectNoEmptySheet(figure, before);
  const curves = count(before, 'lab-curves');
  expect(curves).toBeGreaterThan(0);

  await runFor(page, 20);
  await expect(figure.locator('.lab-plane')).toHaveAttribute('data-empty', 'false', PATIENCE);
  const after = await savedParts(page, figure);
  expect(count(after, 'lab-recorded')).toBe(0);
  expect(count(after, 'lab-labels')).toBe(1);
  expect(after.pictures).toBe(1);
  expect(count(after, 'lab-curves')).toBe(curves);
  expect(after.words.join()).not.toMatch(/step 1,?200/);
  await expectNoEmptySheet(figure, after);
});

test('what is folded away is left out of the picture', async ({ page }) => {
  const figure = await openLab(page);
  const fold = figure.locator('details', { has: inPage(page, 'svg.chart, canvas') });
  await figure.locator('summary', { hasText: 'More curves' }).click();
  await expect(figure.locator('details svg.lab-curves').first()).toBeVisible();
  const open = await savedParts(page, figure);
  await figure.locator('summary', { hasText: 'More curves' }).click();
  await expect(fold.first()).not.toHaveAttribute('open');
  const closed = await savedParts(page, figure);
  expect(count(closed, 'lab-curves')).toBeLessThan(count(open, 'lab-curves'));
});

test('a race is saved with its maps, recorded before Run and its own after', async ({ page }) => {
  const figure = await openFigure(page, 'StrategyRace');
  const before = await savedParts(page, figure);
  expect(count(before, 'lane-recorded')).toBe(4);
  expect(count(before, 'chart')).toBe(1);
  // Under its map and over its column of results; the names that are only spoken are not drawn.
  expect(before.words.filter((word) => word.includes('batch-hard'))).toHaveLength(2);
  await expectNoEmptySheet(figure, before);

  const raced = await openFigure(
    page,
    'StrategyRace',
    '?StrategyRace.lanes=2&StrategyRace.steps=20',
  );
  await button(raced, 'Run').click();
  await expect.poll(() => numberOf(raced, 'step'), PATIENCE).toBe(20);
  await expect(button(raced, 'Run')).toBeVisible(PATIENCE);
  const after = await savedParts(page, raced);
  expect(count(after, 'lane-recorded')).toBe(0);
  expect(after.pictures).toBeGreaterThanOrEqual(2);
  expect(count(after, 'chart')).toBe(1);
  await expectNoEmptySheet(raced, after);
});

test('both figures of faces are saved with their faces', async ({ page }) => {
  for (const [name, least] of [
    ['VerificationThreshold', 12],
    ['UnseenFaces', 2],
  ] as const) {
    const figure = await openFigure(page, name);
    await expect(figure.locator('svg.face:visible').first()).toBeVisible();
    const seen = await figure
      .locator('svg.face')
      .evaluateAll(
        (faces) =>
          faces.filter((face) => face.checkVisibility({ visibilityProperty: true })).length,
      );
    expect(seen).toBeGreaterThanOrEqual(least);
    const parts = await savedParts(page, figure);
    expect(count(parts, 'face')).toBe(seen);
    await expectNoEmptySheet(figure, parts);
  }
});

test('Overture is saved with the digits of its canvas, and without its still', async ({ page }) => {
  const figure = await openFigure(page, 'Overture');
  await expect(figure.locator('.drift')).toHaveAttribute('data-live', 'true');
  const source = (await saved(page, figure, 'SVG')).toString();
  expect(source).toMatch(/<image[^>]*data:image\/png/);
  expect(source).not.toContain('class="still"');
  const parts = await savedParts(page, figure);
  const plane = (await figure.locator('.drift').boundingBox())!;
  expect(parts.width, 'no room for digits that are not shown').toBeLessThan(plane.width + 80);
  await expectNoEmptySheet(figure, parts);
});

test('a plane that sticks over what scrolls beneath it is saved beside it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const figure = await openFigure(page, 'PairForces');
  await figure.locator('.figure-plane').evaluate((plane) => {
    Object.assign(plane.style, { position: 'sticky', top: '0' });
  });
  await figure.locator('.figure-curve svg').scrollIntoViewIfNeeded();
  const source = (await saved(page, figure, 'SVG')).toString();
  const places = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    return [...root.querySelectorAll(':scope > svg')].map((one) => ({
      top: Number(one.getAttribute('y')),
      bottom: Number(one.getAttribute('y')) + Number(one.getAttribute('height')),
    }));
  }, source);
  expect(places).toHaveLength(2);
  expect(places[1]!.top).toBeGreaterThanOrEqual(places[0]!.bottom);
});

test('every drawing of some size is part of its figure’s picture', async ({ page }) => {
  await page.goto('/');
  for (const figure of await inPage(page, '[data-figure]').all()) {
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-ready', 'true');
    const missing = await figure.locator('svg, canvas').evaluateAll((drawings) => {
      const isBlank = (drawing: Element) =>
        drawing instanceof HTMLCanvasElement &&
        drawing
          .getContext('2d')!
          .getImageData(0, 0, drawing.width, drawing.height)
          .data.every((byte) => byte === 0);
      return drawings
        .filter((drawing) => drawing.checkVisibility({ visibilityProperty: true }))
        .filter((drawing) => drawing.getBoundingClientRect().width > 100)
        .filter((drawing) => !drawing.closest('[data-drawing], button, .timeline, .formula'))
        .filter((drawing) => !isBlank(drawing))
        .map((drawing) => drawing.outerHTML.slice(0, 80));
    });
    expect(missing).toEqual([]);
  }
});
