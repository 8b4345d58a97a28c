import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { createDistanceAxis } from '#islands/VerificationThreshold/distanceAxis.ts';
import {
  acceptedBins,
  chooseThreshold,
  type Measured,
} from '#islands/VerificationThreshold/definition.ts';
import { BINS, ratesAtBin, tradeOffs } from '#metric/evaluation/verificationSummary.ts';
import { verifyPairs } from '#training/faces/verifyPairs.ts';
import { crowdOfPeople } from '#support/crowdOfPeople.ts';
import {
  button,
  drag,
  numberOf,
  openFigure,
  pointMark,
  pointOf,
  quantity,
  watch,
} from './figureDriver.ts';
import { inPage } from './inPage.ts';
import { PATIENCE } from './labDriver.ts';

const NAME = 'VerificationThreshold';
const measured: Measured = JSON.parse(
  readFileSync(new URL('../../src/data/files/verification.json', import.meta.url), 'utf8'),
);

const open = (page: Page, query = '') => openFigure(page, NAME, query);

const pointed = (page: Page) => inPage(page, `[data-figure="${NAME}"] .pairs-title`).first();

test('dragging the threshold changes formula, rates, curve and spoken text alike', async ({
  page,
}) => {
  const figure = await open(page);
  const { test: people } = measured.pretrained!;
  await drag(page, figure, createDistanceAxis(2), 'threshold', { x: 1.2, y: 0 });
  const { x } = await pointOf(figure, 'threshold');
  expect(Math.abs(x - 1.2)).toBeLessThanOrEqual(2 / BINS);
  const { far, frr, falseAccepts } = ratesAtBin(people, acceptedBins(x, people));
  await expect(figure.locator('.formula [data-slot="falseAccepts"]').first()).toHaveText(
    falseAccepts.toLocaleString('en'),
  );
  await expect(figure.locator('.formula [data-slot="threshold"]').first()).toHaveText(x.toFixed(2));
  const spoken = `${(100 * far).toFixed(1)}\\s% false accepts and ${(100 * frr).toFixed(frr < 0.01 ? 2 : 1)}\\s%`;
  await expect(figure.locator('.trade-off')).toHaveAttribute('aria-label', new RegExp(spoken));
  await expect(
    figure.locator('[role="status"]').filter({ hasText: 'false accepts' }),
  ).toContainText(`${(100 * far).toFixed(1)} % false accepts`);
  expect(await numberOf(figure, 'eer')).toBe(people.eer.value);
  expect(await numberOf(figure, 'impostorPairs')).toBe(178_200);
  expect(await numberOf(figure, 'far')).toBe(far);
  expect(await numberOf(figure, 'frr')).toBe(frr);
});

test('the drawn trade crosses the diagonal at the equal error rate that is told', async ({
  page,
}) => {
  const figure = await open(page);
  const eer = await numberOf(figure, 'eer');
  const trades = tradeOffs(measured.pretrained!.test);
  const { atDiagonal, missed } = await figure
    .locator('.trade-curve')
    .evaluate((curve: SVGPathElement, all) => {
      const { x: left, y: top, width, height } = curve.getBBox();
      const missed = all.filter(
        ({ far, frr }) =>
          !curve.isPointInStroke({ x: left + far * width, y: top + frr * height } as DOMPoint),
      );
      const shares = (at: number) => {
        const { x, y } = curve.getPointAtLength(at);
        return { far: (x - left) / width, frr: (y - top) / height };
      };
      let [before, beyond] = [0, curve.getTotalLength()];
      while (beyond - before > 1e-3) {
        const middle = (before + beyond) / 2;
        const { far, frr } = shares(middle);
        if (far >= frr) beyond = middle;
        else before = middle;
      }
      return { atDiagonal: shares(beyond), missed };
    }, trades);
  expect(missed).toEqual([]);
  expect(atDiagonal.far).toBeCloseTo(eer, 3);
  expect(atDiagonal.frr).toBeCloseTo(eer, 3);
});

test('a threshold is chosen on the calibration people, and another source has its own', async ({
  page,
}) => {
  const figure = await open(page);
  const threshold = async () => (await pointOf(figure, 'threshold')).x;
  await figure.getByRole('button', { name: '1 % false accepts' }).click();
  expect(await threshold()).toBe(chooseThreshold(measured.pretrained!.calibration, 'far1e2'));
  await figure.getByLabel('Judged by').selectOption('raw');
  await expect.poll(() => numberOf(figure, 'eer')).toBe(measured.raw!.test.eer.value);
  expect(await threshold()).toBe(chooseThreshold(measured.raw!.calibration, 'equal'));
  await pointMark(figure, 'threshold').focus();
  await page.keyboard.press('ArrowRight');
  expect(await threshold()).toBeGreaterThan(chooseThreshold(measured.raw!.calibration, 'equal'));
});

test('pointing at a bar shows pairs that far apart', async ({ page }) => {
  const figure = await open(page);
  await expect(figure.locator('.pair')).toHaveCount(6);
  const box = (await figure.locator('.histogram').boundingBox())!;
  await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.5 * box.height);
  await expect(pointed(page)).toContainText(/^Two people, \d\.\d\d to \d\.\d\d$/);
  const [from, to] = (await pointed(page).textContent())!.match(/\d\.\d\d/g)!.map(Number);
  for (const text of await figure.locator('.pair .number').allTextContents()) {
    expect(Number(text)).toBeGreaterThanOrEqual(from!);
    expect(Number(text)).toBeLessThanOrEqual(to! + 0.005);
  }
  await page.mouse.move(box.x - 20, box.y - 20);
  await expect(pointed(page)).toHaveText('Two people, nearest to each other');
  await figure.getByRole('slider', { name: 'Bar whose pairs are shown' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(pointed(page)).toContainText(/^Two people, \d\.\d\d to \d\.\d\d$/);
  await page.keyboard.press('Escape');
  await expect(pointed(page)).toHaveText('Two people, nearest to each other');
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('a tap on a bar shows its pairs until there is a tap elsewhere', async ({ page }) => {
    const figure = await open(page);
    const box = (await figure.locator('.histogram').boundingBox())!;
    await page.touchscreen.tap(box.x + 0.6 * box.width, box.y + 0.5 * box.height);
    await expect(pointed(page)).toContainText(/^Two people, \d\.\d\d to \d\.\d\d$/);
    const shown = (await pointed(page).textContent())!;
    await page.touchscreen.tap(box.x + 0.7 * box.width, box.y + 0.5 * box.height);
    await expect(pointed(page)).not.toHaveText(shown);
    await expect(pointed(page)).toContainText(/^Two people, \d\.\d\d to \d\.\d\d$/);
    await figure.locator('figcaption').tap();
    await expect(pointed(page)).toHaveText('Two people, nearest to each other');
  });
});

/** Presses Train, and Stop once it has taken so many steps, which on a busy machine may be late. */
async function trainFor(figure: Locator, steps: number): Promise<void> {
  await button(figure, 'Train').evaluate((train: HTMLButtonElement, enough) => {
    const told = train.closest('[data-figure]')!.querySelector('.train-told')!;
    const watching = new MutationObserver(() => {
      const [, step = '0'] = told.textContent.match(/^Step ([\d,]+)/) ?? [];
      if (Number(step.replace(',', '')) < enough) return;
      watching.disconnect();
      train.click();
    });
    watching.observe(told, { childList: true, characterData: true, subtree: true });
  }, steps);
  await button(figure, 'Train').click();
  await expect(figure.getByLabel('Judged by')).toHaveValue('trained', PATIENCE);
}

test('a network trained here is judged on the same people, and can be stopped', async ({
  page,
}) => {
  const figure = await open(page);
  const states = await watch(figure, '.train-told');
  await trainFor(figure, 1);
  await expect(button(figure, 'Train')).toBeVisible();
  const told = (await states()).flat();
  const steps = told.map((text) => text.match(/^Step ([\d,]+)/)?.[1]).filter(Boolean);
  expect(new Set(steps).size).toBeLessThan(4);
  await expect(figure.locator('.train-told')).toContainText('The threshold was chosen anew');
  expect(await numberOf(figure, 'eer')).not.toBe(measured.pretrained!.test.eer.value);
  expect(await numberOf(figure, 'genuinePairs')).toBe(1500);
  await expect(figure.locator('.pair')).toHaveCount(6);
});

test('a network that collapses is called that, and its threshold and axis follow its distances', async ({
  page,
}) => {
  const collapsed = verifyPairs({
    calibration: crowdOfPeople(1, 0.01),
    test: crowdOfPeople(2, 0.01),
  });
  await page.route('**/verification.*.json', (route) =>
    route.fulfill({ json: { ...measured, trained: collapsed } }),
  );
  const figure = await open(page);
  await figure.getByLabel('Judged by').selectOption('trained');
  await expect(figure.locator('.figure-verdict')).toContainText('Collapsed');
  const { x } = await pointOf(figure, 'threshold');
  expect(x).toBe(chooseThreshold(collapsed.calibration, 'equal'));
  const rates = ratesAtBin(collapsed.test, acceptedBins(x, collapsed.test));
  expect(await numberOf(figure, 'far')).toBe(rates.far);
  expect(await numberOf(figure, 'frr')).toBe(rates.frr);
  expect(await numberOf(figure, 'eer')).toBe(collapsed.test.eer.value);
  // All of it is seen: the histogram reaches from end to end of its axis.
  const [bars, axis] = await figure
    .locator('.bars.impostor, .histogram .axis line')
    .evaluateAll((parts) =>
      [parts[0]!, parts.at(-1)!].map((part) => part.getBoundingClientRect().width),
    );
  expect(bars! / axis!).toBeGreaterThan(0.5);
  await drag(page, figure, createDistanceAxis(collapsed.test.end), 'threshold', {
    x: collapsed.test.end / 2,
    y: 0,
  });
  expect((await pointOf(figure, 'threshold')).x).toBeCloseTo(collapsed.test.end / 2, 3);
  await pointMark(figure, 'threshold').focus();
  await page.keyboard.press('ArrowRight');
  expect((await pointOf(figure, 'threshold')).x).toBeCloseTo((collapsed.test.end * 21) / 40, 3);
});

test('digits that no network saw are verified as faces are', async ({ page }) => {
  const figure = await open(page);
  await figure.getByLabel('Train with').selectOption('digits');
  await button(figure, 'Train').click();
  await expect(figure.getByLabel('Judged by')).toHaveValue('digits', PATIENCE);
  expect(await numberOf(figure, 'genuinePairs')).toBe(2 * 780);
  expect(await numberOf(figure, 'impostorPairs')).toBe(1600);
  await expect(figure.locator('.pair canvas')).toHaveCount(12);
  await expect(pointed(page)).toHaveText('Two digits, nearest to each other');
  await expect(figure.locator('.histogram-labels')).toContainText('one digittwo digits');
  await expect(figure.locator('.estimates .interval').getByText('%')).toHaveCount(0);
  await expect(figure.locator('.no-intervals')).toBeVisible();
});

test('a link to a network of another browser says so and shows the one at hand', async ({
  page,
}) => {
  const figure = await open(page, `?${NAME}.source=trained&${NAME}.curve=det`);
  await expect(figure.locator('.problems')).toContainText('was trained in another browser');
  await expect(figure.getByLabel('Judged by')).toHaveValue('pretrained');
  await expect(quantity(figure, 'curve')).toHaveAttribute('data-value', 'det');
});
