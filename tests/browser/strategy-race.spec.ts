/** Real networks race here, on as few cores as there are. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  button,
  chooseInMenu,
  figureOn,
  linesOf,
  numberOf,
  openFigure,
  savedFromMenu,
} from './figureDriver.ts';
import { PATIENCE } from './labDriver.ts';

const NAME = 'StrategyRace';

const link = (settings: Readonly<Record<string, string | number>>) =>
  `?${Object.entries(settings)
    .map(([key, value]) => `${NAME}.${key}=${value}`)
    .join('&')}`;

/** The lanes that are shown, as their lines under the maps say, a share without its number. */
const laneLinesOf = async (figure: Locator) =>
  (await figure.locator('.lane-line').filter({ visible: true }).allInnerTexts()).map((text) =>
    text
      .trim()
      .replaceAll(/\s+/g, ' ')
      .replace(/\d+ %$/, '%'),
  );
const verdict = (figure: Locator) => figure.locator('.figure-verdict');
const recordedMaps = (figure: Locator) =>
  figure.locator('.lane-recorded').filter({ visible: true });
const readOut = (figure: Locator) => figure.locator('.race-read-out').filter({ visible: true });
const chart = (figure: Locator) => figure.locator('svg[data-measure]').filter({ visible: true });

/** The place on the chart at a share of the steps. */
async function onChart(figure: Locator, share: number) {
  await chart(figure).evaluate((element) =>
    element.scrollIntoView({ block: 'end', behavior: 'instant' }),
  );
  const box = (await chart(figure).boundingBox())!;
  const [left, right, width] = [40, 388, 404];
  return {
    x: box.x + (box.width * (left + share * (right - left))) / width,
    y: box.y + box.height / 2,
  };
}

test('four strategies run in step from one seed, and batch-hard alone collapses', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME, link({ steps: 120 }));
  await button(figure, 'Run').click();
  await expect.poll(() => numberOf(figure, 'step'), PATIENCE).toBe(120);
  await expect(button(figure, 'Run')).toBeVisible();
  const live = (name: string) =>
    figure.locator(`[data-quantity="${name}"]`).filter({ visible: true });
  const accuracies = await Promise.all(
    [1, 2, 3, 4].map(async (lane) =>
      Number(await live(`knnAccuracy${lane}`).getAttribute('data-value')),
    ),
  );
  expect(accuracies[1]).toBeLessThan(0.5);
  for (const lane of [0, 2, 3]) expect(accuracies[lane]).toBeGreaterThan(0.6);
  expect(Number(await live('loss2').getAttribute('data-value'))).toBeCloseTo(0.5, 1);
  expect(await laneLinesOf(figure)).toEqual([
    'batch-all %',
    'batch-hard collapsed',
    'all semi-hard %',
    'random %',
  ]);

  const { x, y } = await onChart(figure, 0.5);
  await page.mouse.move(x, y);
  await expect(readOut(figure)).toContainText(/step 60.*all semi-hard 0\./s);

  const lines = linesOf(await savedFromMenu(page, figure, 'Save CSV'));
  expect(lines).toHaveLength(1 + 4 * 120);
});

test('before Run the table has the numbers of the recording, or says why there are none', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  const lines = linesOf(await savedFromMenu(page, figure, 'Save CSV'));
  expect(lines).toHaveLength(1 + 4 * 40);
  expect(lines[0]).toContain('lane,step,loss');
  const last = lines
    .filter((line) => line.startsWith('all semi-hard,'))
    .at(-1)!
    .split(',');
  expect(last[1]).toBe('400');
  const shown = await figure
    .locator('[data-quantity="knnAccuracy3"]')
    .first()
    .getAttribute('data-value');
  expect(last[4]).toBe(shown);

  await figure.getByRole('spinbutton', { name: 'steps' }).fill('60');
  await page.keyboard.press('Tab');
  await chooseInMenu(figure, 'Save CSV');
  await expect(figure.getByText('no numbers yet')).toBeVisible();
});

test('each map has a bar whose length says how wide the map is', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const spreads = await figure
    .locator('[data-quantity^="spread"]')
    .filter({ visible: true })
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
  const bars = await figure
    .locator('.lane-scale')
    .filter({ visible: true })
    .evaluateAll((scales) =>
      scales.map((scale) => ({
        length: Number(scale.getAttribute('data-length')),
        text: Number(scale.textContent),
      })),
    );
  expect(bars).toHaveLength(4);
  for (const { length, text } of bars) expect(text).toBeCloseTo(length, 9);
  expect(spreads[2]! / spreads[0]!).toBeGreaterThan(10);
  expect(bars[2]!.length / bars[0]!.length).toBeGreaterThanOrEqual(10);
});

test('a race of two lanes has two maps, two columns of results and two editors', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  await button(figure, 'fewer lanes').click();
  await button(figure, 'fewer lanes').click();
  await expect(figure.locator('.lane').filter({ visible: true })).toHaveCount(2);
  await expect(
    figure.locator('.standings').filter({ visible: true }).locator('thead th'),
  ).toHaveCount(2);
  await figure.getByText('Settings of the lanes').click();
  await expect(figure.getByRole('group', { name: /^lane / })).toHaveCount(2);
  const wide = await figure.locator('.lane-map').filter({ visible: true }).first().boundingBox();
  await button(figure, 'more lanes').click();
  await button(figure, 'more lanes').click();
  await expect(recordedMaps(figure)).toHaveCount(4);
  expect(wide!.width).toBeGreaterThan((await recordedMaps(figure).first().boundingBox())!.width);
});

test.describe('the recorded race', () => {
  test('is shown while the settings are its own, and answers as a race does', async ({ page }) => {
    const figure = await openFigure(page, NAME);
    await expect(recordedMaps(figure)).toHaveCount(4);
    await expect(verdict(figure)).toContainText('recorded race');
    expect(await numberOf(figure, 'step')).toBe(400);
    const { x, y } = await onChart(figure, 0.5);
    await page.mouse.move(x, y);
    await expect(readOut(figure)).toContainText(/step 200.*batch-hard 0\.2/s);
    await figure.getByRole('radio', { name: 'loss' }).check({ force: true });
    await expect(chart(figure)).toHaveAttribute('data-measure', 'loss');
    await expect(readOut(figure)).toContainText(/batch-hard 0\.50/s);
    await expect(recordedMaps(figure)).toHaveCount(4);
  });

  for (const [what, settings] of [
    ['another lane', { lane2: 'batch-hard_squared_0.2_0.003' }],
    ['another seed', { seed: 8 }],
    ['another number of steps', { steps: 200 }],
    ['another number of lanes', { lanes: 3 }],
  ] as const)
    test(`is gone for ${what}: empty maps say what Run will do`, async ({ page }) => {
      const figure = await openFigure(page, NAME, link(settings));
      await expect(recordedMaps(figure)).toHaveCount(0);
      await expect(verdict(figure)).toContainText('Run starts');
      const lanes = 'lanes' in settings ? settings.lanes : 4;
      await expect(figure.locator('.lane-recipe').filter({ visible: true })).toHaveCount(lanes);
      await expect(figure.locator('.lane-recipe').first()).toContainText(
        'Run trains batch-all, squared distances, margin 0.5',
      );
      expect(await numberOf(figure, 'step')).toBe(0);
      await expect(
        figure.locator('.lane-curve path:not([d=""])').filter({ visible: true }),
      ).toHaveCount(0);
      await chooseInMenu(figure, 'Reset');
      await expect(recordedMaps(figure)).toHaveCount(4);
    });

  test('stays for another measure of the curves', async ({ page }) => {
    const figure = await openFigure(page, NAME, link({ measure: 'activeShare' }));
    await expect(chart(figure)).toHaveAttribute('data-measure', 'activeShare');
    await expect(recordedMaps(figure)).toHaveCount(4);
  });
});

test('a link that sets a lane opens the settings of the lanes', async ({ page }) => {
  const usual = await openFigure(page, NAME, link({ steps: 200 }));
  await expect(usual.getByRole('group', { name: 'lane 1' })).toHaveCount(0);
  const figure = await openFigure(page, NAME, link({ lane2: 'contrastive_plain_1_0.003' }));
  await expect(figure.getByRole('group', { name: 'lane 2' }).getByLabel('strategy')).toHaveValue(
    'contrastive',
  );
});

test('a number of steps that is refused does not stay in its box', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const steps = figure.getByLabel('steps', { exact: true });
  await steps.fill('7');
  await expect(figure.getByText('a whole number from 20 to 5000')).toBeVisible();
  await steps.blur();
  await expect(steps).toHaveValue('400');
});

test('a race is paused and goes on; other settings begin another', async ({ page }) => {
  const figure = await openFigure(page, NAME, link({ lanes: 2, steps: 5000 }));
  await button(figure, 'Run').click();
  await expect.poll(() => numberOf(figure, 'step'), PATIENCE).toBeGreaterThan(0);
  await button(figure, 'Pause').click();
  await expect(button(figure, 'Run')).toBeVisible();
  await button(figure, 'Run').click();
  const before = await numberOf(figure, 'step');
  await expect.poll(() => numberOf(figure, 'step'), PATIENCE).toBeGreaterThan(before);
  await figure.getByText('Settings of the lanes').click();
  await figure
    .getByRole('group', { name: 'lane 1' })
    .getByLabel('strategy')
    .selectOption('contrastive');
  await expect(figure.getByText('The settings have changed')).toBeVisible();
  await expect(button(figure, 'Run')).toBeVisible();
});

test('a lane that diverges says so in its own line, and not over its dots', async ({ page }) => {
  const settings = { lanes: 2, steps: 60, lane2: 'batch-all_squared_0.5_1000000' };
  const figure = await openFigure(page, NAME, link(settings));
  await button(figure, 'Run').click();
  await expect
    .poll(() => laneLinesOf(figure), PATIENCE)
    .toEqual(['batch-all, rate 0.003 %', 'batch-all, rate 1000000 diverged']);
  await expect(figure.locator('.lane-map', { hasText: 'diverged' })).toHaveCount(0);
  await expect(verdict(figure)).toContainText('has diverged');
});

/** Whether parts of a figure lie in the window, one and all. */
const areInView = (page: Page, parts: readonly Locator[]) =>
  Promise.all(
    parts.map(async (part) => {
      const box = (await part.boundingBox())!;
      return box.y >= 0 && box.y + box.height <= page.viewportSize()!.height;
    }),
  );

test('on a laptop Run, maps, curves and results share the window', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const figure = await openFigure(page, NAME);
  await figure.evaluate((element) =>
    scrollTo({
      top: element.getBoundingClientRect().top + scrollY - 60,
      behavior: 'instant',
    }),
  );
  const parts = ['.figure-plane', '.figure-verdict', '.figure-curve', '.race-standings'];
  expect(
    await areInView(page, [button(figure, 'Run'), ...parts.map((part) => figure.locator(part))]),
  ).toEqual(Array(5).fill(true));
  const run = (await button(figure, 'Run').boundingBox())!;
  const maps = (await figure.locator('.lanes').filter({ visible: true }).boundingBox())!;
  expect(run.y + run.height).toBeLessThanOrEqual(maps.y);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('Run and the maps stay at the top while the results and settings pass beneath', async ({
    page,
  }) => {
    const figure = await openFigure(page, NAME);
    for (const part of ['.figure-curve', '.standings tr:last-child', '.stepper']) {
      await figure
        .locator(part)
        .filter({ visible: true })
        .first()
        .evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
      expect(
        await areInView(page, [button(figure, 'Run'), ...(await recordedMaps(figure).all())]),
        part,
      ).toEqual(Array(5).fill(true));
    }
    const plane = (await figure.locator('.figure-plane').boundingBox())!;
    expect(plane.height).toBeLessThan(0.47 * 844);
  });

  test('the results fit, with nothing to scroll', async ({ page }) => {
    const figure = await openFigure(page, NAME);
    const table = (await figure.locator('.standings').filter({ visible: true }).boundingBox())!;
    expect(table.x).toBeGreaterThanOrEqual(0);
    expect(table.x + table.width).toBeLessThanOrEqual(390);
    const cut = await figure
      .locator('.standings :is(th, td)')
      .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
    expect(cut).toBe(0);
  });

  test('what a tap on the curves shows stays until another place is tapped', async ({ page }) => {
    const figure = await openFigure(page, NAME);
    const { x, y } = await onChart(figure, 0.25);
    await page.touchscreen.tap(x, y);
    await expect(readOut(figure)).toContainText('step 100');
    await figure.locator('.race-standings').tap();
    await expect(readOut(figure)).toContainText('step 400');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a recorded race stands there, with its curves and who came first', async ({ page }) => {
    await page.goto('/');
    const figure = figureOn(page, NAME);
    await expect(figure.locator('.lane-recorded')).toHaveCount(4);
    const places = await figure
      .locator('[data-quantity^="rank"]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value')));
    expect(places.toSorted()).toEqual(['1', '2', '3', '4']);
  });
});
